"""Chips of 6.12: small facts with an icon, painted alike wherever they stand."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_box, draw_text
from ui.widgets.plain import shown, tip


class ChipKind(StrEnum):
    """Neutral and accent are facts; late, today and soon are urgency; outline stands on a form."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    OUTLINE = "outline"


class _Look(Struct, frozen=True):
    text: str
    fill: str
    edge: str | None


LOOKS = {
    ChipKind.NEUTRAL: _Look("text2", "sunken", "border"),
    ChipKind.ACCENT: _Look("accent-text", "soft", "soft-line"),
    ChipKind.LATE: _Look("late", "late-soft", None),
    ChipKind.TODAY: _Look("today", "today-soft", None),
    ChipKind.SOON: _Look("soon", "soon-soft", None),
    ChipKind.OUTLINE: _Look("text2", "card", "border2"),
}
PADDING = 9
GAP = 5


class Chip(QLabel):
    """A fact that does nothing when pressed."""

    def __init__(
        self,
        text: str,
        kind: str = ChipKind.NEUTRAL,
        *,
        icon: str = "",
        in_row: bool = False,
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._kind, self._drawing, self._in_row = ChipKind(kind), icon, in_row
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, kind, icon=icon, tooltip=tooltip)
        follow_theme(self)

    def set_chip(self, text: str, kind: str | None = None, *, icon: str | None = None, tooltip: str = "") -> None:
        """Show another fact."""
        self._kind = self._kind if kind is None else ChipKind(kind)
        self._drawing = self._drawing if icon is None else icon
        self.setText(shown(text))
        self.setAccessibleName(text)
        self.setToolTip(tip(tooltip))
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        self.setFont(theme().font("caption", 500))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as icon and text with their padding."""
        return QSize(chip_width(self.text(), bool(self._drawing)), chip_height(self._in_row))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon and text."""
        draw_chip(QPainter(self), QRectF(self.rect()), self.text(), self._kind, self._drawing)


def chip_width(text: str, has_icon: bool) -> int:
    """Width of a chip in logical pixels."""
    words = advance(text, theme().font("caption", 500))
    picture = theme().measure("icon_chip") + theme().px(GAP) if has_icon else 0
    return int(words + picture + theme().px(2 * PADDING) + 0.99)


def chip_height(in_row: bool) -> int:
    """Height of a chip in logical pixels: 24, in rows 22."""
    return theme().measure("chip_row" if in_row else "chip")


def draw_chip(painter: QPainter, box: QRectF, text: str, kind: str, icon: str, *, hover: bool = False) -> None:
    """Paint a chip; also used by the delegates of timeline and tables."""
    look, radius = LOOKS[ChipKind(kind)], theme().measure("radius_control")
    edge = theme().colour(look.edge) if look.edge else None
    fill = "hover" if hover and kind in (ChipKind.NEUTRAL, ChipKind.OUTLINE) else look.fill
    draw_box(painter, box, radius, fill=theme().colour(fill), edge=edge)
    left = box.left() + theme().px(PADDING)
    if icon:
        side = theme().measure("icon_chip")
        draw_icon(painter, icon, QRectF(left, box.center().y() - side / 2, side, side), theme().colour(look.text))
        left += side + theme().px(GAP)
    room = QRectF(left, box.top(), box.right() - left, box.height())
    draw_text(painter, room, text, theme().font("caption", 500), theme().colour(look.text))
