"""The fields of a version of the agreement: since when, how agreed, terms, channels, hours, binding clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.calendar_body import hours_of_week
from app.facts.main_terms import main_terms, with_main_terms
from app.facts.people import Client
from app.facts.terms import Agreement, Terms, Weekly
from app.words import N_
from ui.dialogs.agreement.channel_list import ChannelList
from ui.dialogs.agreement.hours_field import HoursField
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.term_fields import TermFields
from ui.widgets.boxes import Column
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

HOW = {
    "contract": N_("in the contract"),
    "chat": N_("in a chat"),
    "mail": N_("by mail"),
    "call": N_("on a call"),
}


class VersionFields(Column):
    """`changed` after each change; `read` gives all terms, with everything the form does not ask as it was."""

    changed = Signal()
    preset_chosen = Signal(str)

    def __init__(self, workbench: Workbench, client: Client, old: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        words, terms = workbench.words, old.terms
        self.by_preset = False
        first = self.add(SideBySide(gap=12))
        self.since = first.add(date_field(words.text("In force from"), workbench.today, language=workbench.language), 1)
        choices = [Choice(key, words.text(name)) for key, name in HOW.items()]
        self.how = first.add(choice_field(words.text("How it was agreed"), choices, old.agreed_how or "chat"), 1)
        self.confirmed = self.add(CheckBox(words.text("The client has confirmed it")))
        self.terms = self.add(TermFields(words, main_terms(terms), old.preset))
        self.channels = self.add(ChannelList(words, terms.agreed_channels))
        place = client.place or words.city(terms.client_hours.zone)
        self.hours = self.add(
            HoursField(words, words.text("Their hours, {place} time", place=place), terms.client_hours.weekly)
        )
        self._mine: Weekly = {
            day: tuple((start, end) for start, end in spans)
            for day, spans in hours_of_week(workbench.owner.calendar.week).items()
        }
        self.mine = self.add(CheckBox(words.text("Take my hours over as they are now")))
        self.mine.setVisible(self._mine != terms.my_hours.weekly)
        self.binding = self.add(
            CheckBox(words.text("Correspondence in these channels is binding"), checked=terms.binding == "yes")
        )
        self._rows = (first,)
        for signal in (self.terms.changed, self.channels.changed, self.hours.changed, self.binding.toggled,
                       self.mine.toggled):  # fmt: skip
            signal.connect(self.changed)
        self.terms.preset_chosen.connect(self._preset)

    def read(self, old: Terms) -> Terms:
        """All terms of the version."""
        theirs = replace(old.client_hours, weekly=self.hours.week)
        mine = replace(old.my_hours, weekly=self._mine) if self.mine.isChecked() else old.my_hours
        changed = replace(
            old,
            channels=self.channels.channels or "none",
            client_hours=theirs,
            my_hours=mine,
            binding="yes" if self.binding.isChecked() else "no",
        )
        return with_main_terms(changed, self.terms.main)

    def set_single(self, single: bool) -> None:
        """Put the fields below each other."""
        for row in self._rows:
            row.set_single(single)
        self.terms.set_single(single)
        self.channels.set_single(True)
        self.hours.set_single(single)

    def _preset(self, preset: str) -> None:
        self.by_preset = True
        self.preset_chosen.emit(preset)
