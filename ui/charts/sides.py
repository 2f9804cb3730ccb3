"""Lost days to both sides of one line: theirs to the left, mine to the right, one row for each cause (6.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.facts.charts import Side, Sides
from ui.charts.hand import Hand
from ui.charts.strokes import caption
from ui.widgets.painting import LEFT, RIGHT, advance, draw_box, draw_text

HEAD, PITCH, BAR, FOOT = 30, 36, 16, 10
GAP, NUMBER, WORDS = 18, 20, 0.45
DAY = 44
"""The longest a day is drawn."""


class SideDrawing:
    """Its marks are the causes, one row each."""

    def __init__(self, data: Sides, hand: Hand) -> None:
        self._data, self._hand = data, hand

    def high(self, asked: int) -> int:
        """As high as it has rows; never lower than its neighbours."""
        return max(asked, self._hand.px(HEAD + PITCH * len(self._data.marks) + FOOT))

    def spots(self, box: QRectF) -> list[QRectF]:
        """The boxes of all bars."""
        line, day = self._line(box)
        px = self._hand.px
        tops = [box.top() + px(HEAD) + px(PITCH) * (at + 0.5) - px(BAR) / 2 for at in range(len(self._data.marks))]
        return [
            QRectF(line + px(2), top, row.days * day, px(BAR)) if row.mine
            else QRectF(line - px(2) - row.days * day, top, row.days * day, px(BAR))
            for row, top in zip(self._data.marks, tops, strict=True)
        ]  # fmt: skip

    def draw(self, painter: QPainter, box: QRectF, spots: Sequence[QRectF]) -> None:
        """The names of both sides, the line, and every row."""
        hand, px, data = self._hand, self._hand.px, self._data
        line, _ = self._line(box)
        font, top = caption(hand, 500), box.top()
        theirs = QRectF(box.left(), top + px(6), line - px(8) - box.left(), px(18))
        draw_text(painter, theirs, data.left, font, hand.colour("text2"), RIGHT)
        mine = QRectF(line + px(8), top + px(6), box.right() - line - px(8), px(18))
        draw_text(painter, mine, data.right, font, hand.colour("accent-text"), LEFT)
        for row, spot in zip(data.marks, spots, strict=True):
            self._draw_row(painter, box, row, spot)
        painter.setPen(QPen(hand.colour("field"), hand.scale))
        at = round(line) + 0.5
        painter.drawLine(QPointF(at, top + px(HEAD - 2)), QPointF(at, top + px(HEAD + PITCH * len(data.marks))))

    def _words_wide(self, box: QRectF) -> float:
        longest = max((advance(row.what, self._hand.font("small")) for row in self._data.marks), default=0.0)
        return float(min(longest, box.width() * WORDS))

    def _line(self, box: QRectF) -> tuple[float, float]:
        """Where the line stands, and the length of a day."""
        hand, px, data = self._hand, self._hand.px, self._data
        theirs = max((row.days for row in data.marks if not row.mine), default=0)
        mine = max((row.days for row in data.marks if row.mine), default=0)
        left = self._words_wide(box) + px(GAP) + px(NUMBER)
        heads = advance(data.right, caption(hand, 500)) + px(12)
        free = box.width() - left - px(NUMBER) - px(4)
        day = min(px(DAY), free / max(1, theirs + mine), (box.width() - left - heads) / max(1, theirs))
        named = advance(data.left, caption(hand, 500)) + px(12)
        return box.left() + left + max(theirs * day, named - px(NUMBER)), day

    def _draw_row(self, painter: QPainter, box: QRectF, row: Side, spot: QRectF) -> None:
        px, hand = self._hand.px, self._hand
        draw_box(painter, spot, px(3), fill=hand.colour("accent" if row.mine else "text2"))
        words = QRectF(box.left(), spot.center().y() - px(10), self._words_wide(box) + 1, px(20))
        draw_text(painter, words, row.what, hand.font("small"), hand.colour("text"), LEFT)
        wide, gap = px(NUMBER) * 2, px(7)
        left = spot.right() + gap if row.mine else spot.left() - gap - wide
        number = QRectF(left, spot.center().y() - px(10), wide, px(20))
        draw_text(painter, number, str(row.days), caption(hand, 500), hand.colour("text"),
                  LEFT if row.mine else RIGHT)  # fmt: skip
