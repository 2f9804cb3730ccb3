"""A goal with its line and its readings, and its next step: a reading, or its end (1.3, F20)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.plan import Goal, Reading
from app.facts.plan_page import GoalLine
from app.words import N_, Words
from ui.dialogs.item.step_form import StepForm
from ui.dialogs.plan.form import decimal_typed
from ui.pages.client.plan_words import goal_item, measured
from ui.pages.client.row_words import Reader
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice
from ui.widgets.field import date_field, line_field
from ui.widgets.goal_chart import ChartPoint, GoalChart
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS: Final = {"measure": N_("A new reading"), "close": N_("The goal is closed")}
MOST_READINGS: Final = 6


class GoalItem(StepForm):
    """The goal as it stands, and the step that is recorded."""

    def __init__(self, workbench: Workbench, goal: Goal, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, goal.client, goal.number, goal.metric, parent)
        words, self._goal = workbench.words, goal
        line = next(each for each in workbench.journal.plan.page(goal.client).goals if each.goal.number == goal.number)
        self._facts(words, line)
        if goal.open:
            self._ask(words)
        self.finish()
        if goal.open:
            self.step_chosen(self.step.editor.key)
            self.value.editor.setFocus()

    def step_chosen(self, key: str) -> None:
        """A reading has a value and a day."""
        self._reading.setVisible(key == "measure")
        self.channel.hide()
        self.fit()

    def verb(self) -> Callable[[], int] | None:
        """The step that was chosen."""
        goals, goal, key = self.workbench.journal.goals, self.item, self.step.editor.key
        at, note, text = self.at, self.body_note, self.note.editor.text().strip()
        value, on = decimal_typed(self.value.editor.text().strip()), self.on.editor.day
        if key == "measure" and not value:
            self.value.set_error(self.workbench.words.text("Write a number, as 40 or 12.5."))
            self.value.editor.setFocus()
            return None

        def step() -> int:
            if key == "measure":
                return goals.measure(goal, value or "", on=on, at=at, **note)
            return goals.close(goal, reason=text, at=at)

        return step

    def refuse(self, sentence: str) -> None:
        """A day that has not come is said beside the day."""
        if self.step.editor.key == "measure":
            self.on.set_error(sentence)
            self.on.editor.setFocus()
        else:
            super().refuse(sentence)

    def _facts(self, words: Words, line: GoalLine) -> None:
        goal = self._goal
        said = goal_item(Reader(words, self.workbench.zone), line)
        way = words.text("From {base} {since:since-short} to {target} {by:by-short}", base=words.decimal(goal.base),
                         since=goal.since, target=measured(words, goal.target, goal.unit), by=goal.by)  # fmt: skip
        self.body.add(Text(way, "small", colour="text2", wrap=True))
        self.body.add(GoalChart(goal.since, goal.by, float(goal.base), float(goal.target), _points(words, goal),
                                self.workbench.today, spoken=said.state))  # fmt: skip
        self.body.add(Text(said.state, "small", weight=500, colour="today" if line.is_off else "text", wrap=True))
        readings = self.body.add(Column(gap=2))
        for reading in reversed(goal.readings[-MOST_READINGS:]):
            row = readings.add(Row(gap=12))
            row.add(Text(words.date(reading.on, short=True), "caption", colour="text2", tabular=True), 1)
            row.add(Text(measured(words, reading.value, goal.unit), "caption", weight=500, tabular=True))

    def _ask(self, words: Words) -> None:
        self.add_step([Choice(key, words.text(text)) for key, text in STEPS.items()])
        self._reading = self.under_step(Row(gap=12))
        self.value = self._reading.add(line_field(words.text("Reading"), hint=self._goal.unit), 2)
        today = self.workbench.today
        self.on = self._reading.add(date_field(words.text("Of the day"), today, language=self.workbench.language), 3)
        self.fields = {"value": self.value, "on": self.on}
        self.when.hide()


def _points(words: Words, goal: Goal) -> tuple[ChartPoint, ...]:
    return tuple(ChartPoint(each.on, float(each.value), _said(words, goal, each)) for each in goal.readings)


def _said(words: Words, goal: Goal, reading: Reading) -> str:
    return f"{words.date(reading.on, short=True)}: {measured(words, reading.value, goal.unit)}"
