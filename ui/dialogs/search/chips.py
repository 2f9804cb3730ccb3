"""The filters under the field as chips: pressed, one waits in the field for its value; its × takes it out again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.dialogs.search.typed import FILTERS, filter_word
from ui.widgets.chip import ChipKind
from ui.widgets.chip_button import ChipButton
from ui.widgets.flow import Flow


class FilterChips(Flow):
    """`wanted` carries a filter to be typed, `dropped` one that is not wanted any more."""

    wanted = Signal(str)
    dropped = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, line_gap=6, parent=parent)
        self._words = words
        self._values: Mapping[str, str] | None = None
        self.chips: dict[str, ChipButton] = {}
        self.show_values({})

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show which filters are set, and to what."""
        if values == self._values:
            return
        self._values = dict(values)
        focused = next((name for name, chip in self.chips.items() if chip.hasFocus()), "")
        self.clear()
        self.chips = {name: self.add(self._chip(name, values.get(name, ""))) for name in FILTERS}
        if focused:
            self.chips[focused].setFocus()

    def _chip(self, name: str, value: str) -> ChipButton:
        word = filter_word(self._words, name)
        said = f"{word} {value}" if value else word.rstrip(":")
        chip = ChipButton(
            self._words.capital(said),
            ChipKind.ACCENT if value else ChipKind.OUTLINE,
            removable=bool(value),
            tooltip=self._words.text("Filter: type {word} in the field", word=word),
        )
        chip.setObjectName(name)
        chip.clicked.connect(self._pressed)
        chip.removed.connect(self._removed)
        return chip

    def _pressed(self) -> None:
        chip = self.sender()
        assert chip is not None
        self.wanted.emit(chip.objectName())

    def _removed(self) -> None:
        chip = self.sender()
        assert chip is not None
        self.dropped.emit(chip.objectName())
