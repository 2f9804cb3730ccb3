"""What the forms of items share: what happened, when, told through which channel, a note, and the notice afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QCheckBox, QWidget

from app.papers.names import channel_name
from ui.channels import channel_icon
from ui.dialogs.edit.received import Received
from ui.dialogs.kept_form import KeptForm
from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, line_field

if TYPE_CHECKING:
    from ui.workbench import Workbench

NOT_TOLD = "none"
W = TypeVar("W", bound=QWidget)


class StepForm(KeptForm):
    """One item and its next step. Heirs fill `body` and say in `verb` what is written."""

    def __init__(self, workbench: Workbench, client: int, item: int, title: str, parent: QWidget | None) -> None:
        super().__init__(workbench, title, parent, width=560)
        self.client, self.item = client, item
        self.fields: dict[str, Field[Any] | QCheckBox] = {}
        """Further fields of an heir that are kept when the form is left."""

    def add_step(self, steps: Sequence[Choice]) -> None:
        """What happened, when, through what, and a note."""
        words = self.workbench.words
        row = self.body.add(Row(gap=12))
        self.step = row.add(choice_field(words.text("What happened"), steps), 3)
        channels = [Choice(NOT_TOLD, words.text("not told yet")), *self._channels()]
        self.channel = row.add(choice_field(words.text("Told through"), channels, channels[1].key), 2)
        self.when = self.body.add(Received(self.workbench, self.workbench.now()))
        self.when.set_label(words.text("When"))
        self.note = self.body.add(line_field(words.text("Note"), hint=words.text("optional")))
        self.step.editor.chosen.connect(self.step_chosen)

    def under_step(self, widget: W) -> W:
        """Put what a step needs right below the choice of the step."""
        self.body.lines.insertWidget(self.body.lines.indexOf(self.when), widget)
        return widget

    def finish(self) -> None:
        """The foot, and the size."""
        words = self.workbench.words
        self.body.add_space()
        write = self.foot.add(Button(words.text("Write"), icon="pencil-line"))
        write.clicked.connect(self._write)
        self.saving = self.add_foot(words.text("Save"), cancel=words.text("Cancel"))
        if hasattr(self, "step"):
            self.keep(f"item/{self.item}", {"step": self.step, "note": self.note, **self.fields})
        else:
            self.saving.hide()
        self.fit()

    def step_chosen(self, key: str) -> None:
        """Another step was chosen."""

    def verb(self) -> Callable[[], int] | None:
        """What is written; None where something is still missing."""
        raise NotImplementedError

    def save(self) -> None:
        """Write the step; a refusal stays in the form."""
        if not hasattr(self, "step"):
            return
        if self.when.in_future:
            self.when.set_error(self.workbench.words.text("That has not come yet. Today?"))
            self.when.day.setFocus()
            return
        verb = self.verb()
        if verb is not None and self.workbench.do(verb, self._kept, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.note.set_error(sentence)
        self.note.editor.setFocus()

    @property
    def told_through(self) -> str:
        """The channel; empty while it is not told."""
        key = self.channel.editor.key
        return "" if key == NOT_TOLD else key

    @property
    def at(self) -> datetime | None:
        """When it happened; None for now."""
        typed = self.when.at
        now = self.workbench.now().replace(second=0, microsecond=0)
        return None if typed == now else typed

    @property
    def body_note(self) -> dict[str, Any]:
        """The note, where there is one."""
        text = self.note.editor.text().strip()
        return {"note": text} if text else {}

    def _channels(self) -> list[Choice]:
        journal, words = self.workbench.journal, self.workbench.words
        agreed = [each.channel for each in journal.agreements.in_force(self.client).terms.agreed_channels]
        kinds = dict.fromkeys([journal.talk.usual_channel(self.client), *agreed, "phone", "in_person", "other"])
        return [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in kinds]

    def _kept(self, seq: int) -> None:
        words = self.workbench.words
        self.workbench.say(words.text("Saved as entry {number}.", number=seq), step=words.text("Write"),
                           next=self._write_later)  # fmt: skip

    def _write(self) -> None:
        self.leave()
        self._write_later()

    def _write_later(self) -> None:
        self.workbench.open("compose", self.client, about=(self.item,))
