"""Closing the window: the program ends, or stays behind its picture in the tray if its owner wants that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Closing(QObject):
    """Looks at what the window's own button does. A command to quit, and the system's end of day, always close it."""

    def __init__(self, window: QWidget, stays: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._stays = window, stays
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A close that the window system asked for hides the window where it may stay."""
        asked = event.type() is QEvent.Type.Close and watched is self._window and event.spontaneous()
        app = QApplication.instance()
        if not asked or not self._stays() or (isinstance(app, QApplication) and app.isSavingSession()):
            return False
        event.ignore()
        self._window.hide()
        return True
