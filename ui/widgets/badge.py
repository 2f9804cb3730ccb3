"""A count beside a heading, and the pill that carries it on an icon of the narrow rail."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.painting import CENTRE, advance, draw_box, draw_text
from ui.widgets.text import Text

MOST = 99


def count_text(count: int) -> str:
    """How a count is written: nothing for 0, "99+" above 99."""
    if count <= 0:
        return ""
    return str(count) if count <= MOST else f"{MOST}+"


class Badge(Text):
    """A count in tabular figures; `spoken` says what is counted ("5 promises")."""

    def __init__(self, count: int = 0, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "small", weight=500, colour="text3", tabular=True, parent=parent)
        self.set_count(count, spoken)

    def set_count(self, count: int, spoken: str = "") -> None:
        """Show another count; 0 hides the badge."""
        self.setText(count_text(count), spoken)
        if count <= 0:
            self.hide()
        elif self.parentWidget() is not None:  # what stands nowhere yet would open as a window of its own
            self.show()


def draw_pill(painter: QPainter, centre: QPointF, count: int, right: float) -> None:
    """The dark pill with a count; nothing for 0. A long count stands further left, never beyond `right`."""
    written = count_text(count)
    if not written:
        return
    font = theme().font("caption", 600, tabular=True)
    high = theme().px(15)
    wide = max(float(high), advance(written, font) + theme().px(7))
    box = QRectF(min(centre.x() - wide / 2, right - wide), centre.y() - high / 2, wide, high)
    draw_box(painter, box, high / 2, fill=theme().colour("text2"))
    draw_text(painter, box, written, font, theme().colour("card"), CENTRE)
