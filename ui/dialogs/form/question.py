"""A question of a form: its words over a field as high as the answer needs, or over five marks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.forms import SCORES, FormField
from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.inputs import LineInput, TextInput
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

MOST_LINES: Final = 6
"""A field grows no higher than this; a longer answer scrolls."""


class Question(Column):
    """`answer` is what stands in the field; empty when nothing does."""

    changed = Signal()

    def __init__(self, field: FormField, answer: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=3, parent=parent)
        self.field = field
        label = self.add(Text(field.label, "small", weight=500, colour="text2", wrap=True))
        if field.hint:
            self.add(Text(field.hint, "caption", colour="text3", wrap=True))
        self.editor = self.add(self._made(answer, words))
        self.editor.setAccessibleName(field.label)
        self.editor.setAccessibleDescription(field.hint)
        label.setBuddy(self.editor)

    @property
    def answer(self) -> str:
        """What was written or marked."""
        if isinstance(self.editor, Segmented):
            return self.editor.key
        return text_in(self.editor)

    def _made(self, answer: str, words: Words) -> QWidget:
        if self.field.score:
            marks = [Segment("", words.text("no mark")), *(Segment(score, score) for score in SCORES)]
            chosen = answer if answer in SCORES else ""
            marked = Segmented(marks, chosen, name=self.field.label, small=True)
            marked.changed.connect(self._said)
            return marked
        editor = writing(self.field.lines, answer)
        editor.textChanged.connect(self._said)
        return editor

    def _said(self) -> None:
        self.changed.emit()


def writing(lines: int, answer: str, placeholder: str = "") -> LineInput | TextInput:
    """A field of one line or of several; an answer of several lines gets several in any case."""
    if lines == 1 and "\n" not in answer:
        line = LineInput(answer, placeholder)
        line.setCursorPosition(0)
        return line
    return TextInput(answer, placeholder, max(2, min(lines, MOST_LINES)))


def text_in(editor: QWidget) -> str:
    """The text of either field, without blanks around it."""
    found = editor.toPlainText() if isinstance(editor, TextInput) else getattr(editor, "text", str)()
    return str(found).strip()
