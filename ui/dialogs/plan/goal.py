"""A new goal: what is counted, from where to where, in which time, and where it is read (1.3, F20)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from ui.dialogs.plan.form import PlanForm
from ui.widgets.boxes import Row

if TYPE_CHECKING:
    from ui.workbench import Workbench

QUARTER = timedelta(days=91)


class GoalForm(PlanForm):
    """Ctrl+Enter sets it."""

    BLAMES: ClassVar = (("The goal ends", "by"), ("A goal needs", "metric"))

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Set a goal"), parent, client=client, width=640)
        self.line("metric", words.text("What is counted"), placeholder=words.text("Appointments through the site"))
        row = self.body.add(Row(gap=12))
        self.line("base", words.text("It is now"), into=row, stretch=2)
        self.line("target", words.text("It is to be"), into=row, stretch=2)
        self.line("unit", words.text("Unit"), placeholder=words.text("appointments"), into=row, stretch=3)
        days = self.body.add(Row(gap=12))
        self.day("since", words.text("From"), workbench.today, into=days, stretch=1)
        self.day("by", words.text("By when"), workbench.today + QUARTER, into=days, stretch=1)
        self.line("source", words.text("Where it is read"), hint=words.text("optional"))
        self.ask_when(words.text("When it was agreed"))
        self.finish(words.text("Set the goal"), "goal")

    def verb(self) -> Callable[[], int] | None:
        """goal.set."""
        if not self.needs("metric", self.workbench.words.text("A goal needs a metric. Write what is counted.")):
            return None
        base, target = self.number("base"), self.number("target")
        if base is None or target is None:
            return None
        goals, client, metric, unit = self.workbench.journal.goals, self.client, self.said("metric"), self.said("unit")
        since, by, source, at = self.day_of("since"), self.day_of("by"), self.said("source"), self.at

        def verb() -> int:
            return goals.set(
                client, metric, base=base, target=target, since=since, by=by, unit=unit, source=source, at=at
            )

        return verb
