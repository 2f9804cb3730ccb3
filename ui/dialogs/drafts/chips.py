"""Placeholders as chips: a press puts one where the cursor is; those of this draft first, all of them in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.papers.placeholders import MISSING
from app.words import Words
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip_button import ChipButton
from ui.widgets.flow import Flow


class PlaceholderChips(Flow):
    """`wanted` carries what is to be put in, "{due}"."""

    wanted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, line_gap=6, parent=parent)
        self._words = words
        self._more: Button | None = None

    def show_names(self, names: Sequence[str]) -> None:
        """Chips for the placeholders that the shipped draft has, then the menu of all."""
        self.clear()
        for name in names:
            said = self._words.text(MISSING.get(name, name))
            chip = ChipButton(said, "outline", tooltip=_braced(name))
            chip.setAccessibleName(self._words.text("Insert {name}", name=said))
            chip.setProperty("placeholder", name)
            chip.clicked.connect(self._pressed)
            self.add(chip)
        self._more = self.add(Button(self._words.text("Another value"), ButtonKind.GHOST, icon="plus", small=True))
        self._more.clicked.connect(self._offer)

    def menu_of_all(self) -> QMenu:
        """Every placeholder by what it stands for."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._chosen)
        for said, name in sorted((self._words.text(hint), name) for name, hint in MISSING.items()):
            menu.addAction(f"{said}\t{_braced(name)}".replace("&", "&&")).setData(name)
        return menu

    def _offer(self) -> None:
        if self._more is not None:
            self.menu_of_all().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.wanted.emit(_braced(str(chip.property("placeholder"))))

    def _chosen(self, action: QAction) -> None:
        self.wanted.emit(_braced(str(action.data())))


def _braced(name: str) -> str:
    return "{" + name + "}"
