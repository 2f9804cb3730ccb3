"""Who is on the call: chips of persons that can be taken out, and a menu of the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.facts.people import Person
from app.words import Words
from ui.widgets.boxes import Row
from ui.widgets.button import IconButton
from ui.widgets.chip import Chip
from ui.widgets.chip_button import ChipButton
from ui.widgets.flow import Flow
from ui.widgets.plain import shown
from ui.widgets.text import Text


class Participants(Row):
    """`numbers` of the client's persons; me is always there."""

    changed = Signal()

    def __init__(self, words: Words, people: Sequence[Person], numbers: Sequence[int], contact: int) -> None:
        super().__init__(gap=10)
        self._words, self._people, self._contact = words, people, contact
        self.numbers = list(numbers)
        self.add(Text(words.text("On the call"), "small", weight=500, colour="text2"))
        self.chips = self.add(Flow(gap=6, line_gap=6), 1)
        self._show()

    def _show(self) -> None:
        self.chips.clear()
        for person in self._people:
            if person.number in self.numbers:
                icon = "user-check" if person.number == self._contact else "user"
                chip = ChipButton(person.name, "outline", icon=icon, removable=True)
                chip.setProperty("person", person.number)
                chip.removed.connect(self._remove)
                self.chips.add(chip)
        self.chips.add(Chip(self._words.text("me"), "outline", icon="user"))
        self._more = self.chips.add(IconButton("plus", self._words.text("Somebody else was there"), small=True))
        self._more.clicked.connect(self._offer)
        self._more.setEnabled(len(self.numbers) < len(self._people))

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.numbers.remove(int(chip.property("person")))
            self._show()
            self.changed.emit()

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for person in self._people:
            if person.number not in self.numbers:
                action = QAction(shown(person.name).replace("&", "&&"), menu)
                action.setData(person.number)
                menu.addAction(action)
        menu.triggered.connect(self._add)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _add(self, action: QAction) -> None:
        self.numbers.append(int(action.data()))
        self._show()
        self.changed.emit()
