"""Step 1: who the owner is, and the clock that decides what is due (6.10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.facts.beginning import Beginning
from app.facts.public_holidays import extra_days_body, holidays_body
from app.words import Words
from ui.dialogs.agreement.holidays_button import HolidaysButton
from ui.dialogs.agreement.hours_field import HoursField
from ui.dialogs.agreement.languages_button import LanguagesButton
from ui.dialogs.agreement.place_input import PlaceInput, settled
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.first_run.page import Refusable, StepPage
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, line_field

MOST_PROMISES = 9


class YouPage(StepPage):
    """Name, zone, hours, holidays, promises a day, languages."""

    def __init__(self, words: Words, given: Beginning, today: date) -> None:
        super().__init__(words, words.text("Who are you?"), words.text("Your clock decides what is due today."))
        self._today = today
        first = self.add(SideBySide(gap=16))
        self.name = first.add(line_field(words.text("Your name, as on papers"), given.name), 1)
        place = PlaceInput(words, given.place, given.zone)
        self.place = first.add(Field(words.text("Your city and time zone"), place), 1)
        hint = words.text("answers and promises are counted inside them")
        self.hours = self.add(HoursField(words, words.text("Your working hours"), given.hours, hint))
        last = self.add(SideBySide(gap=16))
        button = HolidaysButton(words, given.holidays, given.extra_days, today)
        self.holidays = last.add(Field(words.text("Public holidays"), button), 5)
        numbers = [Choice(str(n), str(n)) for n in range(1, MOST_PROMISES + 1)]
        label = words.text("Promises a day, at most")
        self.promises = last.add(choice_field(label, numbers, str(given.promises_a_day)), 3)
        languages = LanguagesButton(words, given.languages)
        self.languages = last.add(Field(words.text("Languages of your papers"), languages), 5)
        self.add_space()
        self._rows = (first, last)
        self._by_hand = False
        self._connect()

    def read(self, given: Beginning) -> Beginning:
        """What was entered so far, with these fields."""
        place, holidays = self.place.editor, self.holidays.editor
        return replace(
            given,
            name=self.name.editor.text(),
            place=place.place,
            zone=place.zone,
            hours=self.hours.week,
            holidays=holidays.body,
            extra_days=holidays.extra,
            promises_a_day=int(self.promises.editor.key),
            languages=self.languages.editor.chosen,
        )

    def refusable(self) -> Mapping[str, tuple[Refusable, QWidget]]:
        """Only the name is asked for, and hours that can be counted."""
        return {"name": (self.name, self.name.editor), "hours": (self.hours, self.hours.grid)}

    def objecting(self, sentences: Mapping[str, str]) -> bool:
        """A line that is no place would be lost, so it holds up as well."""
        return super().objecting(sentences) or not settled(self.place, self.words)

    def first(self) -> QWidget:
        """The name."""
        return self.name.editor

    def set_single(self, single: bool) -> None:
        """Put the fields below each other."""
        for row in self._rows:
            row.set_single(single)
        self.hours.set_single(single)

    def _connect(self) -> None:
        self.name.editor.textEdited.connect(self.changed)
        self.place.editor.settled.connect(self._moved)
        self.place.editor.lost.connect(self._lost)
        self.hours.changed.connect(self.changed)
        self.holidays.editor.changed.connect(self._chosen)
        self.promises.editor.chosen.connect(self.changed)
        self.languages.editor.changed.connect(self.changed)

    def _moved(self) -> None:
        """Another zone proposes the holidays of its country, until they were chosen by hand."""
        self.place.set_error(None)
        body, extra = proposed_holidays(self.place.editor.zone, self._today, self.words.language)
        if not self._by_hand and body.get("country") != self.holidays.editor.body.get("country"):
            self.holidays.editor.choose(body, extra)
        self.changed.emit()

    def _chosen(self) -> None:
        self._by_hand = True
        self.changed.emit()

    def _lost(self) -> None:
        self.place.set_error(self.words.text("No time zone is called so. Type a city, or choose from the list."))


def proposed_holidays(zone: str, today: date, language: str) -> tuple[dict[str, object], tuple[dict[str, str], ...]]:
    """The holidays of the country in which a zone lies, this year's and the next one's where they are decreed."""
    from app.journal.holidays import country_of_zone, first_years

    country = country_of_zone(zone)
    years = first_years(country, "", today, language) if country else ()
    body = holidays_body(country, "", years)
    if body and not body["years"]:
        del body["years"]
    return body, extra_days_body(years)
