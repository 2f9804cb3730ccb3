"""The first group of a new version: since when it counts, how it was agreed, and a preset to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.contradictions import Contradiction
from app.facts.terms import Agreement
from app.words import N_
from ui.dialogs.agreement.term_fields import PRESETS
from ui.dialogs.agreement.term_line import TermLine
from ui.dialogs.agreement.wrapped_tick import WrappedTick
from ui.widgets.boxes import Column
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.moments import DateInput
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

HOW = {
    "contract": N_("in the contract"),
    "chat": N_("in a chat"),
    "mail": N_("by mail"),
    "call": N_("on a call"),
}


class VersionFields(Column):
    """`changed` after each change of the day; `preset_chosen` when a preset is taken."""

    ICON = "file-check"
    changed = Signal()
    preset_chosen = Signal(str)

    def __init__(self, workbench: Workbench, old: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(gap=14, parent=parent)
        words = workbench.words
        self.by_preset = False
        self.since = DateInput(workbench.today, workbench.language)
        hint = words.text("Items that are open keep the terms they began under.")
        self._since = self.add(TermLine(words, words.text("In force from"), self.since, hint=hint))
        self.how = ChoiceInput([Choice(key, words.text(name)) for key, name in HOW.items()], old.agreed_how or "chat")
        self._how = self.add(TermLine(words, words.text("How it was agreed"), self.how))
        self.confirmed = self.add(WrappedTick(words.text("The client has confirmed it")))
        head = self.add(Column(gap=6, margins=(0, 8, 0, 0)))
        head.add(Text(words.text("Begin with a preset"), "small", weight=600))
        why = words.text(
            "It sets answers, edits, materials, acceptance, writing first, calls and the first report. Channels, hours "
            "and the rest stay."
        )
        head.add(Text(why, "caption", colour="text2", wrap=True))
        segments = [Segment(key, words.text(name)) for key, name in PRESETS.items()]
        self.preset = head.add(Segmented(segments, old.preset or "normal", name=words.text("Preset")))
        self.add_space()
        self.since.changed.connect(self.changed)
        self.preset.changed.connect(self._preset)

    def point(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong with the day."""
        self._since.say([each for each in found if each.concerns("effective_from")])

    def set_single(self, single: bool) -> None:
        """Put labels above their fields."""
        for line in (self._since, self._how):
            line.set_single(single)

    def _preset(self, preset: str) -> None:
        self.by_preset = True
        self.preset_chosen.emit(preset)
