"""One fact of a header: a caption, the value in SemiBold, a quieter note; several of them between dividers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.clock import Clock, ClockFace
from ui.widgets.flow import Flow
from ui.widgets.picture import Picture
from ui.widgets.text import Text

BETWEEN = 36


class ValueLine(Row):
    """As high as a clock, so that all values of a header share one baseline."""

    def restyle(self) -> None:
        """Take the height at the present text scale."""
        super().restyle()
        self.setMinimumHeight(theme().px(20))


class Fact(Column):
    """A caption over a value; with `clock` the value is a clock."""

    def __init__(
        self,
        label: str,
        value: str = "",
        note: str = "",
        *,
        icon: str = "",
        colour: str = "text",
        clock: ClockFace | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=2, parent=parent)
        self.label = self.add(Text(label, "caption", colour="text2"))
        line = self.add(ValueLine(gap=6))
        if icon:
            line.add(Picture(icon, colour if colour != "text" else "text2", side=14))
        if clock is not None:
            line.add(Clock(clock))
        else:
            self.value = line.add(Text(value, "small", weight=600, colour=colour))
            line.add(Text(note, "small", colour="text2")).setVisible(bool(note))
        line.add_space()


class Facts(Flow):
    """Facts in one line with dividers between them, in two where the width needs it."""

    def __init__(self, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(gap=BETWEEN, line_gap=8, parent=parent)
        for fact in facts:
            self.add(fact)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline in each gap inside a line."""
        painter, half = QPainter(self), theme().px(BETWEEN) // 2
        shown = [fact.geometry() for fact in self._shown()]
        for left, right in pairwise(shown):
            if left.top() == right.top():
                painter.fillRect(right.left() - half, left.top(), 1, left.height(), theme().colour("border"))
