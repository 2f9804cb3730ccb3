"""The eight terms as sentences with a choice in each, and the preset above them (6.10, 1.4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.main_terms import MainTerms
from app.words import N_, Words
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.term_choices import LABELS, choices, key_of, taken
from ui.theme import theme
from ui.widgets.boxes import Column
from ui.widgets.choice import ChoiceInput
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

PRESETS = {"calm": N_("Calm"), "normal": N_("Normal"), "urgent": N_("Urgent")}
CHOICE_WIDE = 184


class TermFields(Column):
    """`changed` after each choice, `preset_chosen` when a preset is taken; `main` are the terms as they stand."""

    changed = Signal()
    preset_chosen = Signal(str)

    def __init__(self, words: Words, main: MainTerms, preset: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words, self.main = words, main
        self._lines: list[SideBySide] = []
        segments = [Segment(key, words.text(name)) for key, name in PRESETS.items()]
        self.preset = Segmented(segments, preset or "normal", name=words.text("Preset"))
        self.preset.changed.connect(self.preset_chosen)
        self._line(words.text("Preset"), self.preset)
        self.add_gap(1)
        self.terms: dict[str, ChoiceInput] = {}
        for name, label in LABELS.items():
            key = key_of(name, main)
            field = ChoiceInput(choices(words, name, key), key)
            field.setAccessibleName(words.text(label))
            field.chosen.connect(partial(self._take, name))
            self.terms[name] = field
            self._line(words.text(label), field)
        self.restyle_lines()

    def show_terms(self, main: MainTerms, preset: str = "") -> None:
        """Show other terms without saying so."""
        self.main = main
        for name, field in self.terms.items():
            key = key_of(name, main)
            field.set_choices(choices(self._words, name, key), key)
        if preset:
            self.preset.choose(preset)

    def set_single(self, single: bool) -> None:
        """Put the labels above the choices where there is no room beside."""
        for line in self._lines:
            line.set_single(single)
        self.restyle_lines(single=single)

    def restyle_lines(self, *, single: bool = False) -> None:
        """Give all choices one width."""
        wide = max((field.sizeHint().width() for field in self.terms.values()), default=0)
        for field in self.terms.values():
            field.setMinimumWidth(0)
            field.setMaximumWidth(16777215 if single else min(max(theme().px(CHOICE_WIDE), wide), theme().px(250)))
            if not single:
                field.setMinimumWidth(field.maximumWidth())

    def _line(self, label: str, editor: QWidget) -> None:
        line = self.add(SideBySide(gap=8))
        text = line.add(Text(label, "small", weight=500 if editor is self.preset else None, colour="text2"), 1)
        text.setBuddy(editor)
        line.add(editor, align=Qt.AlignmentFlag(0))
        self._lines.append(line)

    def _take(self, name: str, key: str) -> None:
        self.main = taken(name, key, self.main)
        self.changed.emit()
