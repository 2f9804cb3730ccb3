"""A ground of one colour under a part of a window: the promise pane, the foot of a dialog, the dimmed parent."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import theme
from ui.widgets.boxes import Column, Margins

DIM = 0.38


class Pane(Column):
    """A column on a plain ground without corners; `top_line` draws a hairline over a foot."""

    def __init__(
        self,
        ground: str = "card",
        *,
        gap: int = 8,
        padding: Margins = (24, 20, 24, 20),
        top_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._ground, self._top_line = ground, top_line
        super().__init__(gap, padding, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour(self._ground))
        if self._top_line:
            painter.fillRect(0, 0, self.width(), 1, theme().colour("border"))


class Dim(QWidget):
    """A veil of 38 % over a window while a dialog of its own is open; it goes with the dialog (6.5)."""

    def __init__(self, window: QWidget, dialog: QDialog) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        dialog.finished.connect(self._leave)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil."""
        veil = QColor(0, 0, 0)
        veil.setAlphaF(DIM)
        QPainter(self).fillRect(self.rect(), veil)

    def _leave(self) -> None:
        self.hide()
        self.deleteLater()
