"""Strokes that charts share: the room of the marks, grid, ticks, labels, the dashed limit, colours of a strength."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.facts.charts import Frame
from ui.charts.hand import Hand
from ui.tokens import contrast
from ui.widgets.painting import CENTRE, LEFT, RIGHT, advance, draw_text

PAD_TOP, FOOT, TICK_GAP, PAD_RIGHT = 8, 26, 8, 4
INKS = ("on-accent", "text", "rail", "card")
READABLE, DEEPER = 4.5, 160
DASH = (3.0, 2.0)


def caption(hand: Hand, weight: int = 400) -> QFont:
    """The font of everything written in a chart."""
    return hand.font("caption", weight, tabular=True)


def room_of(hand: Hand, box: QRectF, frame: Frame) -> QRectF:
    """Where the marks lie: right of the ticks, above the labels."""
    px = hand.px
    ticks = max(advance(tick.words, caption(hand)) for tick in frame.ticks)
    return box.adjusted(ticks + px(TICK_GAP), px(PAD_TOP), -px(PAD_RIGHT), -px(FOOT))


def place(room: QRectF, frame: Frame, across: float, value: float) -> QPointF:
    """The point at `across` (0 to 1) and a value."""
    return QPointF(room.left() + across * room.width(), room.bottom() - value / frame.top * room.height())


def draw_frame(painter: QPainter, hand: Hand, box: QRectF, room: QRectF, frame: Frame) -> None:
    """Grid lines with their ticks, and the labels below."""
    font, colour, line = caption(hand), hand.colour("text2"), hand.colour("border")
    high = hand.px(2 * PAD_TOP)
    for tick in frame.ticks:
        y = round(place(room, frame, 0, tick.value).y()) + 0.5
        painter.setPen(QPen(line, hand.scale))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        words = QRectF(box.left(), y - high / 2, room.left() - hand.px(TICK_GAP) - box.left(), high)
        draw_text(painter, words, tick.words, font, colour, RIGHT)
    _draw_labels(painter, hand, box, room, frame)


def _draw_labels(painter: QPainter, hand: Hand, box: QRectF, room: QRectF, frame: Frame) -> None:
    """Labels that would touch the one before are left out; all are among the points."""
    font, end = caption(hand), box.left()
    for label in frame.labels:
        wide = advance(label.words, font) + 2
        middle = place(room, frame, label.across, 0).x()
        left = min(max(middle - wide / 2, box.left()), box.right() - wide)
        if left < end:
            continue
        words = QRectF(left, room.bottom() + hand.px(4), wide, hand.px(FOOT - 6))
        draw_text(painter, words, label.words, font, hand.colour("text2"), CENTRE)
        end = left + wide + hand.px(TICK_GAP)


def draw_limits(painter: QPainter, hand: Hand, room: QRectF, frame: Frame, marks: Sequence[QRectF]) -> None:
    """The agreed term or maximum, dashed; its words stand at an end of the line, where no mark lies if possible."""
    colour = hand.colour("text2")
    pen = QPen(colour, max(1.0, round(hand.scale)))
    pen.setDashPattern(list(DASH))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    for limit in frame.limits:
        begin, end = place(room, frame, limit.begin, limit.value), place(room, frame, limit.end, limit.value)
        level = round(begin.y()) + 0.5
        painter.setPen(pen)
        painter.drawLine(QPointF(begin.x(), level), QPointF(end.x(), level))
    if frame.limits and frame.limit_words:
        box = _free_place(hand, room, frame, marks)
        painter.fillRect(box, glass(hand, "card", 0.85))
        draw_text(painter, box, frame.limit_words, caption(hand), colour, CENTRE)


def _free_place(hand: Hand, room: QRectF, frame: Frame, marks: Sequence[QRectF]) -> QRectF:
    """Over the right end of the line, else over its left one, else below."""
    px, level = hand.px, place(room, frame, 0, frame.limits[-1].value).y()
    wide = advance(frame.limit_words, caption(hand)) + 2
    places = [
        QRectF(left, top, wide, px(16))
        for top in (level - px(18), level + px(2))
        for left in (room.right() - wide, room.left())
    ]
    return next((box for box in places if not any(box.intersects(mark) for mark in marks)), places[0])


def mixed(hand: Hand, token: str, strength: float) -> QColor:
    """A token at a strength (0 to 1) over the card, as a colour that hides what lies below it."""
    over, under = hand.colour(token), hand.colour("card")
    return QColor(*(round(o * strength + u * (1 - strength)) for o, u in zip(_rgb(over), _rgb(under), strict=True)))


def glass(hand: Hand, token: str, strength: float) -> QColor:
    """A token that lets a little shine through, where the hand can do that."""
    if hand.flat:
        return mixed(hand, token, strength)
    colour = QColor(hand.colour(token))
    colour.setAlphaF(strength)
    return colour


def ink_on(hand: Hand, ground: QColor) -> QColor:
    """The token that is read best on a colour; on a middle strength it is deepened until it can be read."""

    def readable(ink: QColor) -> float:
        return contrast(ink.name(), ground.name())

    best = max((hand.colour(token) for token in INKS), key=readable)
    return best if readable(best) >= READABLE else best.darker(DEEPER)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


__all__ = [
    "CENTRE",
    "LEFT",
    "RIGHT",
    "caption",
    "draw_frame",
    "draw_limits",
    "glass",
    "ink_on",
    "mixed",
    "place",
    "room_of",
]
