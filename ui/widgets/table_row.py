"""How a cell of the table is painted: ground by state, shape or icon, words, the focus edge round the row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ui.icons import draw_icon
from ui.theme import theme
from ui.widgets.painting import LEFT, RIGHT, advance, draw_text
from ui.widgets.plain import tip
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

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What is cut is shown whole, with what else the cell has to say (6.1)."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, TableCell) or not is_cut(cell, QRectF(option.rect), _column(index)):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip("\n".join(part for part in (cell.text, cell.tooltip) if part)), view)
        return True

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


def is_cut(cell: TableCell, box: QRectF, column: TableColumn) -> bool:
    """Whether the words of a cell do not fit into its box."""
    font = theme().font("small", cell.weight, tabular=column.tabular)
    return advance(cell.text, font) > _room(box, cell).width() + 0.5


def _room(box: QRectF, cell: TableCell) -> QRectF:
    """Where the words stand: beside the shape or the icon."""
    px = theme().px
    left = box.left() + px(EDGE) + (px(20) if cell.severity else px(24) if cell.icon else 0)
    return QRectF(left, box.top(), box.right() - px(EDGE) - left, box.height())


def _draw_cell(painter: QPainter, box: QRectF, cell: TableCell, column: TableColumn) -> None:
    t, px = theme(), theme().px
    left = box.left() + px(EDGE)
    if cell.severity:
        draw_severity(painter, QPointF(left + px(5), box.center().y()), t.measure("severity"), cell.severity)
    elif cell.icon:
        side = t.measure("icon_text")
        draw_icon(painter, cell.icon, QRectF(left, box.center().y() - side / 2, side, side), t.colour("text2"))
    font = t.font("small", cell.weight, tabular=column.tabular)
    draw_text(painter, _room(box, cell), cell.text, font, t.colour(cell.colour), RIGHT if column.right else LEFT)
