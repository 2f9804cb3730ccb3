"""The field of 6.12: label above, hint to the right of the label, the editor, an error line below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.inputs import LineInput, TextInput
from ui.widgets.moments import DateInput, TimeInput
from ui.widgets.picture import Picture
from ui.widgets.text import Text

E = TypeVar("E", bound=QWidget)


class Field(Column, Generic[E]):
    """A label tied to any `editor`; the editor speaks the label, its hint and its error."""

    def __init__(self, label: str, editor: E, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self.editor = editor
        head = self.add(Row(gap=8))
        self.label = head.add(Text(label, "small", weight=500, colour="text2"))
        head.add_space()
        self.hint = head.add(Text(hint, "caption", colour="text3"))
        self.add(editor)
        self._error_line = self.add(Row(gap=6))
        self._error_line.add(Picture("circle-alert", "late", side=14))
        self._error = self._error_line.add(Text("", "caption", weight=500, colour="late", wrap=True), 1)
        self._error_line.hide()
        self.add_space()
        self.label.setBuddy(editor)
        self.set_label(label)
        self.set_hint(hint)

    @property
    def error(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._error.text()

    def set_label(self, label: str) -> None:
        """Take other words for the label."""
        self.label.setText(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Say something beside the label."""
        self.hint.setText(hint)
        self._speak()

    def set_error(self, text: str | None) -> None:
        """Show what is wrong under the editor, with an edge, an icon and words; None takes it away."""
        self._error.setText(text or "")
        self._error_line.setVisible(bool(text))
        self.editor.setProperty("wrong", bool(text))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self._speak()

    def _speak(self) -> None:
        said = ". ".join(part for part in (self._error.text(), self.hint.text()) if part)
        self.editor.setAccessibleDescription(said)


def line_field(label: str, text: str = "", *, placeholder: str = "", hint: str = "") -> Field[LineInput]:
    """A field of one line."""
    return Field(label, LineInput(text, placeholder), hint=hint)


def text_field(
    label: str, text: str = "", *, placeholder: str = "", hint: str = "", lines: int = 2
) -> Field[TextInput]:
    """A field of several lines."""
    return Field(label, TextInput(text, placeholder, lines), hint=hint)


def date_field(label: str, day: date, *, language: str = "en", hint: str = "") -> Field[DateInput]:
    """A field with a date and its weekday."""
    return Field(label, DateInput(day, language), hint=hint)


def time_field(label: str, at: time, *, hint: str = "") -> Field[TimeInput]:
    """A field with a time of day."""
    return Field(label, TimeInput(at), hint=hint)


def choice_field(
    label: str, choices: Sequence[Choice], key: str = "", *, icon: str = "", hint: str = ""
) -> Field[ChoiceInput]:
    """A field with one of several."""
    return Field(label, ChoiceInput(choices, key, icon), hint=hint)
