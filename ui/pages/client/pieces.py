"""What a row of the timeline is painted of: plain pieces with their boxes, laid out once and painted many times."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.facts.found_words import Wanted, hits
from ui.icons import draw_icon
from ui.theme import theme
from ui.widgets.chip import draw_chip
from ui.widgets.history import PromiseStep, draw_history
from ui.widgets.painting import CENTRE, LEFT, RIGHT, draw_box, draw_text
from ui.widgets.plain import shown
from ui.widgets.share_bar import SharePart, draw_shares


class Ink(Struct, frozen=True):
    """How a text is set: a style of 6.1, its weight, its colour."""

    style: str = "small"
    weight: int = 400
    colour: str = "text"
    struck: bool = False
    tabular: bool = False


class Said(Struct, frozen=True):
    """One line of text."""

    box: QRectF
    text: str
    ink: Ink = Ink()
    right: bool = False

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        font = theme().font(self.ink.style, self.ink.weight, tabular=self.ink.tabular)
        font.setStrikeOut(self.ink.struck)
        draw_text(painter, self.box, self.text, font, theme().colour(self.ink.colour), RIGHT if self.right else LEFT)


class Ground(Struct, frozen=True):
    """A rounded sheet."""

    box: QRectF
    fill: str = "card"
    edge: str = "border"
    dashed: bool = False

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        t = theme()
        edge = "field" if self.dashed else self.edge
        draw_box(painter, self.box, t.measure("radius_card"), fill=t.colour(self.fill), edge=t.colour(edge),
                 dashed=self.dashed)  # fmt: skip


class ChipPiece(Struct, frozen=True):
    """A chip."""

    box: QRectF
    text: str
    kind: str
    icon: str

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        draw_chip(painter, self.box, self.text, self.kind, self.icon)


class Icon(Struct, frozen=True):
    """An icon."""

    box: QRectF
    name: str
    colour: str = "text2"

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        draw_icon(painter, self.name, self.box, theme().colour(self.colour))


class Dates(Struct, frozen=True):
    """A promise history."""

    box: QRectF
    steps: tuple[PromiseStep, ...]

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        draw_history(painter, self.box, self.steps)


class Shares(Struct, frozen=True):
    """A bar of shares."""

    box: QRectF
    parts: tuple[SharePart, ...]

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        draw_shares(painter, self.box, self.parts)


class Press(Struct, frozen=True):
    """A tinted button inside a row; the view acts when it is clicked."""

    box: QRectF
    text: str
    action: str

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        t = theme()
        draw_box(painter, self.box, t.measure("radius_control"), fill=t.colour("soft"))
        side = t.measure("icon_text")
        left = self.box.left() + t.px(11)
        draw_icon(painter, "pencil-line", QRectF(left, self.box.center().y() - side / 2, side, side),
                  t.colour("accent-text"))  # fmt: skip
        words = self.box.adjusted(t.px(11) + side, 0, -t.px(6), 0)
        draw_text(painter, words, self.text, t.font("small", 500), t.colour("accent-text"), CENTRE)


class Hairline(Struct, frozen=True):
    """A line one pixel high."""

    box: QRectF

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        painter.fillRect(self.box, theme().colour("border"))


Piece = Said | Ground | ChipPiece | Icon | Dates | Shares | Press | Hairline


class Drawn(Struct, frozen=True, kw_only=True):
    """The content of a row in a width: its pieces from (0, 0) down, its height, what is said of it aloud."""

    pieces: tuple[Piece, ...]
    height: float
    spoken: str
    icon: str
    icon_colour: str = "text2"

    def action_at(self, place: QPointF) -> str:
        """The action of the button under a place; empty beside all."""
        return next((p.action for p in self.pieces if isinstance(p, Press) and p.box.contains(place)), "")


def paint(painter: QPainter, origin: QPointF, pieces: Sequence[Piece], sought: Sequence[Wanted] = ()) -> None:
    """Paint pieces with their boxes moved by `origin`; words that were looked for are marked."""
    painter.save()
    painter.translate(origin)
    for piece in pieces:
        if sought and isinstance(piece, Said):
            mark(painter, piece, sought)
        piece.paint(painter)
    painter.restore()


def mark(painter: QPainter, said: Said, sought: Sequence[Wanted]) -> None:
    """A tint and a line under every word that was looked for."""
    stroke = theme().px(2)
    for box in marks(said, sought):
        draw_box(painter, box, theme().px(3), fill=theme().colour("soft-line"))
        painter.fillRect(QRectF(box.left(), box.bottom() - stroke, box.width(), stroke), theme().colour("accent"))


def marks(said: Said, sought: Sequence[Wanted]) -> list[QRectF]:
    """Where the hits of one line of text lie."""
    text = shown(said.text)
    places = [] if said.right else hits(text, sought)
    if not places:
        return []
    metrics = QFontMetricsF(theme().font(said.ink.style, said.ink.weight, tabular=said.ink.tabular))
    top, high = said.box.center().y() - metrics.height() / 2, metrics.height()
    found = []
    for begin, end in places:
        left, right = (said.box.left() + metrics.horizontalAdvance(text[:at]) for at in (begin, end))
        if left < said.box.right():
            found.append(QRectF(left - 1, top, min(right, said.box.right()) - left + 2, high))
    return found
