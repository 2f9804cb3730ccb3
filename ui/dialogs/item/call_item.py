"""A call and its next step: the note, moved, missed, cancelled; after it was held, the client's confirmation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.work import Call
from app.words import N_
from ui.dialogs.item.step_form import StepForm
from ui.dialogs.paper import open_summary
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

PLANNED: Final = {
    "missed_client": N_("They did not come"),
    "missed_me": N_("I did not come"),
    "call.cancelled": N_("It is cancelled"),
}
HELD: Final = {"call.confirmed": N_("They confirm the summary")}


class CallItem(StepForm):
    """A planned call leads to its note or to another time; a held one waits for the client's word."""

    def __init__(self, workbench: Workbench, call: Call, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, call.client, call.number, call.title, parent)
        words, self._call = workbench.words, call
        if call.planned_at is not None:
            at = words.moment(call.planned_at, workbench.zone)
            self.body.add(Text(words.text("Planned for {at:acc}", at=at), "small", colour="text2"))
        topics = call.topics or call.planned_topics
        for topic in topics:
            self.body.add(Text(topic.title, "small", wrap=True))
        if call.held is None:
            self._ways()
        else:
            self._printing()
        steps = PLANNED if call.held is None else HELD
        self.add_step([Choice(key, words.text(text)) for key, text in steps.items()])
        self.channel.set_label(words.text("Said in"))
        self.finish()

    def verb(self) -> Callable[[], int] | None:
        """The step that was chosen."""
        calls, call, kind = self.workbench.journal.calls, self._call, self.step.editor.key
        at, note, channel = self.at, self.body_note.get("note", ""), self.told_through
        contact = self.workbench.journal.clients.contact(call.client)

        def step() -> int:
            if kind.startswith("missed_"):
                by, when = kind.removeprefix("missed_"), at or call.planned_at
                return calls.miss(call.client, by, call=call.number, reason=note, at=when)
            if kind == "call.cancelled":
                return calls.step(call.number, kind, at, reason=note)
            return calls.step(call.number, kind, at, by=contact.number if contact else None, channel=channel)

        return step

    def _printing(self) -> None:
        row = self.body.add(Row(gap=10))
        printing = row.add(Button(self.workbench.words.text("Print the summary"), icon="printer"))
        row.add_space()
        printing.clicked.connect(self._print)

    def _print(self) -> None:
        open_summary(self.workbench, self._call.number, self)

    def _ways(self) -> None:
        words = self.workbench.words
        row = self.body.add(Row(gap=10))
        note = row.add(Button(words.text("Write the note"), ButtonKind.TINTED, icon="notebook-pen"))
        move = row.add(Button(words.text("Agree on another time"), icon="calendar-clock"))
        row.add_space()
        note.clicked.connect(self._note)
        move.clicked.connect(self._move)

    def _note(self) -> None:
        self.accept()
        self.workbench.open("call", self._call.client, call=self._call.number)

    def _move(self) -> None:
        self.accept()
        self.workbench.open("plan_call", self._call.client, call=self._call.number)
