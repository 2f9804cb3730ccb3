"""The count of 6.5: one cell per calendar day with the word under it that says why it counts or does not (W8)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import CENTRE, advance, draw_box, draw_hatching, draw_text, rounded
from ui.widgets.plain import shown, tip

MOST_CELLS = 8
CELL_HIGH = 62
WORD_LINE = 16
FOLDED_SHARE = 1.4
"""How much wider a folded cell is than a day."""


class CountKind(StrEnum):
    """What a day is in the count."""

    RECEIVED = "received"
    OFF = "off"
    FULL = "full"
    DUE = "due"
    PLAIN = "plain"


class CountCell(Struct, frozen=True):
    """One day: "Fri", "20", "received"."""

    weekday: str
    number: str
    word: str
    kind: CountKind = CountKind.PLAIN


def folded(cells: Sequence[CountCell]) -> tuple[CountCell, ...]:
    """The same count with every run of days off as one cell "21–22", when there are more than eight days."""
    if len(cells) <= MOST_CELLS:
        return tuple(cells)
    out: list[CountCell] = []
    for kind, group in groupby(cells, key=_kind):
        run = list(group)
        out += [_joined(run)] if kind is CountKind.OFF and len(run) > 1 else run
    return tuple(out)


def _kind(cell: CountCell) -> CountKind:
    return cell.kind


def _joined(run: Sequence[CountCell]) -> CountCell:
    first, last = run[0], run[-1]
    return CountCell(f"{first.weekday}–{last.weekday}", f"{first.number}–{last.number}", first.word, CountKind.OFF)


class Count(QLabel):
    """The cells side by side; `muted` while nothing is promised. The sentence is in the accessible name."""

    def __init__(
        self, cells: Sequence[CountCell], *, muted: bool = False, spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(cells, muted=muted, spoken=spoken)
        follow_theme(self)

    def set_count(self, cells: Sequence[CountCell], *, muted: bool = False, spoken: str = "") -> None:
        """Show another count."""
        self._cells, self._muted = folded(cells), muted
        said = spoken or ". ".join(f"{cell.weekday} {cell.number}, {cell.word}" for cell in cells)
        self.setAccessibleName(said)
        self.setToolTip(tip(said))
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Words under narrow cells take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The cells and one or two lines of words."""
        font = theme().font("caption", 500)
        rooms = self._boxes(width)
        tight = any(advance(cell.word, font) > box.width() + 2 for cell, box in zip(self._cells, rooms, strict=True))
        return theme().px(CELL_HIGH + 4 + WORD_LINE * (2 if tight else 1))

    def sizeHint(self) -> QSize:
        """Cells of 61."""
        return QSize(theme().px(66 * max(1, len(self._cells))), theme().px(CELL_HIGH + 4 + WORD_LINE))

    def minimumSizeHint(self) -> QSize:
        """Cells of 36."""
        return QSize(theme().px(36 * max(1, len(self._cells))), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cell by cell."""
        painter = QPainter(self)
        for cell, box in zip(self._cells, self._boxes(self.width()), strict=True):
            draw_count_cell(painter, box, cell, muted=self._muted)
            words = QRectF(box.left() - 2, box.bottom() + theme().px(4), box.width() + 4, self.height() - box.bottom())
            self._draw_word(painter, words, cell)

    def _draw_word(self, painter: QPainter, box: QRectF, cell: CountCell) -> None:
        due = cell.kind is CountKind.DUE and not self._muted
        painter.setFont(theme().font("caption", 500 if cell.kind in (CountKind.FULL, CountKind.DUE) else 400))
        painter.setPen(theme().colour("accent-text" if due else "text2"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(flags), shown(cell.word))

    def _boxes(self, width: int) -> list[QRectF]:
        gap = theme().px(5)
        shares = [FOLDED_SHARE if "–" in cell.number else 1.0 for cell in self._cells]
        unit = (width - gap * (len(shares) - 1)) / max(1.0, sum(shares))
        boxes, left = [], 0.0
        for share in shares:
            boxes.append(QRectF(left, 0, unit * share, theme().px(CELL_HIGH)))
            left += unit * share + gap
        return boxes


def draw_count_cell(painter: QPainter, box: QRectF, cell: CountCell, *, muted: bool) -> None:
    """Draw one day into `box`."""
    t, px, kind = theme(), theme().px, cell.kind
    radius = t.measure("radius_control")
    due = "text2" if muted else "accent"
    fill = {CountKind.OFF: "off", CountKind.DUE: due}.get(kind, "card")
    draw_box(painter, box, radius, fill=t.colour(fill))
    if kind is CountKind.OFF:
        draw_hatching(painter, rounded(box, radius), t.colour("offline"), px(6))
    if kind is not CountKind.DUE:
        edge = t.colour("field" if kind is CountKind.RECEIVED else "border2")
        draw_box(painter, box, radius, edge=edge, dashed=kind is CountKind.RECEIVED)
    on_due = "card" if muted else "on-accent"
    colour = t.colour({CountKind.OFF: "text2", CountKind.DUE: on_due}.get(kind, "text"))
    head = QRectF(box.left(), box.top() + px(7), box.width(), px(18))
    draw_text(painter, head, cell.weekday, t.font("caption", 500), colour, CENTRE)
    style = "title" if advance(cell.number, t.font("title", tabular=True)) <= box.width() - px(4) else "small"
    number = QRectF(box.left(), box.top() + px(26), box.width(), px(24))
    draw_text(painter, number, cell.number, t.font(style, 600, tabular=True), colour, CENTRE)
