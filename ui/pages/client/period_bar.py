"""A contact's periods as bars on a line of time from the first designation to today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel
from ui.widgets.painting import draw_box
from ui.widgets.plain import tip

LEAST = 6


class PeriodBar(DrawnLabel):
    """`spans` are (from, to) as shares of the whole time, 0 to 1; `now` marks the one that runs."""

    def __init__(
        self, spans: Sequence[tuple[float, float]], *, now: bool, spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spans, self._now = tuple(spans), now
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)
        self.setToolTip(tip(spoken))
        follow_theme(self)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme().px(200), theme().px(20))

    def minimumSizeHint(self) -> QSize:
        """A bar that can still be read."""
        return QSize(theme().px(60), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line of time and the bars on it."""
        painter, px = QPainter(self), theme().px
        middle = self.height() / 2
        painter.fillRect(QRectF(0, middle, self.width(), 1), theme().colour("border2"))
        for at, (start, end) in enumerate(self._spans):
            left = start * self.width()
            wide = max(float(px(LEAST)), (end - start) * self.width())
            box = QRectF(min(left, self.width() - wide), middle - px(6), wide, px(12))
            running = self._now and at == len(self._spans) - 1
            draw_box(painter, box, px(4), fill=theme().colour("accent" if running else "text3"))
