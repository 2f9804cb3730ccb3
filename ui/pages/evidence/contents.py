"""The summary before an export is saved: what goes in, and what stays out (6.9)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.evidence import BagAsked, BagContents
from app.words import Words
from ui.language_names import LANGUAGES
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


class ContentsList(Column):
    """Lines of a name and a number; `looked` when the reading copy is to be seen before it is saved."""

    looked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=9, parent=parent)
        self._words = words
        self._shown: BagContents | None = None

    def show_pages(self, asked: BagAsked, pages: int) -> None:
        """Say how many pages the reading copy has, if it is still the one that was asked for."""
        if self._shown is not None and self._shown.asked == asked:
            self.show_contents(self._shown, pages)

    def show_contents(self, contents: BagContents, pages: int = 0) -> None:
        """Show them; `pages` are those of the reading copy, 0 until they are counted."""
        self._shown = contents
        self.clear()
        for name, value in summary(self._words, contents, pages):
            line = self.add(Row(gap=8))
            line.add(Text(name, "small", colour="text2", wrap=True), 1)
            line.add(Text(value, "small", weight=500, tabular=True), align=Qt.AlignmentFlag.AlignTop)
        if pages:
            look = self.add(Button(self._words.text("Look at the reading copy"), ButtonKind.LINK, icon="eye"))
            look.clicked.connect(self.looked)


def summary(words: Words, contents: BagContents, pages: int = 0) -> list[tuple[str, str]]:
    """Name and value of every line; what is 0 is said too."""
    number = words.number
    languages = [words.text(LANGUAGES[each]) for each in dict.fromkeys((contents.language, "en"))]
    lines = [
        (words.text("Period"), _period(words, contents)),
        (words.text("Entries shown"), number(contents.shown)),
        (words.text("Other clients, list lines only"), number(contents.others)),
        (words.text("Private notes left out"), number(contents.private)),
        (words.text("Outside the period"), number(contents.outside)),
        (words.text("Redacted"), number(contents.redacted)),
        (words.text("Attachments, with their hashes"), number(contents.attachments)),
        (_copy_name(words, contents), _copy(words, contents, pages)),
        (words.text("How to check it"), ", ".join(languages)),
    ]
    return lines


def _copy_name(words: Words, contents: BagContents) -> str:
    chosen = len(contents.asked.items) if contents.asked.reading_copy else 0
    if not chosen:
        return words.text("Reading copy")
    return words.plural("Reading copy, {n} chosen item", "Reading copy, {n} chosen items", chosen)


def _copy(words: Words, contents: BagContents, pages: int) -> str:
    if not contents.asked.reading_copy:
        return words.text("no")
    if pages:
        return words.plural("{n} page", "{n} pages", pages)
    if not contents.asked.items:
        return words.text("yes")
    return words.plural("{n} entry about what was chosen", "{n} entries about what was chosen", contents.about)


def _period(words: Words, contents: BagContents) -> str:
    first, last = contents.asked.first or contents.first, contents.asked.last or contents.last
    if first is None or last is None:
        return words.text("no entry")
    return words.text("{first:short} to {last:short}", first=first, last=last)
