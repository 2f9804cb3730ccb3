"""A risk and its next step: the client is warned, or it has passed (F17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.plan import Risk
from app.words import N_
from ui.dialogs.item.step_form import StepForm
from ui.dialogs.plan.risk import CAUSES
from ui.pages.client.plan_words import risk_item
from ui.pages.client.row_words import Reader
from ui.widgets.choice import Choice
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS: Final = {"warn": N_("I warned them of it"), "pass": N_("The risk has passed")}


class RiskItem(StepForm):
    """The risk as it stands, and the step that is recorded."""

    def __init__(self, workbench: Workbench, risk: Risk, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, risk.client, risk.number, risk.title, parent)
        words = workbench.words
        line = next(each for each in workbench.journal.plan.page(risk.client).risks if each.risk.number == risk.number)
        if risk.text != risk.title:
            self.body.add(Text(risk.text, "small", wrap=True, selectable=True))
        said = [risk_item(Reader(words, workbench.zone), line).state]
        if risk.cause:
            said.append(words.text("Cause: {where}", where=words.text(CAUSES[risk.cause])))
        self.body.add(Text(". ".join(said), "small", colour="text2", wrap=True))
        if risk.open:
            told = ("pass", "warn") if line.told else ("warn", "pass")
            self.add_step([Choice(key, words.text(STEPS[key])) for key in told])
        self.finish()
        if risk.open:
            self.step_chosen(self.step.editor.key)

    def step_chosen(self, key: str) -> None:
        """A warning names its channel."""
        self.channel.setVisible(key == "warn")
        self.fit()

    def verb(self) -> Callable[[], int] | None:
        """The step that was chosen."""
        risks, risk, key = self.workbench.journal.risks, self.item, self.step.editor.key
        at, text, channel = self.at, self.note.editor.text().strip(), self.told_through
        if key == "warn" and not channel:
            self.refuse(self.workbench.words.text("A warning is told. Choose the channel in which you told it."))
            return None

        def step() -> int:
            if key == "warn":
                return risks.warn(risk, text=text, channel=channel, at=at)
            return risks.pass_(risk, reason=text, at=at)

        return step
