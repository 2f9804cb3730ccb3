"""How a cell of the table is painted: ground by state, shape or icon, words, the focus edge round the row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import draw_icon
from ui.theme import theme
from ui.widgets.painting import LEFT, RIGHT, draw_text
from ui.widgets.severity import draw_severity
from ui.widgets.table_model import CELL_ROLE, Index, TableCell, TableColumn, TableModel

EDGE = 8


class RowPainter(QStyledItemDelegate):
    """Paints one cell at a time; the edge of the focused row is open between its cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        cell = index.data(CELL_ROLE)
        if isinstance(cell, TableCell):
            self._draw_ground(painter, box, option.state, index)
            _draw_cell(painter, box, cell, _column(index))
        else:
            heading = box.adjusted(theme().px(EDGE), theme().px(8), 0, 0)
            draw_text(painter, heading, str(index.data() or ""), theme().font("small", 600), theme().colour("text2"))
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        t = theme()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, t.colour("sel" if chosen else "hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), t.colour("border"))
        view = self.parent()
        if not (chosen and isinstance(view, QAbstractItemView) and view.hasFocus()):
            return
        accent = t.colour("accent")
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 2), accent)
        painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), accent)
        if index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()), accent)
        if index.column() == index.model().columnCount() - 1:
            painter.fillRect(QRectF(box.right() - 2, box.top(), 2, box.height()), accent)


def _column(index: Index) -> TableColumn:
    model = index.model()
    return model.columns[index.column()] if isinstance(model, TableModel) else TableColumn("")


def _draw_cell(painter: QPainter, box: QRectF, cell: TableCell, column: TableColumn) -> None:
    t, px = theme(), theme().px
    left = box.left() + px(EDGE)
    if cell.severity:
        draw_severity(painter, QPointF(left + px(5), box.center().y()), t.measure("severity"), cell.severity)
        left += px(20)
    elif cell.icon:
        side = t.measure("icon_text")
        draw_icon(painter, cell.icon, QRectF(left, box.center().y() - side / 2, side, side), t.colour("text2"))
        left += px(24)
    room = QRectF(left, box.top(), box.right() - px(EDGE) - left, box.height())
    font = t.font("small", cell.weight, tabular=column.tabular)
    draw_text(painter, room, cell.text, font, t.colour(cell.colour), RIGHT if column.right else LEFT)
