"""The segmented switch: one of a few, chosen by click, arrow keys, Home and End."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text
from ui.widgets.severity import draw_severity


class Segment(Struct, frozen=True):
    """One part: its key, its words, a count (shown even when 0) and the shape of a severity."""

    key: str
    text: str
    count: int | None = None
    severity: str = ""
    spoken: str = ""


class _Part(QPushButton):
    def __init__(self, segment: Segment, small: bool, parent: QWidget) -> None:
        super().__init__(segment.text, parent)
        self.segment, self._small = segment, small
        self.setCheckable(True)
        self.setAutoDefault(False)
        counted = f"{segment.text} {segment.count}" if segment.count is not None else segment.text
        self.setAccessibleName(segment.spoken or counted)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        high = theme().measure("control_small" if self._small else "control") - theme().px(4)
        return QSize(int(sum(self._parts()) + theme().px(24) + 1), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _parts(self) -> tuple[float, float, float]:
        words = advance(self.text(), theme().font("small", 600))
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


class Segmented(QWidget):
    """The switch; `changed` carries the key that was chosen by the user, never by `choose`."""

    changed = Signal(str)

    def __init__(
        self,
        segments: Sequence[Segment],
        chosen: str = "",
        *,
        name: str = "",
        small: bool = False,
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._small, self._stretch = small, stretch
        self._row = QHBoxLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy.Preferred if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.set_segments(segments, chosen)
        follow_theme(self)

    @property
    def key(self) -> str:
        """The key of the chosen part."""
        part = self._group.checkedButton()
        return part.segment.key if isinstance(part, _Part) else ""

    def set_segments(self, segments: Sequence[Segment], chosen: str = "") -> None:
        """Show other parts or counts; keeps the choice where its key is still there."""
        chosen = chosen or self.key
        had_focus = any(part.hasFocus() for part in self._group.buttons())
        for part in self._group.buttons():
            self._group.removeButton(part)
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        for segment in segments:
            fresh = _Part(segment, self._small, self)
            self._group.addButton(fresh)
            self._row.addWidget(fresh)
        self.choose(chosen if chosen in [segment.key for segment in segments] else segments[0].key)
        kept = self._group.checkedButton()
        if had_focus and kept is not None:
            kept.setFocus()

    def choose(self, key: str) -> None:
        """Choose a part without saying so."""
        for part in self._parts():
            part.setChecked(part.segment.key == key)
            here = part.segment.key == key
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def restyle(self) -> None:
        """Take the track's padding at the present text scale."""
        self._row.setSpacing(0)
        self._row.setContentsMargins(*(theme().px(2),) * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track."""
        radius = theme().measure("radius_card")
        edge, fill = theme().colour("border"), theme().colour("hover")
        draw_box(QPainter(self), QRectF(self.rect()), radius, fill=fill, edge=edge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        parts = self._parts()
        at = [part.segment.key for part in parts].index(self.key)
        steps = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(parts) - 1,
        }
        to = steps.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
            return
        self._take(parts[min(max(to, 0), len(parts) - 1)])

    def _clicked(self, part: QPushButton) -> None:
        if isinstance(part, _Part):
            self._take(part)

    def _take(self, part: _Part) -> None:
        self.choose(part.segment.key)
        part.setFocus()
        self.changed.emit(part.segment.key)

    def _parts(self) -> list[_Part]:
        return [part for part in self._group.buttons() if isinstance(part, _Part)]
