"""A request to the client and its next step: lines that came, a reminder, waived, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.work import Request
from app.words import N_
from ui.dialogs.item.step_form import StepForm
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS: Final = {
    "request.answered": N_("They answer"),
    "request.reminded": N_("I remind them"),
    "request.waived": N_("I no longer need it"),
    "request.withdrawn": N_("I withdraw it"),
}


class RequestItem(StepForm):
    """What was asked for, what has come, and the step that is recorded."""

    def __init__(self, workbench: Workbench, request: Request, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, request.client, request.number, request.title, parent)
        words, self._request = workbench.words, request
        if request.due is not None:
            self.body.add(Text(words.text("Due {day:by}", day=request.due), "small", colour="text2"))
        self.add_step([Choice(key, words.text(text)) for key, text in STEPS.items()])
        self._lines = self.body.add(Column(gap=2))
        self._lines.add(Text(words.text("What has come"), "small", weight=500, colour="text2"))
        self.boxes: list[CheckBox] = []
        for line in request.items:
            came = line.n in request.answered_items
            box = self._lines.add(CheckBox(line.text, checked=True))
            box.setProperty("line", line.n)
            box.setEnabled(not came)
            self.boxes.append(box)
        self._stop_work(request)
        self.finish()
        self.step_chosen(self.step.editor.key)

    def _stop_work(self, request: Request) -> None:
        """An overdue request leads to the stop-work assistant; what it waits for decides nothing by itself."""
        words, read = self.workbench.words, self.workbench.journal.stops.read(request.number)
        if not (read.is_over or read.stopped):
            return
        text = words.text("Work goes on") if read.stopped else words.text("Stop work")
        icon = "play" if read.stopped else "circle-pause"
        row = self.body.add(Row(gap=10))
        self.stopping = row.add(Button(text, icon=icon))
        row.add_space()
        self.stopping.clicked.connect(self._open_stop)

    def _open_stop(self) -> None:
        self.reject()
        self._stop_later()

    def _stop_later(self) -> None:
        self.workbench.open("stop_work", self.client, request=self.item)

    def _kept(self, seq: int) -> None:
        """Once all has come, work that was stopped for it goes on only when the owner says so (F15)."""
        journal, words = self.workbench.journal, self.workbench.words
        if journal.requests.get(self.item).ended is None or journal.stops.because(self.client) != self.item:
            super()._kept(seq)
            return
        said = words.text("Saved as entry {number}. Work is still stopped.", number=seq)
        self.workbench.say(said, step=words.text("Work goes on"), next=self._stop_later)

    def step_chosen(self, key: str) -> None:
        """Lines are ticked only for an answer."""
        words = self.workbench.words
        self._lines.setVisible(key == "request.answered")
        self.channel.set_label(words.text("Said in") if key == "request.answered" else words.text("Told through"))
        self.fit()

    def verb(self) -> Callable[[], int] | None:
        """The step that was chosen; an answer without a line asks for one."""
        requests, number, kind = self.workbench.journal.requests, self._request.number, self.step.editor.key
        channel, at, note = self.told_through, self.at, self.body_note
        came = [int(box.property("line")) for box in self.boxes if box.isChecked()]
        fresh = [n for n in came if n not in self._request.answered_items]
        complete = len(came) == len(self._request.items)
        if kind == "request.answered" and not fresh:
            self.refuse(self.workbench.words.text("Tick what has come."))
            return None

        def step() -> int:
            if kind == "request.answered":
                return requests.answer(number, fresh, complete=complete, at=at, channel=channel, **note)
            if kind == "request.reminded":
                return requests.remind(number, channel=channel, at=at)
            return requests.step(number, kind, at, **({"reason": note["note"]} if note else {}))

        return step
