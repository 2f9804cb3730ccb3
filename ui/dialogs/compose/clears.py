"""*This message clears*: chips with a box and the shape of the flag, and a menu to add what else it is about (6.7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.facts.flags import Flag
from app.facts.letter import Clearable, Letter
from app.facts.work import AnyItem
from app.papers.draft_titles import SAME_AS
from app.words import Words, words_for
from ui.dialogs.compose.phrases import clears_words, item_words
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip_button import ToggleChip
from ui.widgets.flow import Flow


class Clears(Flow):
    """Chips for the reasons wanted; others and open items can be added."""

    def __init__(self, words: Words, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, line_gap=8, parent=parent)
        self._words, self._zone = words, zone
        self._chips: list[tuple[ToggleChip, Flag | int]] = []
        self._letter: Letter | None = None
        self._add = Button(words.text("Add an item"), ButtonKind.GHOST, icon="plus")
        self._add.clicked.connect(self._offer)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The reasons that are ticked."""
        return tuple(what for chip, what in self._chips if chip.isChecked() and isinstance(what, Flag))

    @property
    def items(self) -> tuple[int, ...]:
        """Numbers of further items that are ticked."""
        return tuple(what for chip, what in self._chips if chip.isChecked() and isinstance(what, int))

    @property
    def chips(self) -> tuple[ToggleChip, ...]:
        """The chips in their order."""
        return tuple(chip for chip, _ in self._chips)

    def show_letter(self, letter: Letter, wanted: Sequence[str], about: Sequence[int]) -> None:
        """Show the wanted reasons and items, ticked."""
        self._letter, self._chips = letter, []
        self.clear()
        for each in letter.clearable:
            if each.flag.key in wanted:
                self._add_flag(each)
        for item in letter.items:
            if item.number in about and item.number not in [flag.item for flag in self.flags]:
                self._add_item(item)
        self._add = Button(self._words.text("Add an item"), ButtonKind.GHOST, icon="plus")
        self._add.clicked.connect(self._offer)
        self.add(self._add)

    def _add_flag(self, each: Clearable) -> None:
        assert self._letter is not None
        text = clears_words(self._words, each, self._zone, self._letter.now)
        chip = self.add(ToggleChip(text, severity=each.flag.severity.value))
        self._chips.append((chip, each.flag))

    def _add_item(self, item: AnyItem) -> None:
        self._chips.append((self.add(ToggleChip(item_words(item))), item.number))

    def _offer(self) -> None:
        menu = self.menu_of_more()
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def tick_told(self, text: str, language: str, draft: str = "") -> None:
        """A date is told only by a text that names it: the chips of new dates follow the text that was put in.

        Work is stopped only by its notice: another draft leaves that chip empty (F15).
        """
        assert self._letter is not None
        self._tick_notice(is_notice=SAME_AS.get(draft, draft) == "f15")
        words = words_for(language, self._letter.now.year)
        for each in self._letter.clearable:
            for chip, what in self._chips:
                if each.date is not None and what is each.flag:
                    chip.setChecked(_day_and_month(words, each.date.on) in text)

    def _tick_notice(self, *, is_notice: bool) -> None:
        """The notice brings its own chip; under another draft the chip stays empty."""
        assert self._letter is not None
        shown = [what for _, what in self._chips]
        for each in self._letter.clearable:
            if each.flag.rule == "F15" and is_notice and each.flag not in shown:
                self._add_flag(each)
                self.add(self._add)
        for chip, what in self._chips:
            if isinstance(what, Flag) and what.rule == "F15":
                chip.setChecked(is_notice)

    def menu_of_more(self) -> QMenu:
        """What may be added: other reasons of this client, then open items."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._take)
        letter = self._letter
        assert letter is not None
        shown = [what for _, what in self._chips]
        named = [what.item if isinstance(what, Flag) else what for what in shown]
        for each in letter.clearable:
            if each.flag not in shown:
                text = clears_words(self._words, each, self._zone, letter.now)
                menu.addAction(text.replace("&", "&&")).setData(each)
        menu.addSeparator()
        for item in letter.items:
            if item.number not in named:
                menu.addAction(item_words(item).replace("&", "&&")).setData(item)
        if menu.isEmpty():
            menu.addAction(self._words.text("Nothing else is open")).setEnabled(False)
        return menu

    def _take(self, action: QAction) -> None:
        what = action.data()
        if isinstance(what, Clearable):
            self._add_flag(what)
        else:
            self._add_item(what)
        self.add(self._add)


def _day_and_month(words: Words, on: date) -> str:
    """A date without its weekday, whose case depends on the sentence: "25 November", "25 ноября"."""
    said = words.date(on)
    return said[next(at for at, letter in enumerate(said) if letter.isdigit()) :]
