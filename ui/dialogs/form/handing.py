"""A form handed over, blank or answered: on paper, as a PDF, as text on the clipboard, as a message to the client."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.facts.visible import visible
from app.papers.form import FormFacts
from ui.dialogs.paper import open_paper
from ui.printing.pdf import write_pdf
from ui.saving import Saving, file_name

if TYPE_CHECKING:
    from ui.dialogs.form.sheet import FormSheet


class Handing(QObject):
    """What leaves is what stands in the fields; only saved answers carry the day on which they were given."""

    def __init__(self, sheet: FormSheet) -> None:
        super().__init__(sheet)
        self._sheet, self._workbench = sheet, sheet.workbench
        self.saving: Saving | None = None

    @property
    def facts(self) -> FormFacts:
        """The form with its answers as they stand."""
        sheet, forms = self._sheet, self._workbench.journal.forms
        facts = forms.facts(sheet.client, sheet.text, sheet.form)
        if not sheet.changed:
            return facts
        draft = sheet.draft
        said = {key: answer for key, answer in {**facts.fields, **draft.fields}.items() if answer}
        return replace(facts, fields=said, ticks=draft.ticks, filled=None)

    def copy(self) -> None:
        """Text for a messenger, with gaps to fill."""
        QGuiApplication.clipboard().setText(self._workbench.journal.forms.message(self.facts))
        self._sheet.say(self._workbench.words.text("Copied. Copying is not sending."))

    def send(self) -> None:
        """Open a message to the client with the form in it; what was written stays here."""
        text, client = self._workbench.journal.forms.message(self.facts), self._sheet.client
        self._sheet.leave()
        self._workbench.open("compose", client, text=text)

    def print(self) -> None:
        """Look at the page as it will come out, and print it from there."""
        open_paper(self._workbench, self._workbench.journal.forms.paper(self.facts), self._sheet.client, self._sheet)

    def ask_where(self) -> None:
        """Ask for a place, then write the PDF there."""
        words = self._workbench.words
        client = self._workbench.journal.clients.get(self._sheet.client)
        name = file_name(f"{self._sheet.text.title} – {visible(client.name)}")
        self.saving = Saving(self._workbench, self._sheet, name, words.text("PDF files (*.pdf)"), self.write)
        self.saving.ask()

    def write(self, path: Path) -> bool:
        """Write the form as a PDF."""
        paper = self._workbench.journal.forms.paper(self.facts)
        if not self._workbench.do(partial(write_pdf, paper, path), at=self._sheet):
            return False
        self._sheet.say(self._workbench.words.text("Saved as {name}.", name=path.name))
        return True
