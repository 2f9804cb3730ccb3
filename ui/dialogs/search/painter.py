"""How a result of the search is painted: icon, words with the hit in SemiBold, day or keys at the right (6.2)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.facts.found_words import cut_at, excerpt, hits
from ui.dialogs.search.found import Found
from ui.dialogs.search.model import RESULT
from ui.icons import draw_icon
from ui.theme import theme
from ui.widgets.painting import LEFT, RIGHT, advance, draw_box, draw_text

HEADING, ONE_LINE, TWO_LINES = 28, 34, 48
EDGE, ICON_ROOM, GAP = 8, 28, 12

Index = QModelIndex | QPersistentModelIndex


class ResultPainter(QStyledItemDelegate):
    """Lines without a Found are the headings of groups."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list; as high as its lines."""
        found = index.data(RESULT)
        high = HEADING if not isinstance(found, Found) else TWO_LINES if found.below else ONE_LINE
        return QSize(theme().px(80), theme().px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and words."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, found = QRectF(option.rect), index.data(RESULT)
        inner = box.adjusted(theme().px(EDGE), 0, -theme().px(EDGE), 0)
        if not isinstance(found, Found):
            words = str(index.data() or "")
            draw_text(painter, inner, words, theme().font("caption", 600), theme().colour("text2"), LEFT)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen or option.state & QStyle.StateFlag.State_MouseOver:
                radius = theme().measure("radius_control")
                draw_box(painter, box, radius, fill=theme().colour("sel" if chosen else "hover"))
            _draw(painter, inner, found)
        painter.restore()


def _draw(painter: QPainter, box: QRectF, found: Found) -> None:
    t, side = theme(), theme().measure("icon_text")
    first = QRectF(box)
    if found.below:
        first.setHeight(box.height() / 2)
        first.translate(0, t.px(2))
    draw_icon(painter, found.icon, QRectF(box.left(), first.center().y() - side / 2, side, side), t.colour("text2"))
    small = t.font("caption", tabular=True)
    draw_text(painter, first, found.right, small, t.colour("text2"), RIGHT)
    wide = advance(found.right, small) + 2 + t.px(GAP) if found.right else 0
    _draw_words(painter, first.adjusted(t.px(ICON_ROOM), 0, -wide, 0), found)
    if found.below:
        second = QRectF(box.left() + t.px(ICON_ROOM), first.bottom() - t.px(3), box.width(), first.height())
        second.setRight(box.right())
        draw_text(painter, second, found.below, t.font("caption"), t.colour("text2"), LEFT)


def _draw_words(painter: QPainter, room: QRectF, found: Found) -> None:
    t = theme()
    text, places = found.text, list(found.hits)
    if found.looked_for:
        letters = int(room.width() / QFontMetricsF(t.font("small")).averageCharWidth())
        text = excerpt(text, found.looked_for, max(20, letters))
        places = hits(text, found.looked_for)
    left = room.left()
    for words, hit in cut_at(text, places):
        font = t.font("small", 600 if hit else 400)
        font.setStrikeOut(found.struck)
        place = QRectF(left, room.top(), max(0.0, room.right() - left), room.height())
        if place.width() < t.px(12):
            return
        draw_text(painter, place, words, font, t.colour("text2" if found.struck else "text"), LEFT)
        left += advance(words, font)
