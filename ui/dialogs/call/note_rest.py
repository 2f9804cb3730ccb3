"""What stands below the topics of a call note: another topic, minutes, who is there, remarks."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.people import Person
from app.words import Words
from ui.dialogs.call.minutes import Minutes
from ui.dialogs.call.participants import Participants
from ui.dialogs.call.purpose import Remarks
from ui.kept_call import KeptCall
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


class NoteRest(Column):
    """`remarks` are what the agreement says against the call; they forbid nothing."""

    def __init__(self, words: Words, note: KeptCall, people: Sequence[Person], contact: Person | None) -> None:
        super().__init__(gap=10)
        line = self.add(Row(gap=12))
        self.adding = line.add(Button(words.text("Add a topic"), ButtonKind.GHOST, icon="plus", small=True))
        said = words.text("It will be marked as not agreed beforehand")
        line.add(Text(said, "caption", colour="text2", wrap=True), 1)
        self.minutes = self.add(Minutes(words, note.off_topic))
        number = contact.number if contact else 0
        self.on_call = self.add(Participants(words, people, note.participants, number))
        self.remarks = self.add(Remarks(words))
