"""Languages of papers, several of them; the one ticked first stands first (6.10)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.words import N_, Words
from ui.dialogs.agreement.field_button import FieldButton

LANGUAGES = {"en": N_("English"), "ru": N_("Russian"), "es": N_("Spanish")}


def language_name(words: Words, code: str) -> str:
    """A language in the words of the window."""
    return words.text(LANGUAGES[code]) if code in LANGUAGES else code


class LanguagesButton(FieldButton):
    """`changed` after each tick; one language at least stays chosen."""

    changed = Signal()

    def __init__(self, words: Words, chosen: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__("", "languages", parent)
        self._words = words
        self._menu = QMenu(self)
        for code in LANGUAGES:
            action = self._menu.addAction(language_name(words, code))
            action.setData(code)
            action.setCheckable(True)
        self._menu.triggered.connect(self._tick)
        self.clicked.connect(self._open)
        self.choose(chosen)

    def choose(self, chosen: tuple[str, ...]) -> None:
        """Show other languages without saying so."""
        self.chosen = chosen
        for action in self._menu.actions():
            action.setChecked(action.data() in chosen)
        self.show_chosen(", ".join(language_name(self._words, code) for code in chosen))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _tick(self, action: QAction) -> None:
        code = str(action.data())
        left = tuple(each for each in self.chosen if each != code)
        self.choose((*left, code) if action.isChecked() else left or self.chosen)
        self.changed.emit()
