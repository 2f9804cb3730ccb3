"""Both clocks of an open item side by side: theirs and mine, each running, stopped, over or done."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Row
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class SideState(StrEnum):
    """How a side's clock stands."""

    RUNNING = "running"
    LAST_DAY = "last_day"
    OVER = "over"
    STOPPED = "stopped"
    DONE = "done"


LOOKS = {
    SideState.RUNNING: ("play", "text2"),
    SideState.LAST_DAY: ("play", "today"),
    SideState.OVER: ("play", "late"),
    SideState.STOPPED: ("pause", "text2"),
    SideState.DONE: ("check", "text2"),
}


class ClockSide(Struct, frozen=True):
    """One side: "Their clock", "7 days over"."""

    label: str
    text: str
    state: SideState = SideState.RUNNING


class BothClocks(Row):
    """Two columns of equal width."""

    def __init__(self, theirs: ClockSide, mine: ClockSide, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.set_sides(theirs, mine)

    def set_sides(self, theirs: ClockSide, mine: ClockSide) -> None:
        """Show other clocks."""
        self.clear()
        for side in (theirs, mine):
            icon, colour = LOOKS[side.state]
            column = self.add(Column(gap=1), 1, Qt.AlignmentFlag.AlignTop)
            column.add(Text(side.label, "caption", colour="text2", elide=True))
            line = column.add(Row(gap=6))
            line.add(Picture(icon, colour, side=14, line="small"))
            line.add(Text(side.text, "small", weight=500, colour=colour, wrap=True, tabular=True), 1)
        self.setAccessibleName(f"{theirs.label}: {theirs.text}. {mine.label}: {mine.text}")
