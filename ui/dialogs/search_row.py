"""How a result of the search is painted: icon, words with the hit in SemiBold, day or keys at the right (6.2)."""

from __future__ import annotations

import unicodedata
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import draw_icon
from ui.theme import theme
from ui.widgets.painting import LEFT, RIGHT, advance, draw_box, draw_text

RESULT: Final = Qt.ItemDataRole.UserRole + 1
HIGH, EDGE, ICON_ROOM = 34, 8, 28

Index = QModelIndex | QPersistentModelIndex


class Result(Struct, frozen=True):
    """What stands in one line; `typed` are the words that were looked for."""

    icon: str
    text: str
    right: str
    typed: str


class ResultPainter(QStyledItemDelegate):
    """Lines without a Result are the headings of groups."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, 34 high."""
        return QSize(theme().px(80), theme().px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and words."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, found = QRectF(option.rect), index.data(RESULT)
        inner = box.adjusted(theme().px(EDGE), 0, -theme().px(EDGE), 0)
        if not isinstance(found, Result):
            words = str(index.data() or "")
            draw_text(painter, inner, words, theme().font("caption", 600), theme().colour("text2"), LEFT)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen or option.state & QStyle.StateFlag.State_MouseOver:
                radius = theme().measure("radius_control")
                draw_box(painter, box, radius, fill=theme().colour("sel" if chosen else "hover"))
            _draw(painter, inner, found)
        painter.restore()


def _draw(painter: QPainter, box: QRectF, found: Result) -> None:
    t, side = theme(), theme().measure("icon_text")
    draw_icon(painter, found.icon, QRectF(box.left(), box.center().y() - side / 2, side, side), t.colour("text2"))
    small = t.font("caption", tabular=True)
    wide = advance(found.right, small) + 2 if found.right else 0
    draw_text(painter, box, found.right, small, t.colour("text2"), RIGHT)
    left, room = box.left() + t.px(ICON_ROOM), box.right() - wide - t.px(12)
    for words, hit in parts(found.text, found.typed):
        font = t.font("small", 600 if hit else 400)
        place = QRectF(left, box.top(), max(0.0, room - left), box.height())
        if place.width() < t.px(12):
            return
        draw_text(painter, place, words, font, t.colour("text"), LEFT)
        left += advance(words, font)


def parts(text: str, typed: str) -> list[tuple[str, bool]]:
    """The text cut at each place that holds what was typed, Ё as е and ñ as n; True where it does."""
    wanted, whole = _plain(typed), _plain(text)
    found, at = list[tuple[str, bool]](), 0
    if not wanted:
        return [(text, False)]
    while (hit := whole.find(wanted, at)) >= 0:
        found += [(text[at:hit], False), (text[hit : hit + len(wanted)], True)]
        at = hit + len(wanted)
    return [(words, hit) for words, hit in [*found, (text[at:], False)] if words]


def _plain(text: str) -> str:
    """Small letters without their marks, one for each letter."""
    return "".join(unicodedata.normalize("NFD", letter.lower()[0])[0] for letter in text)
