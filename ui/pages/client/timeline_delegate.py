"""Paints the rows of the timeline: number, node on the line, content, time, and the heading of a day."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.facts.found_words import Wanted
from app.facts.timeline import Line
from ui.icons import draw_icon
from ui.pages.client.pieces import Drawn, paint
from ui.pages.client.row_tip import row_tip
from ui.pages.client.row_words import Reader
from ui.pages.client.rows import draw_line, spoken_line
from ui.pages.client.timeline_model import TimelineModel
from ui.theme import theme
from ui.widgets.painting import RIGHT, advance, draw_box, draw_text

NUMBER = 34
NODE = 54
CONTENT = 76
TIME = 45
GAP = 11
HEADING = 29
LAST = 6
"""Below the newest row, so that the edge of the chosen one is whole."""
MOST_DRAWN = 120
"""So many rows are kept as they were set (Q9)."""
Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """Rows are set once per width and scale, and painted from their pieces."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self.width = 600
        self.sought: tuple[Wanted, ...] = ()
        """Words that were looked for: they are marked (6.2)."""
        self._lines = TimelineModel(self.spoken, self.tip, self)
        self._rows: dict[int, tuple[Line, Drawn]] = {}
        self._digits = self._gutter = 0

    @property
    def lines(self) -> TimelineModel:
        """The lines that it draws."""
        return self._lines

    def forget(self) -> None:
        """Set every row anew: another width, scale or language."""
        self._rows.clear()
        number = advance("0" * self._digits, theme().font("caption", 400, tabular=True))
        self._gutter = max(0, ceil(number) - theme().px(NUMBER))

    def make_room_for(self, number: int) -> None:
        """Numbers of entries are never cut: five digits and more push the rows to the right."""
        if len(str(number)) > self._digits:
            self._digits = len(str(number))
            self.forget()

    def drawn(self, line: Line) -> Drawn:
        """The content of a line, set in the present width."""
        kept = self._rows.get(line.entry.seq)
        if kept is None or kept[0] is not line:
            if len(self._rows) > MOST_DRAWN:
                for seq in list(self._rows)[: MOST_DRAWN // 2]:
                    del self._rows[seq]
            kept = self._rows[line.entry.seq] = line, draw_line(line, self.reader, self.room())
        return kept[1]

    def spoken(self, line: Line) -> str:
        """The row aloud."""
        return spoken_line(line, self.reader, self.drawn(line))

    def tip(self, line: Line) -> str:
        """Both times in both zones, and why it was changed."""
        return row_tip(line, self.reader)

    def room(self) -> float:
        """How wide the content is."""
        return float(max(theme().px(160), self.width - self._gutter - theme().px(CONTENT + TIME)))

    def heights(self, row: int) -> tuple[int, int]:
        """Of a row: the gap above its content with the heading where a day begins, and the content with it."""
        lines, px = self._lines, theme().px
        above = px(GAP + (HEADING if lines.heads_a_day(row) else 0))
        below = px(LAST) if row + 1 == lines.rowCount() and lines.at_end else 0
        return above, above + ceil(self.drawn(lines.lines[row]).height) + below

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as there is room, as high as the row is."""
        return QSize(self.width, self.heights(index.row())[1])

    def content_box(self, box: QRect, row: int) -> QRectF:
        """Where the content of a row lies."""
        top = box.top() + self.heights(row)[0]
        height = self.drawn(self._lines.lines[row]).height
        return QRectF(box.left() + self._gutter + theme().px(CONTENT), top, self.room(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row, place = index.row(), QRect(option.rect)
        line, box = self._lines.lines[row], self.content_box(place, row)
        drawn = self.drawn(line)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._line(painter, place, box, row)
        if self._lines.heads_a_day(row):
            self.draw_heading(painter, place.left(), place.top() + theme().px(GAP), place.width(), line)
        self._margins(painter, place, box, line)
        self._node(painter, place, box, drawn)
        paint(painter, box.topLeft(), drawn.pieces, self.sought)
        if option.state & QStyle.StateFlag.State_Selected:
            self._ring(painter, box, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def draw_heading(self, painter: QPainter, left: float, top: float, width: float, line: Line) -> None:
        """The day in SemiBold with a hairline to the right edge."""
        t, px = theme(), theme().px
        text = self.reader.words.capital(self.reader.words.date(line.day))
        font = t.font("small", 600)
        beside = self._gutter + px(CONTENT)
        place = QRectF(left + beside, top, width - beside, px(20))
        draw_text(painter, place, text, font, t.colour("text2"))
        start = place.left() + advance(text, font) + px(12)
        painter.fillRect(QRectF(start, top + px(10), max(0.0, left + width - start), 1), t.colour("border"))

    def _line(self, painter: QPainter, place: QRect, box: QRectF, row: int) -> None:
        """The line from node to node; it begins with the first entry of all and ends with the last one."""
        lines, middle = self._lines, box.top() + theme().px(13)
        top = middle if row == 0 and lines.at_start else place.top()
        bottom = middle if row + 1 == lines.rowCount() and lines.at_end else place.bottom() + 1
        painter.setPen(QPen(theme().colour("border2"), 1.5))
        x = place.left() + self._gutter + theme().px(NODE)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _margins(self, painter: QPainter, row: QRect, box: QRectF, line: Line) -> None:
        t, px = theme(), theme().px
        font = t.font("caption", 400, tabular=True)
        number = QRectF(row.left(), box.top() + px(3), self._gutter + px(NUMBER), px(20))
        draw_text(painter, number, str(line.entry.seq), font, t.colour("text3"), RIGHT)
        if line.entry.precision == "day":
            return
        time = QRectF(row.right() + 1 - px(TIME), box.top() + px(1), px(TIME), px(20))
        draw_text(painter, time, self.reader.time(line.entry.happened), t.font("caption", 400, tabular=True),
                  t.colour("text2"), RIGHT)  # fmt: skip

    def _node(self, painter: QPainter, row: QRect, box: QRectF, drawn: Drawn) -> None:
        t, px = theme(), theme().px
        centre = QPointF(row.left() + self._gutter + px(NODE), box.top() + px(13))
        painter.setBrush(t.colour("card"))
        painter.setPen(QPen(t.colour("border2"), 1))
        painter.drawEllipse(centre, px(13), px(13))
        side = t.measure("icon_chip")
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_icon(painter, drawn.icon, place, t.colour(drawn.icon_colour))

    def _ring(self, painter: QPainter, box: QRectF, *, focused: bool) -> None:
        px = theme().px
        ring = box.adjusted(-px(5), -px(4), px(5), px(4))
        edge = theme().colour("accent" if focused else "border2")
        draw_box(painter, ring, theme().measure("radius_card"), edge=edge, width=2 if focused else 1.5)
