"""The right side of a new version: what it changes, from when and for what, and what it would mean today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.papers.term_changes import TermChange
from app.words import Words
from ui.dialogs.agreement.change_lines import ChangeLines
from ui.dialogs.agreement.meaning_pane import MeaningPane
from ui.widgets.boxes import Column
from ui.widgets.text import Text


class ChangesPane(Column):
    """Old sentences struck through above the new ones; below them the effect, then the meaning."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, margins=(0, 0, 6, 0), parent=parent)
        self._words = words
        self.add(Text(words.text("What changes"), "heading"))
        self._lines = self.add(ChangeLines(words))
        self.add(Text(words.text("From when, and for what"), "heading"))
        self._effect = self.add(Column(gap=5))
        self.meaning = self.add(MeaningPane(words), align=Qt.AlignmentFlag.AlignTop)
        self.add_space()
        self.effect_said: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """What is said to change."""
        return self._lines.said

    def show_changes(self, found: Sequence[TermChange]) -> None:
        """Show them; nothing changed is said as well."""
        self._lines.show_changes(found, self._words.text("Nothing is changed yet."))

    def show_effect(self, sentences: Sequence[str], *, refused: bool = False) -> None:
        """Say from when it counts, and what keeps the old terms; or why nothing can be told."""
        if tuple(sentences) == self.effect_said:
            return
        self.effect_said = tuple(sentences)
        self._effect.clear()
        for sentence in sentences:
            self._effect.add(Text(sentence, "small", colour="late" if refused else "text", wrap=True))
