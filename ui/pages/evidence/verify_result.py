"""What a verification says: the verdict, what it covers, what is shown and what not, and the failing entry (6.9)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.evidence import Examined
from app.facts.visible import visible
from app.papers.verdict_words import stronger, verdict_sentences
from app.words import Words
from ui.pages.evidence.looks import head_lines, spelt
from ui.widgets.boxes import Column, Row
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.picture import Picture
from ui.widgets.text import Text

LOOKS = {
    "INVALID": (ChipKind.LATE, "circle-x"),
    "DIVERGED": (ChipKind.LATE, "triangle-alert"),
    "UNANCHORED": (ChipKind.NEUTRAL, "circle-dashed"),
    "TIMED": (ChipKind.NEUTRAL, "clock"),
    "HELD": (ChipKind.ACCENT, "circle-check"),
    "ACKNOWLEDGED": (ChipKind.ACCENT, "mail-check"),
}
"""UNANCHORED never has a tick: it is valid inside only."""
MOST_SAID = 50
TOP = Qt.AlignmentFlag.AlignTop


class VerifyResult(Column):
    """Problems first, then what was found; every sentence can be copied."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words

    def show_result(self, examined: Examined) -> None:
        """Show it."""
        words = self._words
        self.clear()
        head = self.add(Row(gap=10))
        kind, picture = LOOKS[examined.verdict]
        head.add(Chip(examined.verdict, kind, icon=picture), align=TOP)
        what, meaning = verdict_sentences(words, examined.verdict, examined.up_to)
        head.add(Text(what, "body", weight=500, wrap=True, selectable=True), 1)
        self.add(Text(meaning, "small", wrap=True, selectable=True))
        advice = stronger(words, examined.verdict, examined.up_to, examined.entries)
        if advice:
            self.add(Text(advice, "small", colour="text2", wrap=True, selectable=True))
        for sentence in examined.problems[:MOST_SAID]:
            self._line("circle-x", "late", spelt(words, sentence))
        if len(examined.problems) > MOST_SAID:
            self._line("circle-x", "late", words.text("and {n} more", n=len(examined.problems) - MOST_SAID))
        for text in self._covered(examined):
            self._line("minus", "text2", text)
        for sentence in examined.notes[:MOST_SAID]:
            self._line("info", "text2", spelt(words, sentence))
        self.add(Text(head_lines(examined.head, 4), "mono", colour="text2", selectable=True))

    def _covered(self, examined: Examined) -> list[str]:
        words = self._words
        said = [
            words.plural("{name} lists {n} entry.", "{name} lists {n} entries.", examined.entries,
                         name=visible(examined.what))
        ]  # fmt: skip
        if 0 < examined.up_to < examined.entries:
            said.append(
                words.text("The verdict covers entries 1 to {n}; what lies after it is not covered.", n=examined.up_to)
            )
        counts = (
            (words.text("shown"), examined.shown),
            (words.text("private"), examined.private),
            (words.text("redacted"), examined.redacted),
            (words.text("outside the period"), examined.outside),
            (words.text("withheld"), examined.withheld),
        )
        said.append(", ".join(f"{name} {words.number(count)}" for name, count in counts))
        return said

    def _line(self, picture: str, colour: str, text: str) -> None:
        line = self.add(Row(gap=8))
        line.add(Picture(picture, colour), align=TOP)
        line.add(Text(text, "small", wrap=True, selectable=True), 1)
