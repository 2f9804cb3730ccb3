"""Underlined tabs of a page (Journal, Agreement, People, Statistics); keys as in the segmented switch."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.painting import draw_focus, draw_text, widest
from ui.widgets.segment import Segment, SegmentPart
from ui.widgets.segmented import Segmented

BETWEEN = 26


class _Tab(SegmentPart):
    def sizeHint(self) -> QSize:
        wide = widest(self._written(), theme().font("small", 500), theme().font("small", 600))
        return QSize(ceil(wide), theme().px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box, t = QPainter(self), QRectF(self.rect()), theme()
        here = self.isChecked()
        font = t.font("small", 600 if here else 500)
        words = box.adjusted(0, 0, 0, -t.px(4))
        draw_text(painter, words, self._written(), font, t.colour("text" if here or self.underMouse() else "text2"))
        if here:
            painter.fillRect(QRectF(0, box.bottom() - t.px(2.5), box.width(), t.px(2.5)), t.colour("accent"))
        if self.hasFocus():
            draw_focus(painter, box.adjusted(0, t.px(4), 0, -t.px(4)), t.px(4))

    def _written(self) -> str:
        count = self.segment.count
        return self.text() if count is None else f"{self.text()} {count}"


class Tabs(Segmented):
    """Tabs over the whole width with a hairline under them; `changed` carries the key."""

    def make_part(self, segment: Segment) -> SegmentPart:
        """A tab instead of a part of the track."""
        return _Tab(segment, False, self)

    def restyle(self) -> None:
        """Take the distances at the present text scale; tabs stand at the left."""
        self._row.setSpacing(theme().px(BETWEEN))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in self.findChildren(QWidget):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
