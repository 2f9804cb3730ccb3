"""Columns side by side: promises by month with numbers inside, silence by week, the share off topic by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.facts.charts import Block, Columns, Pile
from ui.theme import theme
from ui.widgets.charts.chart import Chart
from ui.widgets.charts.strokes import CENTRE, caption, draw_frame, draw_limits, ink_on, mixed, place, room_of
from ui.widgets.painting import advance, draw_box, draw_text

WIDEST, SHARE, GAP = 46, 0.76, 2
STUB = 2
"""A column of nothing is a thin line at the foot, so that it can be pointed at."""


class ColumnChart(Chart[Columns]):
    """Points at one block after the other, column by column, from the foot upwards."""

    def find_spots(self) -> list[QRectF]:
        """The boxes of all blocks."""
        room = room_of(QRectF(self.rect()), self.data.frame)
        return [box for at, pile in enumerate(self.data.piles) for box in self._pile(room, at, pile)]

    def _pile(self, room: QRectF, at: int, pile: Pile) -> Iterator[QRectF]:
        frame, slot = self.data.frame, room.width() / len(self.data.piles)
        wide = min(theme().px(WIDEST), slot * SHARE)
        left, foot = room.left() + slot * (at + 0.5) - wide / 2, 0.0
        for block in pile.blocks:
            low = place(room, frame, 0, foot).y() - (theme().px(GAP) if foot else 0)
            foot += block.value
            high = min(place(room, frame, 0, foot).y(), low - theme().px(STUB))
            yield QRectF(left, high, wide, low - high)

    def draw(self, painter: QPainter, spots: Sequence[QRectF]) -> None:
        """Grid, blocks with their numbers, the limit over them."""
        box, frame = QRectF(self.rect()), self.data.frame
        room = room_of(box, frame)
        draw_frame(painter, box, room, frame)
        for block, spot in zip(self.data.marks, spots, strict=True):
            _draw_block(painter, block, spot)
        start = 0
        for pile in self.data.piles:
            _draw_above(painter, pile, spots[start : start + len(pile.blocks)])
            start += len(pile.blocks)
        draw_limits(painter, room, frame, spots)


def _draw_block(painter: QPainter, block: Block, spot: QRectF) -> None:
    px, colour = theme().px, mixed(block.colour, block.strength)
    draw_box(painter, spot, min(px(3), spot.height() / 2), fill=colour)
    font = caption(600)
    if block.inside and spot.height() >= px(14) and advance(block.inside, font) <= spot.width():
        draw_text(painter, spot, block.inside, font, ink_on(colour), CENTRE)


def _draw_above(painter: QPainter, pile: Pile, spots: Sequence[QRectF]) -> None:
    """The words over a column, if the place is wide enough."""
    font, px = caption(500), theme().px
    wide = advance(pile.above, font)
    if pile.above and spots and wide <= spots[-1].width() / SHARE:
        top = spots[-1].top()
        words = QRectF(spots[-1].center().x() - wide, top - px(19), 2 * wide, px(17))
        draw_text(painter, words, pile.above, font, theme().colour("text"), CENTRE)
