"""What stands in an editor as text, and back again: lines, texts, days, hours, choices, ticks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.choice import ChoiceInput
from ui.widgets.inputs import LineInput, TextInput
from ui.widgets.moments import DateInput, TimeInput

Typed = Callable[[], object]


def typed_in(editor: QWidget) -> str:
    """What an editor holds; editors of other sorts hold nothing that is kept."""
    if isinstance(editor, LineInput):
        return editor.text()
    if isinstance(editor, TextInput):
        return editor.toPlainText()
    if isinstance(editor, ChoiceInput):
        return editor.key
    if isinstance(editor, DateInput):
        return editor.day.isoformat()
    if isinstance(editor, TimeInput):
        return editor.at.isoformat("minutes")
    return "yes" if isinstance(editor, QCheckBox) and editor.isChecked() else ""


def put(editor: QWidget, text: str) -> None:
    """Put a text into an editor; what it cannot hold is left out."""
    if isinstance(editor, LineInput | TextInput):
        editor.setText(text)
    elif isinstance(editor, ChoiceInput):
        editor.choose(text)
        editor.chosen.emit(editor.key)
    elif isinstance(editor, QCheckBox):
        editor.setChecked(text == "yes")
    else:
        _put_moment(editor, text)


def _put_moment(editor: QWidget, text: str) -> None:
    try:
        if isinstance(editor, DateInput):
            editor.set_day(date.fromisoformat(text))
        elif isinstance(editor, TimeInput):
            editor.set_at(time.fromisoformat(text))
    except ValueError:
        return


def when_changed(editor: QWidget, slot: Typed) -> None:
    """Call `slot` whenever the editor holds something else."""
    if isinstance(editor, LineInput | TextInput):
        editor.textChanged.connect(slot)
    elif isinstance(editor, ChoiceInput):
        editor.chosen.connect(slot)
    elif isinstance(editor, DateInput | TimeInput):
        editor.changed.connect(slot)
    elif isinstance(editor, QCheckBox):
        editor.toggled.connect(slot)
