"""A person's clock: dot or ring, HH:MM, place, and until or from when their hours run."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel
from ui.widgets.painting import advance, draw_text
from ui.widgets.plain import tip


class ClockState(StrEnum):
    """Filled dot, ring, ring on their day off, question mark."""

    IN_HOURS = "in_hours"
    OUT_OF_HOURS = "out_of_hours"
    DAY_OFF = "day_off"
    UNKNOWN = "unknown"


class ClockFace(Struct, frozen=True):
    """What a clock shows. `note` is "until 18:00"; `spoken` the sentence for a screen reader (6.14)."""

    time: str
    place: str
    state: ClockState = ClockState.IN_HOURS
    note: str = ""
    spoken: str = ""


class Clock(DrawnLabel):
    """The clock in one line; `short` leaves the note to the tooltip. `asked` when an unknown zone is clicked."""

    asked = Signal()

    def __init__(self, face: ClockFace, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face, self._short = face, short
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face)
        follow_theme(self)

    def set_face(self, face: ClockFace) -> None:
        """Show another moment or person."""
        self._face = face
        whole = " ".join(part for part in (face.time, face.place, face.note) if part)
        self.setAccessibleName(face.spoken or whole)
        self.setToolTip(tip(whole if self._short and face.note else ""))
        self.restyle()

    def set_short(self, short: bool) -> None:
        """Leave the note to the tooltip, or show it again."""
        self._short = short
        self.set_face(self._face)

    def sizeHint(self) -> QSize:
        """As wide as all parts."""
        t, px = theme(), theme().px
        wide = px(16) + advance(self._time(), t.font("small", 600, tabular=True)) + px(7)
        wide += advance(self._face.place, t.font("small"))
        if self._note():
            wide += px(7) + advance(self._note(), t.font("small"))
        return QSize(int(wide + 1), t.px(20))

    def minimumSizeHint(self) -> QSize:
        """Times and places are never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """An unknown zone asks for it."""
        if self._face.state is ClockState.UNKNOWN:
            self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dot or ring, time, place, note."""
        painter, t, px = QPainter(self), theme(), theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        open_now = self._face.state is ClockState.IN_HOURS
        draw_dot(painter, QPointF(px(4), self.height() / 2), in_hours=open_now)
        left = float(px(16))
        parts = (
            (self._time(), t.font("small", 600, tabular=True), "text" if open_now else "text2", px(7)),
            (self._face.place, t.font("small"), "text2", px(7)),
            (self._note(), t.font("small"), "text3", 0),
        )
        for words, font, token, gap in parts:
            room = QRectF(left, 0, self.width() - left + 1, self.height())
            left += draw_text(painter, room, words, font, t.colour(token)) + gap

    def _time(self) -> str:
        return "?" if self._face.state is ClockState.UNKNOWN else self._face.time

    def _note(self) -> str:
        return f"· {self._face.note}" if self._face.note and not self._short else ""


def draw_dot(painter: QPainter, centre: QPointF, *, in_hours: bool) -> None:
    """The filled dot of office hours, the ring outside of them."""
    radius = theme().scale * 3.5
    if in_hours:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(centre, radius, radius)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("text2"), 1.5 * theme().scale))
    painter.drawEllipse(centre, radius - 0.25, radius - 0.25)
