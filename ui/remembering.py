"""Sizes of windows and dialogs that the owner chose: each opens again as large as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QWidget

from ui.screen_room import screen_room

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Remembering(QObject):
    """Lives as long as its window; what a window chose for itself is not written down."""

    def __init__(self, workbench: Workbench, key: str, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._key, self._window = workbench, key, window
        self._own = QSize()
        kept = workbench.settings.windows.get(key)
        if kept is not None:
            room = screen_room(window.parentWidget())
            window.resize(QSize(*kept).boundedTo(room).expandedTo(window.minimumSizeHint()))
        window.installEventFilter(self)
        if isinstance(window, QDialog):
            window.finished.connect(self._note)  # accepting and rejecting close nothing, in the words of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The size it opens with, and the one it is closed with."""
        if event.type() is QEvent.Type.Show and not event.spontaneous():
            self._own = self._window.size()
        elif event.type() is QEvent.Type.Close:
            self._note()
        return False

    def _note(self, _: int = 0) -> None:
        size = self._window.size()
        if size == self._own or self._window.isMaximized() or self._window.isFullScreen():
            return
        self._own = size
        kept = {**self._workbench.settings.windows, self._key: (size.width(), size.height())}
        self._workbench.set(windows=kept)
