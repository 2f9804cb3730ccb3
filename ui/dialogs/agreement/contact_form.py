"""Designate from …: who speaks for the client from a day on; the period that runs ends there in the same act (D8)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.people import ContactPeriod, Person
from app.facts.wall_time import local_date
from app.papers.names import CHANNELS, channel_name
from ui.channels import channel_icon
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.keeping import Editors
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field, line_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

NEW = "new"


class ContactForm(SmallDialog):
    """Somebody known or somebody new, since a day; a sentence says who speaks until when."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, person: int = 0, parent: QWidget | None = None
    ) -> None:
        words, journal = workbench.words, workbench.journal
        verb = words.text("Designate")
        super().__init__(words, words.text("Who speaks for the client"), verb, width=460, parent=parent)
        self._workbench, self._client = workbench, client
        self._people = journal.clients.people(client)
        self._now: Person | None = journal.clients.contact(client)
        others = [each for each in self._people if self._now is None or each.number != self._now.number]
        choices = [Choice(str(each.number), each.name) for each in others if not each.third_party]
        choices.append(Choice(NEW, words.text("Somebody new")))
        self.who = self.body.add(
            choice_field(words.text("The contact"), choices, str(person or choices[0].key), icon="user-check")
        )
        self.name = self.body.add(line_field(words.text("Name")))
        self.role = self.body.add(line_field(words.text("Role")))
        self.since = self.body.add(
            date_field(words.text("Since"), workbench.today, language=workbench.language, hint=words.text("from 00:00"))
        )
        nowhere = Choice("", words.text("not said"))
        told = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in CHANNELS]
        self.told = self.body.add(choice_field(words.text("Announced in"), [nowhere, *told]))
        self.sentence = self.body.add(Text("", "small", colour="text2", wrap=True))
        self.who.editor.chosen.connect(self._show)
        self.name.editor.textEdited.connect(self._show)
        self.since.editor.changed.connect(self._show)
        self.wanted.connect(self._designate)
        self._show()
        fields: Editors = {
            "who": self.who,
            "name": self.name,
            "role": self.role,
            "since": self.since,
            "told": self.told,
        }
        self.keep_typed(workbench, f"contact/{client}", fields)
        self.who.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """What is refused here is the day."""
        self.since.set_error(sentence)
        self.since.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        new = self.who.editor.key == NEW
        self.name.setVisible(new)
        self.role.setVisible(new)
        self.since.set_error(None)
        self.sentence.setText(self._said())

    def _said(self) -> str:
        """6.10: only one person can speak on a day, so the sentence asks about both."""
        words, since = self.words, self.since.editor.day
        who = self._called()
        if self._now is None:
            return words.text("{new} speaks {since:since}.", new=who, since=since)
        return words.text(
            "Only one person can speak on a day. {old} speaks {until:until}, {new} from {since}?",
            old=self._now.short,
            until=since - timedelta(days=1),
            new=who,
            since=since,
        )

    def _called(self) -> str:
        if self.who.editor.key == NEW:
            return self.name.editor.text().strip() or self.words.text("the new contact")
        return next(each.short for each in self._people if str(each.number) == self.who.editor.key)

    def _designate(self) -> None:
        if self.who.editor.key == NEW and not self.name.editor.text().strip():
            self.name.set_error(self.words.text("A name is needed. Write who speaks for the client."))
            self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        period = self._running()
        if period is not None and self._now is not None:
            since = local_date(self._workbench.owner.zone, period.since)
            self.refuse(
                self.words.text(
                    "Only one person can speak on a day. {old} speaks {since:since}: choose a later day.",
                    old=self._now.short,
                    since=since,
                )
            )
            return
        more: dict[str, Any] = {"announced_in": self.told.editor.key} if self.told.editor.key else {}
        if self._workbench.do(partial(self._record, more), self._kept, at=self):
            self.accept()

    def _running(self) -> ContactPeriod | None:
        """The period of the present contact, if it begins on the day chosen or later: it cannot end before that."""
        zone = self._workbench.owner.zone
        for period in self._workbench.journal.clients.periods(self._client):
            begins = local_date(zone, period.since)
            if self._now is not None and period.person == self._now.number and period.until is None:
                return period if self.since.editor.day <= begins else None
        return None

    def _record(self, more: dict[str, Any]) -> int:
        clients = self._workbench.journal.clients
        with self._workbench.journal.act():
            if self.who.editor.key == NEW:
                person = clients.add_person(self._client, self.name.editor.text(), role=self.role.editor.text().strip())
            else:
                person = int(self.who.editor.key)
            return clients.designate(self._client, person, self.since.editor.day, **more)

    def _kept(self, entry: int) -> None:
        words = self._workbench.words
        self._workbench.say(
            words.text("Saved as entry {number}. Voices are judged by this from then on.", number=entry)
        )
