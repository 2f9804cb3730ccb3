"""Designates another contact from a day on; the period that runs ends with it (D8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Designate(PlainDialog):
    """Who, from when."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Who speaks from now on"), parent, width=460)
        self._client = client
        people = workbench.journal.clients.people(client)
        now = workbench.journal.clients.contact(client)
        choices = [Choice(str(each.number), each.name) for each in people if now is None or each.number != now.number]
        self.person = self.body.add(choice_field(words.text("The contact"), choices, icon="user-check"))
        self.since = self.body.add(
            date_field(words.text("From"), workbench.today, language=workbench.language, hint=words.text("00:00"))
        )
        said = (words.text("{person} speaks until then, and stays on record.", person=now.name) if now
                else words.text("Nobody is named until then."))  # fmt: skip
        self.body.add(Text(said, "small", colour="text2", wrap=True))
        self.body.add_space()
        self.saving = self.add_foot(words.text("Designate"), cancel=words.text("Cancel"))
        if not choices:
            self.saving.refuse(words.text("Nobody else is entered yet. Add the person first."))
        self.fit()

    def save(self) -> None:
        """Write contact.designated, and contact.ended for the one before."""
        clients, client, since = self.workbench.journal.clients, self._client, self.since.editor.day
        if not self.person.editor.key:
            return
        person = int(self.person.editor.key)

        def verb() -> int:
            return clients.designate(client, person, since=since)

        if self.workbench.do(verb, self._kept, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.since.set_error(sentence)

    def _kept(self, seq: int) -> None:
        self.workbench.say(self.workbench.words.text("Saved as entry {number}.", number=seq))
