"""A new stage: its title, what is delivered at its end, its day and its place in the plan (1.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from ui.dialogs.plan.form import PlanForm
from ui.widgets.boxes import Row

if TYPE_CHECKING:
    from ui.workbench import Workbench

TWO_WEEKS = timedelta(days=14)


class StageForm(PlanForm):
    """Ctrl+Enter plans it; without a day it stands in the plan until it gets one."""

    BLAMES: ClassVar = (("The stage is due", "due"), ("A stage needs a title", "title"))

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Plan a stage"), parent, client=client)
        self.line("title", words.text("Title"), placeholder=words.text("Structure and texts"))
        self.text("deliverable", words.text("What is handed over at its end"), hint=words.text("optional"))
        row = self.body.add(Row(gap=12))
        self.due = self.day("due", words.text("Due"), workbench.today + TWO_WEEKS, into=row, stretch=3)
        self.line("order", words.text("Place in the plan"), hint=words.text("empty: last"), into=row, stretch=2)
        self.undated = self.tick("undated", words.text("It has no day yet"))
        self.undated.toggled.connect(self._dated)
        self.ask_when(words.text("When it was planned"))
        self.finish(words.text("Plan the stage"), "stage")

    def verb(self) -> Callable[[], int] | None:
        """stage.planned, its day frozen with its closing."""
        words = self.workbench.words
        if not self.needs("title", words.text("A stage needs a title. Write what is delivered at its end.")):
            return None
        order = self.said("order")
        if order and not (order.isdecimal() and 0 < int(order) <= 1000):
            self.say_at("order", words.text("A place is a number from 1 on. Leave it empty for the last place."))
            return None
        plan, client, title = self.workbench.journal.plan, self.client, self.said("title")
        deliverable, at = self.said("deliverable"), self.at
        due = None if self.undated.isChecked() else self.day_of("due")

        def verb() -> int:
            return plan.plan(client, title, deliverable=deliverable, due=due, order=int(order or 0), at=at)

        return verb

    def _dated(self, undated: bool) -> None:
        self.due.setEnabled(not undated)
