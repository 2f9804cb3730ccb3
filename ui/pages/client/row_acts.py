"""What a row of the timeline does: details, a correction, an answer, a question to the contact, its words, a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.facts.client_page import OpenItem
from app.facts.timeline import Line
from app.papers.kind_names import kind_name
from ui.attachments import Attachments
from ui.pages.client.row_files import FILE

if TYPE_CHECKING:
    from ui.workbench import Workbench


class RowActs(QObject):
    """Acts of one timeline; `tab` is what dialogs stand over."""

    def __init__(self, workbench: Workbench, tab: QWidget) -> None:
        super().__init__(tab)
        self._workbench, self._tab = workbench, tab
        self.files = Attachments(workbench, tab)

    def act(self, line: Line, what: str, mine: Sequence[OpenItem] = ()) -> None:
        """Do what a row asks for; `mine` are the reasons of which a message about the entry may clear some."""
        entry = line.entry
        if what == "open":
            self._details(line)
        elif what == "correct":
            self._correct(line)
        elif what == "copy":
            self.copy(line)
        elif what == "ask":
            number = line.item.number if line.item else entry.seq
            flags = tuple(each.flag.key for each in mine if each.flag and each.item == number)
            self._workbench.open("compose", entry.client, flags=flags, draft="f7", about=(entry.seq,))
        elif what.startswith(FILE):
            self.open_file(line, int(what.removeprefix(FILE)))
        else:
            self._workbench.open("compose", entry.client, about=(entry.seq,))

    def copy(self, line: Line) -> None:
        """The entry's own words as they were written, for another program."""
        words = self._workbench.words
        text = line.entry.text or kind_name(words, line.entry.kind)
        QGuiApplication.clipboard().setText(text)
        self._workbench.say(words.text("The text of entry {number} is copied.", number=line.entry.seq))

    def open_file(self, line: Line, number: int) -> None:
        """One of the entry's attachments."""
        from app.journal.attached import attached_to

        self.files.open(attached_to(line.entry.body)[number])

    def _details(self, line: Line) -> None:
        from ui.dialogs.entry_details import EntryDetails

        EntryDetails(self._workbench, line.entry.client, line=line, parent=self._tab.window()).open()

    def _correct(self, line: Line) -> None:
        from ui.dialogs.correct import Correct

        Correct(self._workbench, line.entry.client, entry=line.entry.seq, parent=self._tab.window()).open()
