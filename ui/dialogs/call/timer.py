"""The timer of a call: digits, Pause and End, the thin bar of the planned length (6.6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.kept_call import KeptCall, digits
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.clock import draw_dot
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

LARGE = 150
"""From this text scale on the buttons stand under the digits."""


class Dot(QLabel):
    """Filled while the clock runs, a ring while it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = True
        follow_theme(self)

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setFixedSize(QSize(theme().px(12), theme().px(12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_dot(painter, QPointF(self.width() / 2, self.height() / 2), in_hours=self.runs)


class Timer(Column):
    """`turned` carries start, pause or end."""

    turned = Signal(str)

    def __init__(self, workbench: Workbench, planned: int, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._workbench, self._planned = workbench, planned
        words = workbench.words
        large = theme().percent >= LARGE
        both = self.add(Column(gap=6) if large else Row(gap=8))
        line = both.add(Row(gap=10))
        self.dot = line.add(Dot(), align=Qt.AlignmentFlag.AlignVCenter)
        self.digits = line.add(Text("00:00", "big", tabular=True))
        of = words.text("of {length}", length=words.duration(planned)) if planned else words.text("not planned")
        self.of = line.add(Text(of, "small", colour="text2"), align=Qt.AlignmentFlag.AlignBottom)
        (line if large else both).add_space()
        turns = both.add(Row(gap=8))
        self.pausing = turns.add(Button(words.text("Pause"), icon="pause"))
        self.ending = turns.add(Button(words.text("End"), icon="square"))
        self.bar = self.add(ShareBar((), high=6))
        low = self.add(Row(gap=8))
        self.since = low.add(Text("", "caption", colour="text2", tabular=True))
        low.add_space()
        self.left = low.add(Text("", "caption", colour="text2", tabular=True))
        if large:
            turns.add_space()
        self.pausing.clicked.connect(self._pause)
        self.ending.clicked.connect(self._end)
        self._note: KeptCall | None = None

    def show_note(self, note: KeptCall, now: datetime) -> None:
        """Show the time that has passed; over the planned length the bar grows no further."""
        self._note = note
        words, seconds = self._workbench.words, note.elapsed(now)
        self.dot.runs = note.runs
        self.dot.update()
        self.digits.setText(digits(seconds), words.text("{time} on the call", time=words.duration(seconds // 60)))
        self._buttons(note)
        since = (
            words.text("Started {time}", time=words.time(note.started, self._workbench.zone)) if note.started else ""
        )
        self.since.setText(since)
        self._length(seconds)

    def _length(self, seconds: int) -> None:
        words, planned = self._workbench.words, self._planned
        self.bar.setVisible(bool(planned))
        if not planned:
            self.left.setText("")
            return
        rest = planned - seconds // 60
        if seconds > planned * 60:
            said = words.text("{n} min over", n=seconds // 60 - planned)
        else:
            said = words.text("{n} min left", n=rest)
        self.left.setText(said)
        share = min(seconds, planned * 60)
        self.bar.set_parts((SharePart(share), SharePart(planned * 60 - share, "hover")), said)

    def _buttons(self, note: KeptCall) -> None:
        words = self._workbench.words
        if note.started is None:
            self.pausing.set_text(words.text_in("call", "Start"), "play")
        elif note.runs:
            self.pausing.set_text(words.text("Pause"), "pause")
        else:
            self.pausing.set_text(words.text("Go on"), "play")
        self.ending.setVisible(note.started is not None and note.ended is None)

    def _pause(self) -> None:
        self.turned.emit("pause" if self._note is not None and self._note.runs else "start")

    def _end(self) -> None:
        self.turned.emit("end")


def every(owner: QWidget, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    """A running timer that goes with its owner."""
    timer = QTimer(owner)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    timer.start()
    return timer
