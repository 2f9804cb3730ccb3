"""One part of a segmented switch: its words, its count, its shape."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text, widest
from ui.widgets.plain import PlainButton
from ui.widgets.severity import draw_severity


class Segment(Struct, frozen=True):
    """One part: its key, its words, a count (shown even when 0) and the shape of a severity."""

    key: str
    text: str
    count: int | None = None
    severity: str = ""
    spoken: str = ""


class SegmentPart(PlainButton):
    """One part of the switch; the switch itself minds the keys."""

    def __init__(self, segment: Segment, small: bool, parent: QWidget) -> None:
        super().__init__(segment.text, parent)
        self._small = small
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the switch sees to that; this makes it speak as a radio button
        self.set_segment(segment)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_segment(self, segment: Segment) -> None:
        """Take other words or another count."""
        self.segment = segment
        self.setText(segment.text)
        counted = f"{segment.text} {segment.count}" if segment.count is not None else segment.text
        self.setAccessibleName(segment.spoken or counted)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        high = theme().measure("control_small" if self._small else "control") - theme().px(4)
        return QSize(int(sum(self._parts()) + theme().px(24) + 1), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _parts(self) -> tuple[float, float, float]:
        words = widest(self.text(), theme().font("small", 500), theme().font("small", 600))
        if self.segment.count is None:
            return theme().px(14) if self.segment.severity else 0.0, words, 0.0
        figures = advance(str(self.segment.count), theme().font("small", 500, tabular=True)) + theme().px(7)
        return theme().px(14) if self.segment.severity else 0.0, words, figures

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box, t = QPainter(self), QRectF(self.rect()), theme()
        radius = t.measure("radius_control")
        if self.isChecked():
            draw_box(painter, box, radius, fill=t.colour("card"), edge=t.colour("border2"))
        shape, words, figures = self._parts()
        font = t.font("small", 600 if self.isChecked() else 500)
        natural = advance(self.text(), font)
        left = (self.width() - shape - natural - figures) / 2
        if self.segment.severity:
            draw_severity(painter, QPointF(left + t.px(5), box.center().y()), t.px(10), self.segment.severity)
        loud = self.isChecked() or self.underMouse()
        room = QRectF(left + shape, 0, words + 2, box.height())
        draw_text(painter, room, self.text(), font, t.colour("text" if loud else "text2"))
        if self.segment.count is not None:
            at = QRectF(left + shape + natural + t.px(7), 0, figures, box.height())
            draw_text(painter, at, str(self.segment.count), t.font("small", 500, tabular=True), t.colour("text3"))
        if self.hasFocus():
            draw_focus(painter, box, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
