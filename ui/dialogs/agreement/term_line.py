"""One term in a form: its label, what it is set to, and beside it what is wrong with it, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.contradictions import Contradiction
from app.words import Words
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.picture import Picture
from ui.widgets.text import Text

E = TypeVar("E", bound=QWidget)
EDITOR_WIDE = 232
WHOLE = 16777215


class Beside(Column):
    """The sentences beside a field: refused ones in the colour of late, strange ones in that of today."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._words = words
        self.said: tuple[str, ...] = ()
        self.hide()

    def say(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong, or nothing."""
        sentences = tuple(self._words.text(each.text, **each.values) for each in found)
        if sentences == self.said:
            return
        self.said = sentences
        self.clear()
        for each, sentence in zip(found, sentences, strict=True):
            row = self.add(Row(gap=6))
            colour, icon = ("late", "circle-alert") if each.refused else ("today", "triangle-alert")
            row.add(Picture(icon, colour, side=14), align=Qt.AlignmentFlag.AlignTop)
            row.add(Text(sentence, "caption", weight=500, colour=colour, wrap=True), 1)
        self.setVisible(bool(sentences))


class TermLine(Column, Generic[E]):
    """A label left of its editor; `wide` puts the label above and gives the editor the whole width."""

    def __init__(
        self, words: Words, label: str, editor: E, *, wide: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=4, parent=parent)
        self.editor = editor
        self._row: SideBySide | None = None
        if label and not editor.accessibleName():
            editor.setAccessibleName(label)
        if label and not wide:
            self._row = self.add(SideBySide(gap=12))
            text = self._row.add(Text(label, "small", colour="text2", wrap=True), 1)
            text.setBuddy(editor)
            self._row.add(editor, align=Qt.AlignmentFlag(0))
        else:
            if label:
                self.add(Text(label, "small", weight=500, colour="text2", wrap=True)).setBuddy(editor)
            self.add(editor)
        if hint:
            self.add(Text(hint, "caption", colour="text2", wrap=True))
        self.beside = self.add(Beside(words))

    def say(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong with this term, also to a screen reader."""
        self.beside.say(found)
        self.editor.setAccessibleDescription(" ".join(self.beside.said))

    def set_single(self, single: bool) -> None:
        """Put the label above where there is no room beside."""
        if self._row is None:
            return
        self._row.set_single(single)
        wide = max(theme().px(EDITOR_WIDE), self.editor.minimumSizeHint().width())  # a date is never cut
        self.editor.setMinimumWidth(0 if single else wide)
        self.editor.setMaximumWidth(WHOLE if single else wide)
