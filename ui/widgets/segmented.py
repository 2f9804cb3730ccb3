"""The segmented switch: one of a few, chosen by click, arrow keys, Home and End."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import draw_box
from ui.widgets.segment import Segment, SegmentPart

__all__ = ["Segment", "Segmented"]


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
        self._small = small
        self._row = QHBoxLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._choosing = False
        self._group.buttonToggled.connect(self._toggled)
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy.Preferred if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.set_segments(segments, chosen)
        follow_theme(self)

    @property
    def key(self) -> str:
        """The key of the chosen part."""
        part = self._group.checkedButton()
        return part.segment.key if isinstance(part, SegmentPart) else ""

    def set_segments(self, segments: Sequence[Segment], chosen: str = "") -> None:
        """Show other parts or counts; keeps the choice where its key is still there."""
        chosen, parts = chosen or self.key, self._parts()
        if [part.segment.key for part in parts] == [segment.key for segment in segments] and parts:
            for part, segment in zip(parts, segments, strict=True):
                if part.segment != segment:
                    part.set_segment(segment)
            if chosen != self.key and chosen:
                self.choose(chosen)
            return
        had_focus = any(part.hasFocus() for part in self._group.buttons())
        for gone in self._group.buttons():
            self._group.removeButton(gone)
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for segment in segments:
            fresh = self.make_part(segment)
            self._group.addButton(fresh)
            self._row.addWidget(fresh)
        self.choose(chosen if chosen in [segment.key for segment in segments] else segments[0].key)
        kept = self._group.checkedButton()
        if had_focus and kept is not None:
            kept.setFocus()

    def make_part(self, segment: Segment) -> SegmentPart:
        """One part as it stands in the track; heirs draw theirs otherwise."""
        return SegmentPart(segment, self._small, self)

    def choose(self, key: str) -> None:
        """Choose a part without saying so; the keyboard, where it was here, goes along."""
        self._choosing = True
        had_focus = any(part.hasFocus() for part in self._parts())
        for part in self._parts():
            here = part.segment.key == key
            part.setChecked(here)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here and had_focus:
                part.setFocus()
        self._choosing = False

    def restyle(self) -> None:
        """Take the track's padding at the present text scale."""
        self._row.setSpacing(0)
        self._row.setContentsMargins(*(theme().px(2),) * 4)

    def sizeHint(self) -> QSize:
        """The room of all parts. The layout's own hint leaves out parts that were made a moment ago."""
        hints, sides = [part.sizeHint() for part in self._parts()], self._row.contentsMargins()
        wide = sum(hint.width() for hint in hints) + self._row.spacing() * (len(hints) - 1)
        high = max(hint.height() for hint in hints)
        return QSize(wide + sides.left() + sides.right(), high + sides.top() + sides.bottom())

    def minimumSizeHint(self) -> QSize:
        """No part is ever narrower than its words."""
        return self.sizeHint()

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

    def _toggled(self, part: QAbstractButton, on: bool) -> None:
        """A click, or a screen reader: that one toggles and never clicks."""
        if on and not self._choosing and isinstance(part, SegmentPart):
            self._take(part)

    def _take(self, part: SegmentPart) -> None:
        self.choose(part.segment.key)
        part.setFocus()
        self.changed.emit(part.segment.key)

    def _parts(self) -> list[SegmentPart]:
        return [part for part in self._group.buttons() if isinstance(part, SegmentPart)]
