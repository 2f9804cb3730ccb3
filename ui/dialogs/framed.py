"""The frame that dialogs share: a title over what is asked, which scrolls, and a foot with the buttons (6.5)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.reading_order import InReadingOrder
from ui.theme import theme
from ui.widgets.boxes import Row, Scroll
from ui.widgets.pane import Dim, Pane
from ui.widgets.text import Text


class Framed(InReadingOrder, QDialog):
    """Heirs add to `page` and `foot`; `heading` stands inside where it says more than the window's title."""

    def __init__(self, title: str, parent: QWidget | None, *, heading: str = "", gap: int = 14) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self.page = Pane(gap=gap)
        lines.addWidget(Scroll(self.page), 1)
        self.title = self.page.add(Text(heading or title, "title", wrap=True))
        ground = Pane(padding=(24, 12, 20, 12), top_line=True)
        lines.addWidget(ground)
        self.foot = ground.add(Row(gap=8))

    def open(self) -> None:
        """Open over a dimmed window."""
        above = self.parentWidget()
        if above is not None:
            Dim(above.window(), self)
        super().open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of a card, under the scroll bar too."""
        QPainter(self).fillRect(self.rect(), theme().colour("card"))
