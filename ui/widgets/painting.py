"""Strokes that several components share: a rounded box, the focus edge, hatching, a line of text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.theme import theme
from ui.widgets.plain import shown

LONGEST_LINE = 2000
"""So many characters of a line are measured at most: it is cut long before, and a megabyte takes seconds (fault 24)."""
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


def draw_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `box`; `radius` in logical pixels, `width` in the design's."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = round(width * theme().scale * 2) / 2
    inset = width / 2 if edge is not None else 0
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else _pen(edge, width, dashed))
    inside = box.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inside, max(0.0, radius - inset), max(0.0, radius - inset))


def _pen(colour: QColor, width: float, dashed: bool) -> QPen:
    pen = QPen(colour, width)
    if dashed:
        pen.setDashPattern([4 / width, 3 / width])
    return pen


def fill_box(painter: QPainter, box: QRect | QRectF, colour: QColor) -> None:
    """A plain ground. As `fillRect` does, which would make Python's copy of all that a gradient knows."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)


def draw_focus(painter: QPainter, box: QRectF, radius: float, token: str = "accent") -> None:
    """The 2 px edge of whatever has the keyboard, drawn inside so that nothing moves."""
    draw_box(painter, box, radius, edge=theme().colour(token), width=2)


def draw_hatching(painter: QPainter, path: QPainterPath, colour: QColor, step: float = 6) -> None:
    """Diagonal lines inside `path`: a day off, an entry nobody vouches for."""
    box = path.boundingRect()
    painter.save()
    painter.setClipPath(path)
    painter.setPen(QPen(colour, 1))
    at = box.left() - box.height()
    while at < box.right():
        painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
        at += step
    painter.restore()


def rounded(box: QRectF, radius: float) -> QPainterPath:
    """A rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def draw_text(
    painter: QPainter, box: QRectF, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag = LEFT
) -> float:
    """One line of text, centred vertically in `box`; gives its width. Too long a text is cut with an ellipsis."""
    metrics, text = QFontMetricsF(font), _in_line(text)
    width = metrics.horizontalAdvance(text)
    if width > box.width() + 0.5:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
    return min(width, box.width())


def draw_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A check of two strokes that is clearer in a small box than the icon."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.5, box.width() * 0.14))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((0.12, 0.52), (0.4, 0.8), (0.9, 0.24))
    painter.drawPolyline([QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for x, y in corners])


def advance(text: str, font: QFont) -> float:
    """The width of one line of text in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(_in_line(text))


def _in_line(text: str) -> str:
    return shown(text) if len(text) < LONGEST_LINE // 8 else shown(text[:LONGEST_LINE])[:LONGEST_LINE]


def widest(text: str, *fonts: QFont) -> float:
    """The width that holds a line in each of these fonts: a bolder one is not always the wider one."""
    return max(advance(text, font) for font in fonts)
