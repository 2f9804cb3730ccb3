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
BESIDE = 16
"""Room for the 0 of a side that lost nothing: its stub is too narrow for it, and the other bar is not its own."""


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
    total = theirs + mine
    if total:
        box = box.adjusted(0 if theirs else px(BESIDE), 0, 0 if mine else -px(BESIDE), 0)
    room = box.width() - px(GAP)
    least = px(STUB if 0 in (theirs, mine) else 26)
    share = min(max(room * theirs / total, least), room - least) if total else room / 2
    left = QRectF(box.left(), box.top(), share, box.height())
    right = QRectF(box.left() + share + px(GAP), box.top(), room - share, box.height())
    draw_box(painter, left, px(4), fill=theme().colour("text2" if total else "hover"))
    draw_box(painter, right, px(4), fill=theme().colour("accent" if total else "hover"))
    _draw_numbers(painter, left, right, theirs, mine)


def _draw_numbers(painter: QPainter, left: QRectF, right: QRectF, theirs: int, mine: int) -> None:
    """Each number in its own part; the 0 of a stub stands outside, where it belongs to nobody else."""
    px, font = theme().px, theme().font("caption", 600, tabular=True)
    their_place, my_place = left.adjusted(px(8), 0, 0, 0), right.adjusted(0, 0, -px(8), 0)
    their_colour, my_colour = theme().colour("card"), theme().colour("on-accent")
    if not theirs + mine:  # nobody lost a day: an empty track, not two halves that look like many
        their_colour = my_colour = theme().colour("text2")
    elif not theirs:
        their_place, their_colour = left.translated(-px(BESIDE), 0), theme().colour("text2")
    elif not mine:
        my_place, my_colour = right.translated(px(BESIDE), 0), theme().colour("accent-text")
    draw_text(painter, _wide(their_place), str(theirs), font, their_colour, LEFT)
    draw_text(painter, _wide(my_place, to_left=True), str(mine), font, my_colour, RIGHT)


def _wide(place: QRectF, *, to_left: bool = False) -> QRectF:
    """At least as wide as a digit needs."""
    lacks = max(0.0, theme().px(10) - place.width())
    return place.adjusted(-lacks if to_left else 0, 0, 0 if to_left else lacks, 0)
