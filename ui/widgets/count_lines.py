"""The count of 6.5 as a list of lines, for 200 % text where cells would be too narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Row
from ui.widgets.count import CountCell, CountKind, folded
from ui.widgets.text import Text

COLOURS = {CountKind.OFF: "text3", CountKind.DUE: "accent-text"}


class CountLines(Column):
    """One line per day: "Fri 20", "received"; the same data as `Count`."""

    def __init__(
        self, cells: Sequence[CountCell], *, muted: bool = False, spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=2, parent=parent)
        self.set_count(cells, muted=muted, spoken=spoken)

    def set_count(self, cells: Sequence[CountCell], *, muted: bool = False, spoken: str = "") -> None:
        """Show another count."""
        self.clear()
        self.setAccessibleName(spoken or ". ".join(f"{cell.weekday} {cell.number}, {cell.word}" for cell in cells))
        for cell in folded(cells):
            colour = "text2" if muted else COLOURS.get(cell.kind, "text")
            line = self.add(Row(gap=12))
            line.add(Text(f"{cell.weekday} {cell.number}", "small", weight=600, colour=colour, tabular=True), 1)
            line.add(Text(cell.word, "small", colour=colour, wrap=True), 2)
