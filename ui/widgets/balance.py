"""The balance bar: lost days, theirs against mine; never only one side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel
from ui.widgets.painting import LEFT, RIGHT, draw_box, draw_text

GAP = 3
STUB = 6


class BalanceBar(DrawnLabel):
    """Two parts in proportion with their numbers; a side of 0 keeps a stub. `spoken` is the sentence of 6.14."""

    def __init__(self, theirs: int, mine: int, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_balance(theirs, mine, spoken)
        follow_theme(self)

    def set_balance(self, theirs: int, mine: int, spoken: str = "") -> None:
        """Show other numbers of days."""
        self._theirs, self._mine = theirs, mine
        self.setAccessibleName(spoken or f"{theirs} | {mine}")
        self.update()

    def sizeHint(self) -> QSize:
        """22 high, as wide as there is room."""
        return QSize(theme().px(160), theme().px(22))

    def minimumSizeHint(self) -> QSize:
        """Both numbers readable."""
        return QSize(theme().px(80), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both parts."""
        draw_balance(QPainter(self), QRectF(self.rect()), self._theirs, self._mine)


def draw_balance(painter: QPainter, box: QRectF, theirs: int, mine: int) -> None:
    """Draw theirs | mine into `box`; the papers use the same stroke."""
    px = theme().px
    room = box.width() - px(GAP)
    least = px(STUB if 0 in (theirs, mine) else 26)
    total = theirs + mine
    share = min(max(room * theirs / total, least), room - least) if total else room / 2
    left = QRectF(box.left(), box.top(), share, box.height())
    right = QRectF(box.left() + share + px(GAP), box.top(), room - share, box.height())
    draw_box(painter, left, px(4), fill=theme().colour("text2" if total else "hover"))
    draw_box(painter, right, px(4), fill=theme().colour("accent" if total else "hover"))
    _draw_numbers(painter, left, right, theirs, mine)


def _draw_numbers(painter: QPainter, left: QRectF, right: QRectF, theirs: int, mine: int) -> None:
    """Each number in its own part, or beside a part that is too narrow for it."""
    px, font = theme().px, theme().font("caption", 600, tabular=True)
    inside_left, inside_right = left.adjusted(px(8), 0, 0, 0), right.adjusted(0, 0, -px(8), 0)
    their_colour, my_colour = theme().colour("card"), theme().colour("on-accent")
    if not theirs + mine:  # nobody lost a day: an empty track, not two halves that look like many
        their_colour = my_colour = theme().colour("text2")
    if left.width() < px(20):
        inside_left, their_colour = right.adjusted(px(6), 0, 0, 0), theme().colour("on-accent")
    if right.width() < px(20):
        inside_right, my_colour = left.adjusted(0, 0, -px(6), 0), theme().colour("card")
    draw_text(painter, inside_left, str(theirs), font, their_colour, LEFT)
    draw_text(painter, inside_right, str(mine), font, my_colour, RIGHT)
