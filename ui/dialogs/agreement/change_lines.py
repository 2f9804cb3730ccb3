"""What a version changes, as lines: the label, the old sentences struck through, the new ones below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.papers.term_changes import TermChange
from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.text import Text


class ChangeLines(Column):
    """`said` is what it says now, a line for each changed term."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self.said: tuple[str, ...] = ()

    def show_changes(self, found: Sequence[TermChange], nothing: str) -> None:
        """Show them; `nothing` is said when there are none."""
        said = tuple(f"{each.label}: {' '.join(each.before)} → {' '.join(each.after)}" for each in found)
        if said and said == self.said:
            return
        self.said = said
        self.clear()
        if not found:
            self.add(Text(nothing, "small", colour="text2", wrap=True))
        for each in found:
            self._add(each)

    def _add(self, change: TermChange) -> None:
        line = self.add(Column(gap=1))
        line.add(Text(change.label, "caption", weight=500, colour="text2", wrap=True))
        for before in change.before:
            old = self._words.text("old: {before}", before=before)
            line.add(Text(before, "small", colour="text3", struck=True, wrap=True, spoken=old))
        for after in change.after:
            line.add(Text(after, "small", weight=600, wrap=True))
