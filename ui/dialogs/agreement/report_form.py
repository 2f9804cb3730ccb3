"""One agreed report: what, how often, on which day, in which form, for whom (1.4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.terms import ReportTerms
from app.papers.agreed.meetings import AUDIENCES, SHEET
from app.words import N_, Words
from ui.dialogs.agreement.day_hours import DAYS, day_name
from ui.dialogs.agreement.number_input import NumberInput
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, line_field

SORTS = {"report": N_("a report"), "final": N_("a closing report"), "plan": N_("a plan")}
EVERY = {"working_day": N_("every working day"), "week": N_("every week"), "month": N_("every month")}
REPORT_SORTS = {"working_day": "daily", "week": "weekly", "month": "monthly"}


class ReportForm(SmallDialog):
    """`given` carries the report."""

    given = Signal(object)

    def __init__(self, words: Words, report: ReportTerms | None, parent: QWidget | None = None) -> None:
        title = words.text("Add a report") if report is None else words.text("Report")
        verb = words.text("Add this report") if report is None else words.text("Change this report")
        super().__init__(words, title, verb, width=440, parent=parent)
        old = report or ReportTerms(sort="weekly", every="week", weekday="fri")
        sorts = [Choice(key, words.text(said)) for key, said in SORTS.items()]
        sort = old.sort if old.sort in SORTS else "report"
        self.sort = self.body.add(choice_field(words.text("What comes"), sorts, sort))
        every = [Choice(key, words.text(said)) for key, said in EVERY.items()]
        self.every = self.body.add(choice_field(words.text("How often"), every, old.every))
        days = [Choice(day, day_name(words, number)) for number, day in enumerate(DAYS)]
        self.weekday = self.body.add(choice_field(words.text("Day of the week"), days, old.weekday or "fri"))
        day = NumberInput(old.day or 1, 1, 31, self._day)
        self.day = self.body.add(Field(words.text("Day of the month"), day, hint=words.text("31 is the last day")))
        usual = words.text("the weekly sheet")
        form = "" if old.format == SHEET else old.format
        self.form = self.body.add(line_field(words.text("In which form"), form, placeholder=usual))
        readers = [Choice(key, words.text(said)) for key, said in AUDIENCES.items()]
        self.audience = self.body.add(choice_field(words.text("For whom"), readers, old.audience))
        self.every.editor.chosen.connect(self._follow)
        self.wanted.connect(self._give)
        self._follow()
        self.sort.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        self.weekday.setVisible(self.every.editor.key == "week")
        self.day.setVisible(self.every.editor.key == "month")

    def _give(self) -> None:
        every, sort = self.every.editor.key, self.sort.editor.key
        self.accept()
        self.given.emit(
            ReportTerms(
                sort=REPORT_SORTS[every] if sort == "report" else sort,
                every=every,
                weekday=self.weekday.editor.key if every == "week" else None,
                day=self.day.editor.number if every == "month" else None,
                format=self.form.editor.text().strip() or SHEET,
                audience=self.audience.editor.key,
            )
        )

    def _day(self, day: int) -> str:
        return self.words.text("day {n}", n=day)
