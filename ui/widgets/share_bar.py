"""A thin bar of shares: on and off topic, entries by their best anchor, how far a check has come."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel
from ui.widgets.painting import draw_hatching, rounded

LEAST = 6


class SharePart(Struct, frozen=True):
    """One share: a value, a token, its strength (1.0, 0.62, 0.34); hatched, or with the mark of a broken scale."""

    value: float
    colour: str = "accent"
    strength: float = 1.0
    hatched: bool = False
    broken: bool = False


class ShareBar(DrawnLabel):
    """The shares from left to right; one that is not 0 is never thinner than 6 px. `spoken` says the numbers."""

    def __init__(
        self, parts: Sequence[SharePart], *, high: int = 8, spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._high = high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(parts, spoken)
        follow_theme(self)

    def set_parts(self, parts: Sequence[SharePart], spoken: str = "") -> None:
        """Show other shares."""
        self._parts = tuple(parts)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme().px(160), theme().px(self._high))

    def minimumSizeHint(self) -> QSize:
        """A bar that can still be read."""
        return QSize(theme().px(60), theme().px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all shares."""
        draw_shares(QPainter(self), QRectF(self.rect()), self._parts)


def share_widths(parts: Sequence[SharePart], room: float, gap: float) -> list[float]:
    """Widths in proportion to the values; gaps stand between shares that are not 0. Sums to `room`."""
    seen = [part.value for part in parts if part.value > 0]
    rest = room - gap * max(0, len(seen) - 1)
    least = min(float(theme().px(LEAST)), rest / max(1, len(seen)))
    free = rest - least * len(seen)
    total = sum(seen)
    return [least + free * part.value / total if part.value > 0 else 0.0 for part in parts]


def draw_shares(painter: QPainter, box: QRectF, parts: Sequence[SharePart]) -> None:
    """Draw the shares into `box`, rounded at both ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    gap, left = theme().px(2), box.left()
    painter.setClipPath(rounded(box, min(box.height() / 2, theme().px(4))))
    for part, wide in zip(parts, share_widths(parts, box.width(), gap), strict=True):
        if not wide:
            continue
        place = QRectF(left, box.top(), wide, box.height())
        _draw_part(painter, place, part)
        left += wide + gap
    painter.setClipping(False)


def _draw_part(painter: QPainter, place: QRectF, part: SharePart) -> None:
    colour = QColor(theme().colour(part.colour))
    colour.setAlphaF(part.strength)
    if part.hatched:
        painter.fillRect(place, theme().colour("off"))
        painter.save()
        painter.setClipRect(place)
        draw_hatching(painter, rounded(place, 0), theme().colour("field"), theme().px(5))
        painter.restore()
        return
    painter.fillRect(place, colour)
    if part.broken:
        painter.setPen(QPen(theme().colour("card"), theme().px(2)))
        for shift in (-theme().px(3), theme().px(3)):
            middle = place.center().x() + shift
            painter.drawLine(QPointF(middle - 3, place.bottom() + 1), QPointF(middle + 3, place.top() - 1))
