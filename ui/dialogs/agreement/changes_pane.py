"""The right side of a new version: what it changes, and what it would mean today."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.dialogs.agreement.meaning_pane import MeaningPane
from ui.dialogs.agreement.term_changes import TermChange
from ui.widgets.boxes import Column
from ui.widgets.text import Text


class ChangesPane(Column):
    """Old words struck through above the new ones; below it the meaning."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self._words = words
        self.add(Text(words.text("What changes"), "heading"))
        self._lines = self.add(Column(gap=8))
        kept = words.text("Old items keep the terms they began under.")
        self.add(Text(kept, "caption", colour="text2", wrap=True))
        self.meaning = self.add(MeaningPane(words), align=Qt.AlignmentFlag.AlignTop)
        self.said: tuple[str, ...] = ()

    def show_changes(self, found: list[TermChange]) -> None:
        """Show them; nothing changed is said as well."""
        self._lines.clear()
        self.said = tuple(f"{each.label}: {each.before} → {each.after}" for each in found)
        if not found:
            nothing = self._words.text("Nothing is changed yet.")
            self._lines.add(Text(nothing, "small", colour="text2", wrap=True))
        for each in found:
            line = self._lines.add(Column(gap=1))
            line.add(Text(each.label, "caption", weight=500, colour="text2", wrap=True))
            old = self._words.text("old: {before}", before=each.before)
            line.add(Text(each.before, "small", colour="text3", struck=True, wrap=True, spoken=old))
            line.add(Text(each.after, "small", weight=600, wrap=True))
