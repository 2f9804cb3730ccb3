"""Hours of both sides, the client's holidays, the zone of dates, on-duty windows (1.4, W1, W12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.calendar_body import hours_of_week
from app.facts.contradictions import Contradiction, nonsense
from app.facts.terms import Hours, Terms, Weekly
from app.papers.agreed.hours import duty
from app.words import N_
from ui.dialogs.agreement.duty_form import DutyForm
from ui.dialogs.agreement.groups.group import TermGroup
from ui.dialogs.agreement.holidays_button import HolidaysButton
from ui.dialogs.agreement.hours_field import HoursField
from ui.dialogs.agreement.line_list import LineList
from ui.dialogs.agreement.place_input import PlaceInput
from ui.dialogs.agreement.term_line import Beside, TermLine
from ui.widgets.boxes import Column
from ui.widgets.button import Button

NO_PLACE = N_("No time zone is called so. Type a city, or choose from the list.")


class _Hours(Column):
    """Hours drawn as bars, and what is wrong with them."""

    def __init__(self, group: TermGroup, label: str) -> None:
        super().__init__(gap=4)
        self.field = self.add(HoursField(group.words, label, {}))
        self._beside = self.add(Beside(group.words))

    def say(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong."""
        self._beside.say(found)

    def set_single(self, single: bool) -> None:
        """Let the hint stand down."""
        self.field.set_single(single)


class HoursGroup(TermGroup):
    """Two calendars, and the zone in which dates are judged."""

    ICON = "clock"

    def fill(self, terms: Terms) -> None:
        """Mine, theirs, dates, duty."""
        words, owner = self.words, self.asked.owner
        self._own: Weekly = {
            day: tuple((start, end) for start, end in spans)
            for day, spans in hours_of_week(owner.calendar.week).items()
        }
        self.mine = self._hours("my_hours", words.text("My hours"))
        self.take = self.add(Button(words.text("Take my hours over as they are now"), small=True),
                             align=Qt.AlignmentFlag.AlignLeft)  # fmt: skip
        self.take.clicked.connect(self._take_mine)
        self.theirs = self._hours("client_hours", words.text("Their hours"))
        self.their_place = self._place_line("client_hours.zone", words.text("Where they work"))
        self.holidays = HolidaysButton(words, {}, (), self.asked.today)
        self.holidays.setAccessibleName(words.text("Their public holidays"))
        self.holidays.changed.connect(self.changed)
        self.place("client_hours.holidays", TermLine(words, words.text("Their public holidays"), self.holidays))
        label = words.text("Dates are judged by the time of")
        self.dates = self._place_line("zone", label)
        self.duty = LineList(
            words, "on_duty", words.text("On-duty windows: they count as my hours for answers"),
            words.text("Add a window"), self._duty, self._ask,
        )  # fmt: skip
        self.duty.changed.connect(self.changed)
        self.place("on_duty", self.duty)

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        self._my_zone = terms.my_hours.zone
        self.mine.set_week(terms.my_hours.weekly)
        self.theirs.set_week(terms.client_hours.weekly)
        self.their_place.show_place("", terms.client_hours.zone)
        self.holidays.choose(terms.client_hours.holidays or {}, ())
        self.dates.show_place("", terms.zone)
        self.duty.set_items(() if isinstance(terms.on_duty, str) else terms.on_duty)
        self._name_places()

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        theirs = Hours(zone=self.their_place.zone, weekly=self.theirs.week, holidays=self.holidays.body or None)
        return replace(
            terms,
            my_hours=replace(terms.my_hours, zone=self._my_zone, weekly=self.mine.week),
            client_hours=theirs,
            zone=self.dates.zone,
            on_duty=self.duty.items or "none",
        )

    def problems(self) -> tuple[Contradiction, ...]:
        """Lines that are no place."""
        lines = (("client_hours.zone", self.their_place), ("zone", self.dates))
        return tuple(nonsense(term, NO_PLACE) for term, line in lines if line.is_lost)

    def _hours(self, term: str, label: str) -> HoursField:
        hours = _Hours(self, label)
        hours.field.changed.connect(self.changed)
        self.place(term, hours)
        return hours.field

    def _place_line(self, term: str, label: str) -> PlaceInput:
        line = PlaceInput(self.words, "", self.asked.owner.zone)
        line.settled.connect(self._settled)
        line.lost.connect(self.changed)
        self.place(term, TermLine(self.words, label, line))
        return line

    def _settled(self) -> None:
        self._name_places()
        self.changed.emit()

    def _name_places(self) -> None:
        words = self.words
        self.take.setVisible((self._own, self.asked.owner.zone) != (self.mine.week, self._my_zone))
        mine = words.text("My hours, {place} time", place=words.city(self._my_zone))
        theirs = words.text("Their hours, {place} time", place=words.city(self.their_place.zone))
        for field, label in ((self.mine, mine), (self.theirs, theirs)):
            field.label.setText(label)
            field.grid.setAccessibleName(label)

    def _take_mine(self) -> None:
        self._my_zone = self.asked.owner.zone
        self.mine.set_week(self._own)
        self._settled()

    def _duty(self, window: dict[str, Any]) -> str:
        return duty(window, self.asked.sides, self.words)

    def _ask(self, window: dict[str, Any] | None, parent: QWidget) -> DutyForm:
        return DutyForm(self.words, self._my_zone, self.asked.today, window, parent)
