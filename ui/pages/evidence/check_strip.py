"""Check now: how far the check is, a way to stop it, and what it found. Nothing is repaired silently (6.9)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.evidence import Examined
from app.words import Words
from ui.pages.evidence.looks import spelt
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

MOST_SAID = 20


class CheckStrip(Card):
    """Shown while a check runs; `stopped` when it is no longer wanted."""

    stopped = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(15, 11, 15, 13), fill=True, parent=parent)
        self._words, self._all = words, 0
        head = self.add(Row(gap=8))
        self.said = head.add(Text("", "small", tabular=True, wrap=True), 1)
        self.cancel = head.add(Button(words.text("Cancel"), small=True))
        self.cancel.clicked.connect(self.stopped)
        self.bar = self.add(ShareBar((), high=8))
        self.hide()

    def begin(self, entries: int) -> None:
        """A check of so many entries begins."""
        self._all = entries
        self.show_done(0)
        self.show()

    def show_done(self, done: int) -> None:
        """So many entries were looked at."""
        done = min(done, self._all)
        words = self._words
        text = words.text("Checking: {done} of {all} entries", done=words.number(done), all=words.number(self._all))
        self.said.setText(text)
        parts = (SharePart(done), SharePart(self._all - done, colour="hover"))
        self.bar.set_parts(parts, text)


class ProblemsCard(Card):
    """What a check found: which entry, what differs, and what to do next."""

    def __init__(self, words: Words, rescue: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(severity="late", gap=6, fill=True, parent=parent)
        self._words = words
        self.listed = self.add(Column(gap=6))
        self.add(rescue)
        self.hide()

    def show_problems(self, examined: Examined, path: str) -> None:
        """Show them; the card goes when there are none."""
        words, problems = self._words, examined.problems
        self.setVisible(bool(problems))
        self.listed.clear()
        title = words.plural("The journal has {n} problem", "The journal has {n} problems", len(problems))
        self.listed.add(Text(title, "heading", colour="late", wrap=True))
        for problem in problems[:MOST_SAID]:
            self._line(spelt(words, problem))
        if len(problems) > MOST_SAID:
            self._line(words.text("and {n} more", n=len(problems) - MOST_SAID))
        advice = words.text(
            "Nothing was repaired. Copy {path} to a safe place first, then restore a backup.", path=path
        )
        self.listed.add(Text(advice, "small", colour="text2", wrap=True, selectable=True))

    def _line(self, text: str) -> None:
        line = self.listed.add(Row(gap=8))
        line.add(Picture("circle-x", "late"), align=Qt.AlignmentFlag.AlignTop)
        line.add(Text(text, "small", wrap=True, selectable=True), 1)
