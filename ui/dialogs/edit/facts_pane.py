"""The left pane of an edit request: what exactly, examples, who asked, where, when, how large."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.edit_answer import EditAnswer
from app.papers.names import CHANNELS, channel_name
from app.papers.promise_words import included_words
from app.words import N_, Words
from ui.channels import channel_icon
from ui.dialogs.edit.asker import Asker
from ui.dialogs.edit.examples import Examples
from ui.dialogs.edit.received import Received
from ui.dialogs.edit.wish import Wish
from ui.widgets.boxes import Column, Row
from ui.widgets.chip_button import ChipButton
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, text_field
from ui.widgets.pane import Pane
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

SIZES: Final = (("small", N_("Small")), ("normal", N_("Normal")), ("large", N_("Large")))
RULES: Final = {"after_full_days": N_("{days}, after full days"), "day_n": N_("{days}, the last day is due")}


class FactsPane(Pane):
    """`changed` after every change, also while typing."""

    changed = Signal()

    def __init__(self, workbench: Workbench, at: datetime, parent: QWidget | None = None) -> None:
        super().__init__("card", gap=14, padding=(24, 20, 24, 16), parent=parent)
        words = workbench.words
        self._words = words
        head = self.add(Row(gap=12))
        head.add(Text(words.text("Edit request"), "title"))
        head.add_space()
        self.client = head.add(ChipButton("", "outline", icon="briefcase", tooltip=words.text("Another client")))
        self.text = self.add(text_field(words.text("What exactly"), lines=3))
        self.examples = self.add(Examples(words))
        self.asker = self.add(Asker(words))
        row = self.add(Row(gap=12))
        self.channel = row.add(choice_field(words.text("Channel"), _channels(words)), 3)
        self.received = row.add(Received(workbench, at, short=True), 5)
        self._size(words)
        self._scope(words)
        self.add_space()
        self._connect()

    def _size(self, words: Words) -> None:
        column = self.add(Column(gap=4))
        column.add(Text(words.text("Size"), "small", weight=500, colour="text2"))
        row = column.add(Row(gap=14))
        sizes = [Segment(key, words.text_in("size", text)) for key, text in SIZES]
        self.size_of = row.add(Segmented(sizes, "normal", name=words.text("Size")))
        self.term = row.add(Text("", "small", colour="text2", wrap=True), 1)

    def _scope(self, words: Words) -> None:
        row = self.add(Row(gap=16))
        self.outside = row.add(CheckBox(words.text("Outside what was agreed")))
        self.paid = row.add(CheckBox(words.text("Paid extra")))
        self.over = row.add(Text("", "caption", colour="text2", wrap=True), 1)
        row.add_space()
        self.paid.hide()
        self.over.hide()
        self._was_over = False

    def _connect(self) -> None:
        self.text.editor.textChanged.connect(self._tell)
        self.text.editor.files_pasted.connect(self.examples.take_files)
        self.asker.changed.connect(self._tell)
        self.channel.editor.chosen.connect(self._tell)
        self.received.changed.connect(self._tell)
        self.size_of.changed.connect(self._tell)
        self.outside.toggled.connect(self._tell)
        self.paid.toggled.connect(self._tell)

    def wish(self, client: int, *, provisional: bool, on: date | None) -> Wish:
        """The fields as one value."""
        return Wish(
            client=client,
            text=self.text.editor.toPlainText().strip(),
            person=self.asker.person,
            new_name=self.asker.new_name,
            channel=self.channel.editor.key,
            at=self.received.at,
            size=self.size_of.key,
            provisional=provisional,
            on=on,
            links=tuple(self.examples.links),
            files=tuple(self.examples.files),
            out_of_scope=self.outside.isChecked(),
            paid_extra=self.paid.isChecked() and not self.paid.isHidden(),
        )

    def show_answer(self, answer: EditAnswer) -> None:
        """What the agreement says about these facts."""
        words = self._words
        self.asker.show_answer(answer)
        rule = answer.agreement.terms.edits.rule
        self.term.setText(words.text(RULES[rule], days=words.working_days(answer.term_days)))
        self.received.show_answer(answer)
        self.over.setVisible(answer.included is not None)
        if answer.included is not None:
            self.over.setText(included_words(words, answer.included))
            self.over.set_colour("today" if answer.over_included else "text2")
        if answer.over_included and not self._was_over:
            self.paid.setChecked(True)
        self._was_over = answer.over_included
        self.paid.setVisible(answer.over_included or self.outside.isChecked())

    def prefer(self, channels: list[str]) -> None:
        """The agreed channels first."""
        kinds = dict.fromkeys([*channels, *CHANNELS])
        self.channel.editor.set_choices(
            [Choice(kind, channel_name(self._words, kind), channel_icon(kind)) for kind in kinds]
        )

    def _tell(self) -> None:
        self.changed.emit()


def _channels(words: Words) -> list[Choice]:
    return [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in CHANNELS]
