"""What the colours of a chart mean: small squares with their words, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.charts.strokes import caption, mixed
from ui.widgets.painting import advance, draw_box, draw_text

SQUARE, NEAR, APART = 10, 4, 9


class LegendItem(Struct, frozen=True):
    """A colour token at a strength, and its words."""

    words: str
    colour: str = "accent"
    strength: float = 1.0


class Legend(QLabel):
    """The items side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[LegendItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def show_items(self, items: Sequence[LegendItem]) -> None:
        """Show other items."""
        self._items = tuple(items)
        self.setAccessibleName(", ".join(each.words for each in self._items))
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All items in one line."""
        px = theme().px
        wide = sum(px(SQUARE + NEAR) + advance(each.words, caption()) + 1 for each in self._items)
        return QSize(round(wide + px(APART) * max(0, len(self._items) - 1)) + 1, px(18))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Squares and words."""
        painter, px, left = QPainter(self), theme().px, 0.0
        for each in self._items:
            square = QRectF(left, (self.height() - px(SQUARE)) / 2, px(SQUARE), px(SQUARE))
            draw_box(painter, square, px(3), fill=mixed(each.colour, each.strength))
            left += px(SQUARE + NEAR)
            wide = advance(each.words, caption()) + 1
            draw_text(painter, QRectF(left, 0, wide, self.height()), each.words, caption(), theme().colour("text2"))
            left += wide + px(APART)
