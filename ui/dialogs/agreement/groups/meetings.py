"""Calls, reports and planning sessions (1.4, F13, F19)."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.facts.main_terms import USUAL_PURPOSES
from app.facts.terms import CallTerms, ReportTerms, Terms
from app.papers.agreed.meetings import CALL_PURPOSES, report_sentence
from app.words import Words
from ui.dialogs.agreement.groups.group import TermGroup, yes_no
from ui.dialogs.agreement.line_list import LineList
from ui.dialogs.agreement.report_form import ReportForm
from ui.dialogs.agreement.term_line import TermLine
from ui.dialogs.agreement.weekday_picks import WeekdayPicks
from ui.dialogs.agreement.wrapped_tick import WrappedTick
from ui.widgets.boxes import Column

USUAL = CallTerms(every_days=14, minutes=30, tolerance_days=2, purposes=USUAL_PURPOSES)
CALL_LINES = ("calls.every_days", "calls.minutes", "calls.tolerance_days", "calls.beforehand", "calls.purposes")


class MeetingsGroup(TermGroup):
    """The rhythm of calls, as many reports as wanted, the days of planning."""

    ICON = "phone-call"

    def fill(self, terms: Terms) -> None:
        """Calls, reports, planning."""
        words = self.words
        self.heading(words.text("Calls"))
        self.regular = self.tick("calls", words.text("We call regularly"))
        self.every = self.number("calls.every_days", words.text("From call to call"), 1, 366, self._days)
        self.minutes = self.number("calls.minutes", words.text("A call lasts"), 5, 1440, self._minutes, step=5)
        self.tolerance = self.number("calls.tolerance_days", words.text("Give or take"), 0, 366, self._days)
        self.beforehand = self.tick("calls.beforehand", words.text("Time and topic are agreed beforehand"))
        picks = Column(gap=4)
        self.purposes = {key: picks.add(WrappedTick(Words.capital(words.text(said))))
                         for key, said in CALL_PURPOSES.items()}  # fmt: skip
        for box in self.purposes.values():
            box.toggled.connect(self.changed)
        self.place("calls.purposes", TermLine(words, words.text("What calls are for"), picks, wide=True))
        self.regular.toggled.connect(self._follow)
        self.reports = LineList(
            words, "reports", words.text("Reports"), words.text("Add a report"), self._report, self._ask
        )
        self.reports.changed.connect(self.changed)
        self.place("reports", self.reports)
        label = words.text("Planning sessions")
        self.planning = WeekdayPicks(words, (), label)
        self.planning.changed.connect(self.changed)
        hint = words.text("Their results are due to the client on the same day.")
        self.place("planning", TermLine(words, label, self.planning, wide=True, hint=hint))

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        calls = terms.calls if isinstance(terms.calls, CallTerms) else USUAL
        self.regular.show_checked(isinstance(terms.calls, CallTerms))
        self.every.set_number(calls.every_days)
        self.minutes.set_number(calls.minutes)
        self.tolerance.set_number(calls.tolerance_days)
        self.beforehand.show_checked(calls.beforehand == "yes")
        for key, box in self.purposes.items():
            box.show_checked(key in calls.purposes)
        self._order = calls.purposes
        self.reports.set_items(() if isinstance(terms.reports, str) else terms.reports)
        self.planning.show_days(() if isinstance(terms.planning, str) else terms.planning)
        self._follow()

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        return replace(
            terms,
            calls=self._calls() if self.regular.isChecked() else "off",
            reports=self.reports.items or "off",
            planning=self._planning(terms),
        )

    def _calls(self) -> CallTerms:
        ticked = {key for key, box in self.purposes.items() if box.isChecked()}
        kept = [key for key in self._order if key in ticked]
        purposes = (*kept, *(key for key in self.purposes if key in ticked and key not in kept))
        return CallTerms(
            every_days=self.every.number,
            minutes=self.minutes.number,
            tolerance_days=self.tolerance.number,
            beforehand=yes_no(self.beforehand),
            purposes=purposes or ("regular",),
        )

    def _planning(self, terms: Terms) -> tuple[str, ...] | str:
        """In the order of the week, unless the same days stand there in another one."""
        days = self.planning.days
        same = not isinstance(terms.planning, str) and set(terms.planning) == set(days)
        return terms.planning if same else days or "off"

    def _follow(self) -> None:
        for term in CALL_LINES:
            self.show_line(term, self.regular.isChecked())

    def _days(self, days: int) -> str:
        return self.words.plural("{n} day", "{n} days", days)

    def _minutes(self, minutes: int) -> str:
        return self.words.text("{n} minutes", n=minutes)

    def _report(self, report: ReportTerms) -> str:
        return report_sentence(report, self.words)

    def _ask(self, report: ReportTerms | None, parent: QWidget) -> ReportForm:
        return ReportForm(self.words, report, parent)
