"""Write down that a client holds a head: a sheet in a drawer, a mail (4.2). The digits are compared before anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.facts.held import heads_in
from app.facts.people import Client
from app.facts.visible import visible
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, text_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

NOBODY = ""


class ByHand(PlainDialog):
    """Who holds it, and the head as it stands on the paper."""

    def __init__(self, workbench: Workbench, clients: tuple[Client, ...], parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Who holds a head"), parent)
        self.client = self.body.add(
            choice_field(
                words.text("Client"), [Choice(str(each.number), visible(each.name), "briefcase") for each in clients]
            )
        )
        self.person = self.body.add(choice_field(words.text("Person"), []))
        self.held = self.body.add(
            text_field(words.text("The head on the paper"), hint=words.text("all 64 digits"), lines=4)
        )
        self.held.editor.setPlaceholderText(words.text("1296: and all 64 digits, or the text of the sheet's code"))
        said = words.text(
            "It is compared with this journal first. What you write down here is your word; the paper is the witness."
        )
        self.body.add(Text(said, "caption", colour="text2", wrap=True))
        self.saving = self.add_foot(words.text("Write it down"), cancel=words.text("Cancel"))
        self.client.editor.chosen.connect(self._show_people)
        self._show_people()
        self.fit()
        self.held.editor.setFocus()

    def save(self) -> None:
        """Record the anchor; a refusal stays at the digits."""
        if self.workbench.do(self._verb, self._kept, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say it at the digits."""
        self.held.set_error(sentence)
        self.held.editor.setFocus()

    def _verb(self) -> int:
        from app.journal.checking import held_heads

        heads = held_heads(heads_in(self.held.editor.toPlainText()))
        if len(heads) != 1:
            raise Refused("Give one head: the number of entries, a colon and all 64 digits.")
        to = self.person.editor.key
        client = int(self.client.editor.key)
        return self.workbench.journal.evidence.anchor_by_hand(client, heads[0], to=int(to) if to else None)

    def _kept(self, seq: int) -> None:
        self.workbench.say(self.workbench.words.text("Saved as entry {number}.", number=seq))

    def _show_people(self) -> None:
        people = self.workbench.journal.clients.people(int(self.client.editor.key))
        contact = self.workbench.journal.clients.contact(int(self.client.editor.key))
        nobody = Choice(NOBODY, self.workbench.words.text("Not said who"), "user")
        choices = [nobody, *(Choice(str(each.number), visible(each.name), "user") for each in people)]
        self.person.editor.set_choices(choices, str(contact.number) if contact else NOBODY)
