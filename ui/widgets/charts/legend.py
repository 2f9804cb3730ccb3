"""What the colours of a chart mean: small squares with their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.facts.charts import LegendItem
from ui.charts.strokes import caption, mixed
from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_box, draw_text

SQUARE, NEAR, APART, HIGH = 10, 4, 9, 16


class Legend(QLabel):
    """The items side by side; with `wraps` they go on in further lines where there is no room."""

    def __init__(self, *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[LegendItem, ...] = ()
        wide = QSizePolicy.Policy.Expanding if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(wide, QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self._wraps = wraps
        self.setSizePolicy(policy)
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

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        places = self._places(width)
        return round(places[-1].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        """All items in one line."""
        places = self._places(None)
        return QSize(round(places[-1].right()) + 1 if places else 0, theme().px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never cut; where lines may break, as wide as the longest item."""
        if not self._wraps:
            return self.sizeHint()
        return QSize(round(max((place.width() for place in self._places(None)), default=0)) + 1, theme().px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Squares and words."""
        painter, px = QPainter(self), theme().px
        for each, place in zip(self._items, self._places(self.width() if self._wraps else None), strict=True):
            square = QRectF(place.left(), place.center().y() - px(SQUARE) / 2, px(SQUARE), px(SQUARE))
            draw_box(painter, square, px(3), fill=mixed(theme(), each.colour, each.strength))
            words = place.adjusted(px(SQUARE + NEAR), 0, 1, 0)
            draw_text(painter, words, each.words, caption(theme()), theme().colour("text2"))

    def _places(self, width: int | None) -> list[QRectF]:
        """The box of each item; None: all in one line."""
        px, found = theme().px, list[QRectF]()
        left, top = 0.0, 0.0
        for each in self._items:
            wide = px(SQUARE + NEAR) + advance(each.words, caption(theme())) + 1
            if width is not None and left and left + wide > width:
                left, top = 0.0, top + px(HIGH + 2)
            found.append(QRectF(left, top, wide, px(HIGH)))
            left += wide + px(APART)
        return found
