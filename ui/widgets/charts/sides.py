"""Lost days to both sides of one line: theirs to the left, mine to the right, one row for each cause (6.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.facts.charts import Side, Sides
from ui.theme import theme
from ui.widgets.charts.chart import Chart
from ui.widgets.charts.strokes import LEFT, RIGHT, caption
from ui.widgets.painting import advance, draw_box, draw_text

HEAD, PITCH, BAR, FOOT = 30, 36, 16, 10
GAP, NUMBER, WORDS = 18, 20, 0.45
DAY = 44
"""The longest a day is drawn."""


class SideChart(Chart[Sides]):
    """Points at one cause after the other; as high as it has rows."""

    def high(self) -> int:
        """Head, rows, a foot; never lower than its neighbours."""
        rows = HEAD + PITCH * len(self.data.marks) + FOOT
        return theme().px(max(self._high, rows))

    def _words_wide(self) -> float:
        longest = max((advance(row.what, theme().font("small")) for row in self.data.marks), default=0.0)
        return float(min(longest, self.width() * WORDS))

    def _line(self) -> tuple[float, float]:
        """Where the line stands, and the length of a day."""
        px = theme().px
        theirs = max((row.days for row in self.data.marks if not row.mine), default=0)
        mine = max((row.days for row in self.data.marks if row.mine), default=0)
        left = self._words_wide() + px(GAP) + px(NUMBER)
        heads = advance(self.data.right, caption(500)) + px(12)
        free = self.width() - left - px(NUMBER) - px(4)
        day = min(px(DAY), free / max(1, theirs + mine), (self.width() - left - heads) / max(1, theirs))
        named = advance(self.data.left, caption(500)) + px(12)
        return left + max(theirs * day, named - px(NUMBER)), day

    def find_spots(self) -> list[QRectF]:
        """The boxes of all bars."""
        line, day = self._line()
        px = theme().px
        tops = [px(HEAD) + px(PITCH) * (at + 0.5) - px(BAR) / 2 for at in range(self.cells())]
        return [
            QRectF(line + 2, top, row.days * day, px(BAR)) if row.mine
            else QRectF(line - 2 - row.days * day, top, row.days * day, px(BAR))
            for row, top in zip(self.data.marks, tops, strict=True)
        ]  # fmt: skip

    def draw(self, painter: QPainter, spots: Sequence[QRectF]) -> None:
        """The names of both sides, the line, and every row."""
        px, t = theme().px, theme()
        line, _ = self._line()
        font = caption(500)
        draw_text(painter, QRectF(0, px(6), line - px(8), px(18)), self.data.left, font, t.colour("text2"), RIGHT)
        mine = QRectF(line + px(8), px(6), self.width() - line - px(8), px(18))
        draw_text(painter, mine, self.data.right, font, t.colour("accent-text"), LEFT)
        for row, spot in zip(self.data.marks, spots, strict=True):
            self._draw_row(painter, row, spot)
        painter.setPen(QPen(t.colour("field"), 1))
        at = round(line) + 0.5
        painter.drawLine(QPointF(at, px(HEAD - 2)), QPointF(at, px(HEAD + PITCH * self.cells())))

    def _draw_row(self, painter: QPainter, row: Side, spot: QRectF) -> None:
        px, t = theme().px, theme()
        draw_box(painter, spot, px(3), fill=t.colour("accent" if row.mine else "text2"))
        words = QRectF(0, spot.center().y() - px(10), self._words_wide() + 1, px(20))
        draw_text(painter, words, row.what, t.font("small"), t.colour("text"), LEFT)
        wide, gap = px(NUMBER) * 2, px(7)
        left = spot.right() + gap if row.mine else spot.left() - gap - wide
        number = QRectF(left, spot.center().y() - px(10), wide, px(20))
        draw_text(painter, number, str(row.days), t.font("caption", 500, tabular=True), t.colour("text"),
                  LEFT if row.mine else RIGHT)  # fmt: skip
