"""Which public holidays are kept: country, part, and each day of two years with a tick (W1, W13)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.facts.public_holidays import HolidayYear, extra_days_body, holidays_body, worked_days, years_of_body
from app.words import Words
from ui.attempt import attempt
from ui.dialogs.agreement.holidays_button import Body, Extra, countries
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox


class HolidaysForm(SmallDialog):
    """`given` carries the bodies of `holidays` and `extra_days`."""

    given = Signal(object, object)

    def __init__(self, words: Words, body: Body, extra: Extra, today: date, parent: QWidget | None = None) -> None:
        verb = words.text("Keep these days off")
        super().__init__(words, words.text("Public holidays"), verb, width=560, height=560, parent=parent)
        self._today, self._extra = today, extra
        self._worked = set(worked_days(body))
        self._written = {each.year: each for each in years_of_body(body)}
        self._years: dict[int, HolidayYear] = {}
        none = Choice("", words.text("none"))
        named = [Choice(each.code, each.name) for each in countries(words.language)]
        self.country = self.body.add(choice_field(words.text("Country"), [none, *named], body.get("country", "")))
        self.part = self.body.add(choice_field(words.text("Part of the country"), [none]))
        self._list = self.body.add(Column(gap=4))
        self.days: dict[date, CheckBox] = {}
        self.country.editor.chosen.connect(self._other_country)
        self.part.editor.chosen.connect(self._other_part)
        self.wanted.connect(self._give)
        self._offer_parts(body.get("subdivision", ""))
        self._offer_years(keep=True)
        self.country.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self, year: int) -> None:
        """Take a year over although its moved days are not decreed yet (W13)."""
        found = self._asked(year)
        if found is not None:
            self._years[year] = found
            self._show()

    def _other_country(self) -> None:
        self._offer_parts("")
        self._other_part()

    def _other_part(self) -> None:
        self._worked.clear()
        self._offer_years(keep=False)

    def _offer_parts(self, chosen: str) -> None:
        from app.journal.holidays import part_names

        parts = part_names(self.country.editor.key) if self.country.editor.key else ()
        none = Choice("", self.words.text("the whole country"))
        self.part.editor.set_choices([none, *(Choice(each.code, each.name) for each in parts)], chosen or "")
        self.part.editor.choose(chosen)
        self.part.setVisible(bool(parts))

    def _offer_years(self, *, keep: bool) -> None:
        self._years = dict(self._written) if keep else {}
        for year in (self._today.year, self._today.year + 1):
            found = self._asked(year) if year not in self._years else None
            if found is not None and found.decreed:
                self._years[year] = found
        self._show()

    def _asked(self, year: int) -> HolidayYear | None:
        if not self.country.editor.key:
            return None
        from app.journal.holidays import holiday_year

        country, part = self.country.editor.key, self.part.editor.key
        answer = attempt(partial(holiday_year, country, part, year, self.words.language))
        return None if isinstance(answer, Said) else answer

    def _show(self) -> None:
        self._list.clear()
        self.days = {}
        if not self.country.editor.key:
            why = self.words.text("Without a country every day of the week counts as you set it.")
            self._list.add(Text(why, "small", colour="text2", wrap=True))
            return
        for year in sorted({*self._years, self._today.year, self._today.year + 1}):
            self._show_year(year)

    def _show_year(self, year: int) -> None:
        words, found = self.words, self._years.get(year)
        self._list.add(Text(str(year), "small", weight=600))
        if found is None:
            row = self._list.add(Row(gap=12))
            why = words.text("{year} has no days off yet for this country.", year=str(year))
            row.add(Text(why, "small", colour="today", wrap=True), 1)
            button = row.add(Button(words.text("Load {year}", year=str(year)), small=True))
            button.clicked.connect(partial(self.load, year))
            return
        for on, name in found.days:
            line = f"{Words.capital(words.date(on, short=True))} · {name}"
            box = self._list.add(CheckBox(line, checked=on not in self._worked))
            self.days[on] = box
        for on, _ in found.moved:
            said = words.text("{day}: a working day", day=Words.capital(words.date(on, short=True)))
            self._list.add(Text(said, "small", colour="text2", wrap=True))

    def _give(self) -> None:
        years = [self._years[year] for year in sorted(self._years)]
        worked = [on for on, box in self.days.items() if not box.isChecked()]
        body = holidays_body(self.country.editor.key, self.part.editor.key, years, worked)
        if body and not body["years"]:
            del body["years"]
        fresh = extra_days_body([each for each in years if self._written.get(each.year) != each])
        listed = {each["on"] for each in fresh}
        kept = [each for each in self._extra if each["on"] not in listed]
        self.accept()
        self.given.emit(body, (*kept, *fresh))
