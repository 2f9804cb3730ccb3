"""Saving an export: asks where, writes it beside the window, and says what went in (6.9)."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.facts.evidence import BagAsked, BagContents, Exported
from app.facts.pages import Paper
from app.facts.visible import visible
from ui.pages.evidence import asking
from ui.pages.evidence.export_card import ExportCard
from ui.running import Running, said
from ui.saving import Saving, another_name
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Exporting(QObject):
    """One export at a time."""

    def __init__(self, workbench: Workbench, card: ExportCard) -> None:
        super().__init__(card)
        self._workbench, self._card = workbench, card
        self._asked: BagAsked | None = None
        self._path = Path()
        self.saving: Saving | None = None
        self._running = Running(workbench, self)
        self._running.ended.connect(self._ended)
        self._running.progressed.connect(card.writing.show_done)
        card.writing.stopped.connect(self._running.stop)
        self._counting = Running(workbench, self)
        self._counting.ended.connect(self._counted)
        self._copy: Paper | None = None
        card.contents.looked.connect(self._look)

    def sum_up(self, asked: BagAsked) -> None:
        """Show what would go in; the pages of the reading copy follow when they are counted."""
        self._workbench.ask(partial(asking.bag_contents, self._workbench, asked), self._summed)

    def _summed(self, contents: BagContents) -> None:
        self._card.show_contents(contents)
        if contents.asked.reading_copy and contents.asked == self._card.asked:
            self._counting.start(partial(asking.copy_of, self._workbench, contents.asked))

    def _counted(self, value: object) -> None:
        """A refusal says nothing here: the same one comes when the export is saved."""
        if isinstance(value, tuple):
            asked, paper, pages = value
            self._copy = paper if asked == self._card.asked else self._copy
            self._card.contents.show_pages(asked, pages)

    def _look(self) -> None:
        if self._copy is not None and self._card.asked is not None:
            self._workbench.open("paper", self._card.asked.client, paper=self._copy)

    def ask_where(self, asked: BagAsked) -> None:
        """Ask for a place, then write."""
        self._asked = asked
        self._ask(self._proposed(asked))

    def save_to(self, asked: BagAsked, path: Path) -> None:
        """Write to a place that is known."""
        self._asked = asked
        self._write(path)

    def _ask(self, name: str) -> None:
        filter_ = self._workbench.words.text("Evidence export (*.zip)")
        self.saving = Saving(self._workbench, self._card, name, filter_, self._write)
        self.saving.ask()

    def _write(self, path: Path) -> bool:
        if self._asked is None or self._running.busy:
            return False
        self._path = path
        self._card.show_writing(True)
        self._running.start(partial(asking.export, self._workbench, self._asked, path))
        return True

    def _ended(self, value: object) -> None:
        self._card.show_writing(False)
        words = self._workbench.words
        refusal = said(value)
        if refusal is not None:
            name = another_name(self._path.name)
            step = words.text("Save as {name}", name=name)
            self._workbench.say(words.of(refusal), NoticeKind.ERROR, step=step, next=partial(self._ask, name))
        elif isinstance(value, Exported):
            self._workbench.say(self._written(value))
        else:
            self._workbench.say(words.text("The export was stopped. Nothing was written."))

    def _written(self, exported: Exported) -> str:
        words = self._workbench.words
        return words.plural(
            "Saved as {name}: {n} entry, {left} left out, head of {size} entries.",
            "Saved as {name}: {n} entries, {left} left out, head of {size} entries.",
            exported.shown,
            name=self._path.name,
            left=words.number(exported.left_out),
            size=words.number(exported.size),
        )

    def _proposed(self, asked: BagAsked) -> str:
        name = visible(self._workbench.journal.clients.get(asked.client).name)
        said_ = self._workbench.words.text("{client}, evidence", client=name)
        return _NOT_IN_NAMES.sub(" ", said_).strip(" .")[:60].strip(" .") + ".zip"
