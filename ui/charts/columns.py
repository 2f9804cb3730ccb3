"""Columns side by side: promises by month with numbers inside, silence by week, the share off topic by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.facts.charts import Block, Columns, Pile
from ui.charts.hand import Hand
from ui.charts.strokes import caption, draw_frame, draw_limits, ink_on, mixed, place, room_of
from ui.widgets.painting import CENTRE, advance, draw_box, draw_text

WIDEST, SHARE, GAP = 46, 0.76, 2
STUB = 2
"""A column of nothing is a thin line at the foot, so that it can be pointed at."""


class ColumnDrawing:
    """Its marks are the blocks, column by column, from the foot upwards."""

    def __init__(self, data: Columns, hand: Hand) -> None:
        self._data, self._hand = data, hand

    def high(self, asked: int) -> int:
        """As asked."""
        return asked

    def spots(self, box: QRectF) -> list[QRectF]:
        """The boxes of all blocks."""
        room = room_of(self._hand, box, self._data.frame)
        return [spot for at, pile in enumerate(self._data.piles) for spot in self._pile(room, at, pile)]

    def _pile(self, room: QRectF, at: int, pile: Pile) -> Iterator[QRectF]:
        frame, slot, px = self._data.frame, room.width() / len(self._data.piles), self._hand.px
        wide = min(px(WIDEST), slot * SHARE)
        left, foot = room.left() + slot * (at + 0.5) - wide / 2, 0.0
        for block in pile.blocks:
            low = place(room, frame, 0, foot).y() - (px(GAP) if foot else 0)
            foot += block.value
            high = min(place(room, frame, 0, foot).y(), low - px(STUB))
            yield QRectF(left, high, wide, low - high)

    def draw(self, painter: QPainter, box: QRectF, spots: Sequence[QRectF]) -> None:
        """Grid, blocks with their numbers, the limit over them."""
        hand, frame = self._hand, self._data.frame
        room = room_of(hand, box, frame)
        draw_frame(painter, hand, box, room, frame)
        for block, spot in zip(self._data.marks, spots, strict=True):
            _draw_block(painter, hand, block, spot)
        start = 0
        for pile in self._data.piles:
            _draw_above(painter, hand, pile, spots[start : start + len(pile.blocks)])
            start += len(pile.blocks)
        draw_limits(painter, hand, room, frame, spots)


def _draw_block(painter: QPainter, hand: Hand, block: Block, spot: QRectF) -> None:
    px, colour = hand.px, mixed(hand, block.colour, block.strength)
    draw_box(painter, spot, min(px(3), spot.height() / 2), fill=colour)
    font = caption(hand, 600)
    if block.inside and spot.height() >= px(14) and advance(block.inside, font) <= spot.width():
        draw_text(painter, spot, block.inside, font, ink_on(hand, colour), CENTRE)


def _draw_above(painter: QPainter, hand: Hand, pile: Pile, spots: Sequence[QRectF]) -> None:
    """The words over a column, if the place is wide enough."""
    font, px = caption(hand, 500), hand.px
    wide = advance(pile.above, font)
    if pile.above and spots and wide <= spots[-1].width() / SHARE:
        top = spots[-1].top()
        words = QRectF(spots[-1].center().x() - wide, top - px(19), 2 * wide, px(17))
        draw_text(painter, words, pile.above, font, hand.colour("text"), CENTRE)
