"""Over the questions: the opening words, who gave the answers, and the language while the form is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.visible import visible
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.language_names import LANGUAGES
from ui.widgets.boxes import Column
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Head(Column):
    """`giver` is the number of a person or empty; `language` that of the form's words."""

    language_taken = Signal()

    def __init__(
        self, workbench: Workbench, client: int, language: str, *, begun: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=8, parent=parent)
        words = workbench.words
        name = visible(workbench.journal.clients.get(client).name)
        self.add(Text(name, "small", weight=500, colour="accent-text", wrap=True))
        self._opening = self.add(Text("", "small", colour="text2", wrap=True))
        row = self.add(SideBySide(gap=12, margins=(0, 4, 0, 0)))
        people = [Choice(str(each.number), visible(each.name)) for each in workbench.journal.clients.people(client)]
        nobody = Choice("", words.text("not said"))
        self._giver = row.add(choice_field(words.text("Answers by"), [nobody, *people], icon="user"), 1)
        self._language = language
        if not begun:
            choices = [Choice(key, words.text(name)) for key, name in LANGUAGES.items()]
            chosen = row.add(choice_field(words.text("Language of the form"), choices, language, icon="languages"), 1)
            chosen.editor.chosen.connect(self._take_language)

    @property
    def giver(self) -> str:
        """Who gave the answers: the number of a person; empty while nobody said."""
        return self._giver.editor.key

    @property
    def language(self) -> str:
        """The language of the form's words."""
        return self._language

    def choose(self, giver: str) -> None:
        """Show who gave the answers."""
        self._giver.editor.choose(giver)

    def set_opening(self, text: str) -> None:
        """Show the sentences before the questions."""
        self._opening.setText(text)
        self._opening.setVisible(bool(text))

    def _take_language(self, key: str) -> None:
        self._language = key
        self.language_taken.emit()
