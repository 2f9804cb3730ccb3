"""Me, for Settings: name, zone, hours, days off, holidays, promises a day, languages of papers (6.2, W13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.facts.calendar_body import hours_of_week
from app.facts.terms import Weekly
from ui.dialogs.agreement.days_off_list import DaysOffList
from ui.dialogs.agreement.holidays_button import HolidaysButton, chosen_text
from ui.dialogs.agreement.hours_field import HoursField
from ui.dialogs.agreement.languages_button import LanguagesButton
from ui.dialogs.agreement.place_input import PlaceInput, settled
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, line_field
from ui.widgets.notice import Notice, NoticeKind, NoticeLine

if TYPE_CHECKING:
    from ui.workbench import Workbench

MOST_PROMISES = 9
ROOMY = 620
"""From this width on (design pixels) fields stand beside each other."""


class OwnerForm(Column):
    """Shows the owner as recorded; nothing is written before "Save". `saved` afterwards."""

    saved = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self._workbench, self.words = workbench, workbench.words
        self._years = self.add(Column(gap=8))
        self._fields = self.add(Column(gap=16))
        foot = self.add(Row(gap=8))
        self.keep = foot.add(Button(self.words.text("Save my facts"), ButtonKind.PRIMARY))
        foot.add_space()
        self.keep.clicked.connect(self.save)
        self._wrong = self.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self._wrong.hide()
        self.show_owner()

    def show_owner(self) -> None:
        """Read the owner anew; what was typed and not saved is left behind."""
        from app.journal.holidays import owner_body

        self._body = owner_body(self._workbench.journal)
        self._fields.clear()
        self._fill(self._body)
        self._show_years()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below, as the width allows."""
        super().resizeEvent(event)
        self.set_single(self.width() / theme().scale < ROOMY)

    def set_single(self, single: bool) -> None:
        """Put the fields below each other."""
        for row in self._rows:
            row.set_single(single)
        self.hours.set_single(single)

    def read(self) -> dict[str, Any]:
        """The changed keys of owner.changed; a key that was emptied is dropped."""
        place, holidays = self.place.editor, self.holidays.editor
        given: dict[str, Any] = {
            "name": self.name.editor.text().strip(),
            "place": place.place,
            "zone": place.zone,
            "hours": {day: [list(span) for span in spans] for day, spans in self.hours.week.items()},
            "holidays": holidays.body,
            "extra_days": list(holidays.extra),
            "days_off": list(self.days_off.days),
            "languages": list(self.languages.editor.chosen),
            "promises_a_day": int(self.promises.editor.key),
        }
        changed = {key: value for key, value in given.items() if value and value != self._body.get(key)}
        emptied = [key for key, value in given.items() if not value and key in self._body and key != "name"]
        return changed | ({"drop": emptied} if emptied else {})

    def years_named(self) -> tuple[str, ...]:
        """The sentences about years without days off."""
        return tuple(line.accessibleName() for line in self._years.findChildren(NoticeLine) if not line.isHidden())

    def save(self) -> None:
        """Write what differs; a refusal is shown where it belongs and everything typed stays."""
        for field in (self.name, self.hours, self.place):
            field.set_error(None)
        if not settled(self.place, self.words):
            return
        self._wrong.hide()
        if not self.name.editor.text().strip():
            self.name.set_error(self.words.text("A name is needed for the papers. Write your own."))
            return
        if not self.hours.week:
            self.hours.set_error(
                self.words.text("A calendar needs a working day. Give the hours of at least one day of the week.")
            )
            return
        body = self.read()
        if body:
            self._workbench.do(partial(self._workbench.journal.record, "owner.changed", 0, body), self._kept, at=self)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded."""
        self._wrong.set_notice(Notice(sentence, NoticeKind.ERROR))
        self._wrong.show()
        self._wrong.announce()

    def _fill(self, body: dict[str, Any]) -> None:
        words, today, owner = self.words, self._workbench.today, self._workbench.owner
        first = self._fields.add(SideBySide(gap=16))
        self.name = first.add(line_field(words.text("Your name, as on papers"), owner.name), 1)
        place = PlaceInput(words, owner.place, owner.zone)
        self.place = first.add(Field(words.text("Your city and time zone"), place), 1)
        week: Weekly = {
            day: tuple((start, end) for start, end in spans)
            for day, spans in hours_of_week(owner.calendar.week).items()
        }
        hint = words.text("promises already given do not move")
        self.hours = self._fields.add(HoursField(words, words.text("Your working hours"), week, hint))
        last = self._fields.add(SideBySide(gap=16))
        extra = tuple(body.get("extra_days", ()))
        button = HolidaysButton(words, body.get("holidays", {}), extra, today, ask=self._workbench.ask)
        self.holidays = last.add(Field(words.text("Public holidays"), button), 5)
        numbers = [Choice(str(n), str(n)) for n in range(1, MOST_PROMISES + 1)]
        label = words.text("Promises a day, at most")
        self.promises = last.add(choice_field(label, numbers, str(owner.promises_a_day)), 3)
        languages = LanguagesButton(words, owner.languages or ("en",))
        self.languages = last.add(Field(words.text("Languages of your papers"), languages), 5)
        self.days_off = self._fields.add(DaysOffList(words, tuple(body.get("days_off", ())), today))
        self._rows = (first, last)

    def _show_years(self) -> None:
        from app.journal.holidays import not_filled

        self._years.clear()
        self._years.hide()
        years = not_filled(self._workbench.owner, self._workbench.today)
        country = {"country": self._body.get("holidays", {}).get("country", "")}
        if years:
            self._workbench.ask(partial(chosen_text, self.words, country), partial(self._say_years, years), aside=True)

    def _say_years(self, years: tuple[int, ...], country: str) -> None:
        self._years.clear()
        for year in years:
            said = self.words.text("{year} has no days off yet for {country}", year=str(year), country=country)
            line = self._years.add(NoticeLine(Notice(said, NoticeKind.WARNING, step=self.words.text("Load"))))
            line.step_taken.connect(partial(self.load, year))
            self._years.show()

    def load(self, year: int) -> None:
        """Write a year's public holidays (W13)."""
        from app.journal.holidays import load_year

        self._workbench.do(
            partial(load_year, self._workbench.journal, year, self._workbench.language), self._kept, at=self
        )

    def _kept(self, entry: int) -> None:
        self.show_owner()
        self._workbench.say(self.words.text("Saved as entry {number}.", number=entry))
        self.saved.emit()
