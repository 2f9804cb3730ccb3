"""One fact of a header: a caption, the value in SemiBold, a quieter note; several of them between dividers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Divider, Row
from ui.widgets.clock import Clock, ClockFace
from ui.widgets.flow import Flow
from ui.widgets.picture import Picture
from ui.widgets.text import Text


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
        line = self.add(Row(gap=6))
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
        super().__init__(gap=18, line_gap=8, parent=parent)
        for at, fact in enumerate(facts):
            if at:
                piece = Row(gap=18)
                piece.add(Divider(vertical=True))
                piece.add(fact)
                self.add(piece)
            else:
                self.add(fact)
