"""Tells Alt pressed and let go by itself, which opens the menu, from Alt held for another key (6.2)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_OTHERS: Final = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress)
_ENDS: Final = (QEvent.Type.ApplicationDeactivate, QEvent.Type.WindowDeactivate)


class AltAlone(QObject):
    """Listens to the whole program, but only while Alt is down: whoever has the keyboard takes the other key."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_alone = False

    def begin(self) -> None:
        """Alt went down."""
        self._is_alone = True
        self._application().installEventFilter(self)

    def end(self) -> bool:
        """Alt came up; gives whether nothing else was pressed meanwhile."""
        self._application().removeEventFilter(self)
        alone, self._is_alone = self._is_alone, False
        return alone

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another key, a press of the mouse, another window: Alt was not alone."""
        is_alt = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        if event.type() in _ENDS or (event.type() in _OTHERS and not is_alt):
            self.end()
        return False

    def _application(self) -> QCoreApplication:
        found = QCoreApplication.instance()
        assert found is not None
        return found
