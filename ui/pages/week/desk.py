"""The desk of the week page: the paper as it will print, its zoom, and the sentence over an empty week (6.8)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.sheets import ALL_CLIENTS, SheetShown
from app.papers.plain_text import text_of
from app.words import Words, words_for
from ui.printing.ground import PaperGround
from ui.widgets.boxes import Column
from ui.widgets.notice import Notice, NoticeLine


class SheetDesk(Column):
    """`write` when an empty week is answered with a line to the client."""

    write = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self._words = words
        self.empty = self.add(NoticeLine(Notice("")))
        self.empty.step_taken.connect(self.write)
        self.empty.hide()
        self.preview = self.add(PaperGround(words), 1).preview

    def show_sheet(self, shown: SheetShown) -> None:
        """Show the paper; an empty week is said, and a line to the client is offered."""
        spoken = text_of(shown.paper, words_for(shown.language, shown.made.last.year))
        self.preview.show_paper(shown.paper, spoken)
        self.empty.setVisible(shown.empty)
        if shown.empty:
            words, named = self._words, self._words.week(shown.asked.week)
            if shown.asked.client == ALL_CLIENTS:
                self.empty.set_notice(Notice(words.text("Nothing recorded in {week}.", week=named)))
                return
            asked = words.text("Nothing recorded in {week}. Send a line anyway?", week=named)
            self.empty.set_notice(Notice(asked, step=words.text("Write")))
