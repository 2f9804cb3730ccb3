"""Reading and taking a file beside the window, how far that is, and what came of it in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.importing import ImportDone, ImportShown
from app.papers.rests_words import compared_lines
from app.words import Words
from ui.running import Tell
from ui.widgets.boxes import Column
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.import_look import Look

PARTS = 1000
"""How far a reading is, is told in thousandths: files may be larger than a number of a signal."""


class HowFar(Column):
    """A bar with a number; hidden while nothing runs."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words = words
        self.said = self.add(Text("", "small", colour="text2", tabular=True))
        self.bar = self.add(ShareBar((), high=8))
        self.hide()

    def begin(self, text: str) -> None:
        """Something begins."""
        self.said.setText(text)
        self.show_done(0)
        self.show()

    def show_done(self, thousandths: int) -> None:
        """So much of it is done."""
        done = min(thousandths, PARTS)
        if done:
            self.said.setText(self._words.text("{percent} read", percent=self._words.percent(done // 10)))
        self.bar.set_parts((SharePart(done), SharePart(PARTS - done, colour="hover")), self.said.text())


def done_in_words(words: Words, done: ImportDone) -> str:
    """What came of it, as one or two sentences."""
    if done.theirs:
        return " ".join(compared_lines(words, done.also_here, done.known, done.not_here))
    if not done.entry:
        return words.text("Everything in this file was known already. Nothing was written.")
    said_ = [words.plural("{n} message added.", "{n} messages added.", done.added)]
    if done.known:
        said_.append(words.plural("{n} message was known already.", "{n} messages were known already.", done.known))
    if done.corrected:
        said_.append(words.plural("{n} message was corrected.", "{n} messages were corrected.", done.corrected))
    return " ".join(said_)


def scan(look: Look, tell: Tell) -> ImportShown:
    """Read the whole file once."""
    return look.scan(partial(_in_thousandths, tell))


def take(look: Look, chat: str, me: str, zone: str, tell: Tell) -> ImportDone:
    """Import it, all or nothing."""
    return look.take(chat, me, zone, partial(_in_thousandths, tell))


def _in_thousandths(tell: Tell, done: int, all_: int) -> None:
    tell(done * PARTS // max(all_, 1))
