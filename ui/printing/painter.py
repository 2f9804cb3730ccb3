"""Laid-out pages onto any QPainter: preview, printer and PDF are painted by these few functions."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.facts.pages import Mark
from ui.printing.drawn import Item, Letters, Page, Pages, Panel, Plot, Rule, Sign, Squares
from ui.printing.fonts import GRAIN, font_of

STROKES: Final = {
    Mark.CHECK: (((20, 6), (9, 17), (4, 12)),),
    Mark.DASH: (((5, 12), (19, 12)),),
    Mark.ARROW: (((5, 12), (19, 12)), ((12, 5), (19, 12), (12, 19))),
    Mark.BOX: (((5, 5), (19, 5), (19, 19), (5, 19), (5, 5)),),
}
"""The marks as lines in a square of 24, as the icons of the window are drawn."""


def paint_page(painter: QPainter, pages: Pages, number: int) -> None:
    """Paint page `number` (from 0); the painter's units must be points (72 to the inch)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(1 / GRAIN, 1 / GRAIN)
    paint_items(painter, pages.pages[number])
    painter.restore()


def paint_items(painter: QPainter, page: Page) -> None:
    """Paint everything on a page; the painter's units must be tenths of a point."""
    for placed in page.placed:
        painter.translate(placed.x * GRAIN, placed.y * GRAIN)
        for item in placed.items:
            _paint(painter, item)
        painter.translate(-placed.x * GRAIN, -placed.y * GRAIN)


def _paint(painter: QPainter, item: Item) -> None:
    match item:
        case Letters():
            painter.setFont(font_of(item.face))
            painter.setPen(QColor(item.ink))
            painter.drawText(QPointF(item.x * GRAIN, item.y * GRAIN), item.text)
        case Rule():
            painter.setPen(_pen(item.ink, item.thick))
            painter.drawLine(QPointF(item.x * GRAIN, item.y * GRAIN), QPointF(item.to_x * GRAIN, item.to_y * GRAIN))
        case Panel():
            _panel(painter, item)
        case Sign():
            _sign(painter, item)
        case Squares():
            _squares(painter, item)
        case Plot():
            from ui.printing.chart import draw_plot  # most papers have none, and the command line paints most papers

            draw_plot(painter, item)


def _pen(ink: str, thick: float) -> QPen:
    pen = QPen(QColor(ink), thick * GRAIN)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _panel(painter: QPainter, item: Panel) -> None:
    path = QPainterPath()
    box = QRectF(item.x * GRAIN, item.y * GRAIN, item.width * GRAIN, item.height * GRAIN)
    path.addRoundedRect(box, item.radius * GRAIN, item.radius * GRAIN)
    painter.fillPath(path, QColor(item.ink))


def _sign(painter: QPainter, item: Sign) -> None:
    unit = item.size * GRAIN / 24
    left, top = item.x * GRAIN, (item.y - item.size / 2) * GRAIN
    if item.mark is Mark.DIAMOND:
        path = QPainterPath()
        corners = ((12, 5), (19, 12), (12, 19), (5, 12), (12, 5))
        path.addPolygon(QPolygonF([QPointF(left + x * unit, top + y * unit) for x, y in corners]))
        painter.fillPath(path, QColor(item.ink))
        return
    pen = QPen(QColor(item.ink), 1.75 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in STROKES[item.mark]:
        painter.drawPolyline(QPolygonF([QPointF(left + x * unit, top + y * unit) for x, y in stroke]))


def _squares(painter: QPainter, item: Squares) -> None:
    """All modules in one path, so that no viewer shows seams between them."""
    unit = item.size * GRAIN / item.modules
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for across, down, length in item.cells:
        x, y = item.x * GRAIN + across * unit, item.y * GRAIN + down * unit
        path.addRect(QRectF(x, y, length * unit, unit))
    painter.fillPath(path, QColor("#000000"))
