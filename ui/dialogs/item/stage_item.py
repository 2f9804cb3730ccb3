"""A stage and its next step: begun, moved with a cause, delivered, accepted, dropped (1.3, F18)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.plan import Stage
from app.facts.plan_page import StageLine
from app.papers.kind_names import kind_name
from app.words import N_
from ui.dialogs.item.step_form import StepForm
from ui.pages.client.row_words import Reader
from ui.pages.client.stage_words import spoken_history, stage_history, stage_item
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field, line_field
from ui.widgets.history import PromiseHistory
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS: Final = {
    "start": N_("Work on the stage has begun"),
    "deliver": N_("The stage is delivered"),
    "accept": N_("They accept the stage"),
    "silent": N_("The stage counts as accepted, nobody objected"),
    "move": N_("The stage gets another day"),
    "drop": N_("The stage is left out of the plan"),
}
CAUSES: Final = {
    "client": N_("Because of them"),
    "me": N_("Because of me"),
    "third_party": N_("Because of a third party"),
    "outside": N_("From outside"),
    "new_agreement": N_("A new agreement"),
}
BY_THEM: Final = ("accept",)
UNSAID: Final = ("start", "silent", "drop")
NOT_YET: Final = "0"
MOST_TALK: Final = 8
SPOKEN: Final = ("message.received", "message.sent", "call.held")


class StageItem(StepForm):
    """The stage as it stands with every day it had, and the step that is recorded."""

    def __init__(self, workbench: Workbench, stage: Stage, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, stage.client, stage.number, stage.title, parent)
        self._stage = stage
        page = workbench.journal.plan.page(stage.client)
        self._line = next(line for line in page.stages if line.stage.number == stage.number)
        self._facts()
        steps = next_steps(self._line)
        if steps:
            self._ask(steps)
        self.finish()
        if steps:
            self.step_chosen(self.step.editor.key)

    def step_chosen(self, key: str) -> None:
        """A day, its cause and the client's word are asked for a move; a link for a delivery."""
        words = self.workbench.words
        self._moving.setVisible(key == "move")
        self.link.setVisible(key == "deliver")
        self.channel.setVisible(key not in UNSAID)
        self.channel.set_label(words.text("Said in") if key in BY_THEM else words.text("Told through"))
        self.fit()

    def verb(self) -> Callable[[], int] | None:
        """The step that was chosen."""
        plan, stage, key = self.workbench.journal.plan, self.item, self.step.editor.key
        at, note, channel, text = self.at, self.body_note, self.told_through, self.note.editor.text().strip()
        due, cause = self.due.editor.day, self.cause.editor.key
        agreed = int(self.agreed.editor.key or 0) or None
        links = [part for part in (self.link.editor.text().strip(),) if part]

        def step() -> int:
            if key == "move":
                return plan.move(stage, due, cause, agreed_in=agreed, reason=text, channel=channel, at=at)
            if key == "deliver":
                return plan.deliver(stage, channel=channel, links=links, at=at, **note)
            if key in ("accept", "silent"):
                said = channel if key == "accept" else ""
                return plan.accept(stage, by_silence=key == "silent", at=at, channel=said, **note)
            if key == "drop":
                return plan.drop(stage, reason=text, at=at)
            return plan.start(stage, at=at, **note)

        return step

    def refuse(self, sentence: str) -> None:
        """A day that cannot be is said beside the day."""
        if self.step.editor.key == "move":
            self.due.set_error(sentence)
            self.due.editor.setFocus()
        else:
            super().refuse(sentence)

    def _facts(self) -> None:
        reader = Reader(self.workbench.words, self.workbench.zone)
        said = stage_item(reader, self._line)
        state = ", ".join(part for part in (said.due, said.state) if part)
        self.body.add(Text(state, "small", colour="late" if self._line.is_late else "text2", wrap=True))
        if self._stage.deliverable:
            self.body.add(Text(self._stage.deliverable, "small", wrap=True, selectable=True))
        steps = stage_history(reader, self._line)
        if steps:
            self.body.add(PromiseHistory(steps, spoken_history(reader, steps)))

    def _ask(self, steps: tuple[str, ...]) -> None:
        words = self.workbench.words
        self.add_step([Choice(key, words.text(STEPS[key])) for key in steps])
        self._moving = self.under_step(Column(gap=10))
        row = self._moving.add(Row(gap=12))
        proposed = self.workbench.journal.stops.proposed(self.client)
        rested = next((each.on for each in proposed if each.item == self.item), None)
        day = rested or max(self._line.due or self.workbench.today, self.workbench.today)
        self.due = row.add(date_field(words.text("New day"), day, language=self.workbench.language), 3)
        causes = [Choice(key, words.text(text)) for key, text in CAUSES.items()]
        self.cause = row.add(choice_field(words.text("Cause"), causes, "client"), 3)
        self.agreed = self._moving.add(choice_field(words.text("They agreed in"), self._talk(), NOT_YET))
        self.link = self.under_step(line_field(words.text("Link to it"), hint=words.text("optional")))
        self.fields = {"due": self.due, "cause": self.cause, "agreed": self.agreed, "link": self.link}

    def _talk(self) -> list[Choice]:
        """The newest messages and calls, in one of which the client agreed."""
        words, zone = self.workbench.words, self.workbench.zone
        lines = [entry for entry in self.workbench.journal.reading.timeline(self.client) if entry.kind in SPOKEN]
        found = [Choice(NOT_YET, words.text("Not agreed yet: the old day binds"))]
        for entry in reversed(lines[-MOST_TALK:]):
            day = words.date_time(entry.happened, zone, short=True)
            found.append(Choice(str(entry.seq), f"{day} · {(entry.text or kind_name(words, entry.kind))[:60]}"))
        return found


def next_steps(line: StageLine) -> tuple[str, ...]:
    """What can happen to a stage in its state, the most likely first."""
    stage = line.stage
    if stage.accepted or stage.dropped:
        return ()
    if line.state == "resumed":
        return ("move", "deliver", "drop") if stage.started else ("move", "start", "deliver", "drop")
    if line.state == "by_silence":
        return ("silent", "accept", "deliver")
    if stage.deliveries:
        return ("accept", "deliver", "move", "drop")
    return ("deliver", "move", "drop") if stage.started else ("start", "deliver", "move", "drop")
