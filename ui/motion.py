"""The two movements that 6.1 allows, 120 ms each: a cleared card closes, a notice slides in. Both can be turned off."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPropertyAnimation, Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from ui.theme import theme

MILLISECONDS = 120
SLIDE = 8


class Closing(QObject):
    """Fades a widget and closes its place in the list; `closed` is sent at the end, at once without motion."""

    closed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._veil = QGraphicsOpacityEffect(widget)
        self._fade = QPropertyAnimation(self._veil, b"opacity", self)
        self._shrink = QPropertyAnimation(widget, b"maximumHeight", self)

    def start(self) -> None:
        """Begin; the caller removes the widget on `closed`."""
        if not theme().motion:
            self._finish()
            return
        self._widget.setGraphicsEffect(self._veil)
        for movement, start, end in ((self._fade, 1.0, 0.0), (self._shrink, self._widget.height(), 0)):
            movement.setDuration(MILLISECONDS)
            movement.setStartValue(start)
            movement.setEndValue(end)
        self._shrink.finished.connect(self._finish)
        self._fade.start()
        self._shrink.start()

    def _finish(self) -> None:
        self._widget.hide()
        self.closed.emit()


def slide_in(widget: QWidget) -> None:
    """Let a notice that was just placed come up by 8 px; nothing happens without motion."""
    if not theme().motion:
        return
    movement = QPropertyAnimation(widget, b"pos", widget)
    movement.setDuration(MILLISECONDS)
    movement.setStartValue(widget.pos() + QPoint(0, theme().px(SLIDE)))
    movement.setEndValue(widget.pos())
    movement.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
