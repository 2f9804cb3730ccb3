"""The client and the one person who speaks, as fields (6.10 step 2; 6.2 "New client")."""

from __future__ import annotations

from datetime import date, datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.beginning import FirstClient
from app.words import N_, Words, words_for
from ui.dialogs.agreement.contract_form import ContractButton
from ui.dialogs.agreement.holidays_button import HolidaysButton
from ui.dialogs.agreement.languages_button import LANGUAGES, language_name
from ui.dialogs.agreement.place_input import PlaceInput
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.widgets.boxes import Column, Row
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, date_field, line_field
from ui.widgets.picture import Picture
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

STYLES = {"formal": N_("Formal"), "plain": N_("Plain"), "friendly": N_("Friendly")}
SAMPLES = {
    "formal": N_("Good morning, {name}. The page is ready for your approval."),
    "plain": N_("Good morning, {name}. The page is ready."),
    "friendly": N_("Hi {name}, the page is ready 🙂"),
}


class _Sample(Text):
    """A sentence as it would be written, so it leans."""

    def restyle(self) -> None:
        """Take font and colour anew."""
        super().restyle()
        font = self.font()
        font.setItalic(True)
        self.setFont(font)


class ClientFields(Column):
    """`changed` after each change by the user."""

    changed = Signal()

    def __init__(self, words: Words, given: FirstClient, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(gap=18, parent=parent)
        self._words, self._given, self._now = words, given, now
        first = self.add(SideBySide(gap=16))
        self.name = first.add(line_field(words.text("Client, as in the contract"), given.name), 3)
        self.contract = first.add(line_field(words.text("Contract"), given.contract), 2)
        second = self.add(SideBySide(gap=16))
        place = PlaceInput(words, given.place, given.zone)
        self.place = second.add(Field(words.text("Their city and time zone"), place), 1)
        languages = [Choice(code, language_name(words, code)) for code in LANGUAGES]
        label = words.text("Language of their papers")
        self.language = second.add(choice_field(label, languages, given.language, icon="languages"), 1)
        self._rows = [first, second, self._speaker(), self._address(), self._later()]
        self._connect()
        self._sample()

    def read(self) -> FirstClient:
        """What the fields hold."""
        editor = self.place.editor
        return replace(
            self._given,
            name=self.name.editor.text(),
            contract=self.contract.editor.text(),
            contract_dates=self.dates.editor.body,
            holidays=self.holidays.editor.body,
            place=editor.place,
            zone=editor.zone,
            language=self.language.editor.key,
            contact=self.contact.editor.text(),
            role=self.role.editor.text(),
            since=self.since.editor.day,
            style=self.style_switch.key,
        )

    def set_single(self, single: bool) -> None:
        """Put the fields below each other."""
        for row in self._rows:
            row.set_single(single)

    def _speaker(self) -> SideBySide:
        words, given = self._words, self._given
        card = self.add(Card(ground="bg", gap=5, padding=(15, 14, 15, 16)), align=Qt.AlignmentFlag.AlignTop)
        head = card.add(Row(gap=8))
        head.add(Picture("user-check", "accent", side=18))
        head.add(Text(words.text("One person speaks for the client"), "small", weight=600, wrap=True), 1)
        why = words.text("Edits from anyone else are kept, and wait until this person confirms them.")
        card.add(Text(why, "small", colour="text2", wrap=True))
        card.add_gap(4)
        row = card.add(SideBySide(gap=12))
        self.contact = row.add(line_field(words.text("Name"), given.contact), 1)
        self.role = row.add(line_field(words.text("Role"), given.role), 1)
        since = given.since or _today(self._now, given.zone)
        self.since = row.add(date_field(words.text("Since"), since, language=words.language), 1)
        return row

    def _address(self) -> SideBySide:
        words = self._words
        column = self.add(Column(gap=6))
        column.add(Text(words.text("Style of address"), "small", weight=500, colour="text2"))
        row = column.add(SideBySide(gap=14))
        segments = [Segment(key, words.text(name)) for key, name in STYLES.items()]
        self.style_switch = row.add(Segmented(segments, self._given.style, name=words.text("Style of address")))
        self.sample = row.add(_Sample("", "small", colour="text2", wrap=True), 1)
        return row

    def _later(self) -> SideBySide:
        """What is seldom at hand: it stands last, so that nobody has to pass it."""
        words, given = self._words, self._given
        row, today = self.add(SideBySide(gap=16)), _today(self._now, given.zone)
        dates = ContractButton(words, given.contract_dates, today)
        self.dates = row.add(Field(words.text("Dates and sum of the contract"), dates), 1)
        holidays = HolidaysButton(words, given.holidays, (), today)
        self.holidays = row.add(Field(words.text("Their public holidays"), holidays), 1)
        return row

    def _connect(self) -> None:
        for field in (self.name, self.contract, self.contact, self.role):
            field.editor.textEdited.connect(self._say)
        self.dates.editor.changed.connect(self._say)
        self.holidays.editor.changed.connect(self._say)
        self.place.editor.settled.connect(self._say_place)
        self.place.editor.lost.connect(self._lost)
        self.language.editor.chosen.connect(self._say)
        self.since.editor.changed.connect(self._say)
        self.style_switch.changed.connect(self._say)

    def _say(self) -> None:
        self._sample()
        self.changed.emit()

    def _say_place(self) -> None:
        self.place.set_error(None)
        self._say()

    def _lost(self) -> None:
        self.place.set_error(self._words.text("No time zone is called so. Type a city, or choose from the list."))

    def _sample(self) -> None:
        """The sample is said in the language of the client's papers: that is where it will be written."""
        name = self.contact.editor.text().split()
        words = words_for(self.language.editor.key)
        called = name[0] if name else words.text("Anna")
        self.sample.setText(words.text(SAMPLES[self.style_switch.key], name=called))


def _today(now: datetime, zone: str) -> date:
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(zone)).date() if zone else now.date()
