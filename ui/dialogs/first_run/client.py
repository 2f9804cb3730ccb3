"""Step 2: the first client, and the one person who speaks for it (6.10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.facts.beginning import Beginning
from app.words import Words
from ui.dialogs.agreement.client_fields import ClientFields
from ui.dialogs.agreement.place_input import settled
from ui.dialogs.first_run.page import Refusable, StepPage


class ClientPage(StepPage):
    """The fields of a client."""

    def __init__(self, words: Words, given: Beginning, now: datetime) -> None:
        title = words.text("Who is your first client?")
        super().__init__(words, title, words.text("The client signs, the contact speaks. They may be two people."))
        first = replace(given.client, zone=given.client.zone or given.zone)
        self.fields = self.add(ClientFields(words, first, now))
        self.fields.changed.connect(self.changed)
        self.add_space()
        self._owner_zone = given.zone

    def take(self, given: Beginning) -> None:
        """A client whose zone nobody chose lives where the owner lives."""
        editor = self.fields.place.editor
        if editor.zone == self._owner_zone and not editor.place:
            editor.show_place("", given.zone)
        self._owner_zone = given.zone

    def read(self, given: Beginning) -> Beginning:
        """What was entered so far, with these fields."""
        return replace(given, client=self.fields.read())

    def refusable(self) -> Mapping[str, tuple[Refusable, QWidget]]:
        """Name and contact are asked for."""
        fields = self.fields
        return {"client": (fields.name, fields.name.editor), "contact": (fields.contact, fields.contact.editor)}

    def objecting(self, sentences: Mapping[str, str]) -> bool:
        """A line that is no place would be lost, so it holds up as well."""
        return super().objecting(sentences) or not settled(self.fields.place, self.words)

    def first(self) -> QWidget:
        """The client's name."""
        return self.fields.name.editor

    def set_single(self, single: bool) -> None:
        """Put the fields below each other."""
        self.fields.set_single(single)
