"""What stands in an editor as text, and back again: lines, texts, days, hours, choices, switches, ticks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.choice import ChoiceInput
from ui.widgets.inputs import LineInput, TextInput
from ui.widgets.moments import DateInput, TimeInput
from ui.widgets.segmented import Segmented

Typed = Callable[[], object]


@runtime_checkable
class Keepable(Protocol):
    """An editor of several values that tells itself what is kept of it."""

    changed: SignalInstance
    kept_text: str

    def put_kept(self, text: str) -> None:
        """Take what was kept."""


def typed_in(editor: QWidget) -> str:
    """What an editor holds; editors of other sorts hold nothing that is kept."""
    if isinstance(editor, LineInput):
        return editor.text()
    if isinstance(editor, TextInput):
        return editor.toPlainText()
    if isinstance(editor, ChoiceInput | Segmented):
        return editor.key
    if isinstance(editor, DateInput):
        return editor.day.isoformat()
    if isinstance(editor, TimeInput):
        return editor.at.isoformat("minutes")
    if isinstance(editor, Keepable):
        return editor.kept_text
    return "yes" if isinstance(editor, QAbstractButton) and editor.isChecked() else ""


def put(editor: QWidget, text: str) -> None:
    """Put a text into an editor; what it cannot hold is left out."""
    if isinstance(editor, LineInput | TextInput):
        editor.setText(text)
    elif isinstance(editor, ChoiceInput):
        editor.choose(text)
        editor.chosen.emit(editor.key)
    elif isinstance(editor, Segmented):
        editor.choose(text)
        editor.changed.emit(editor.key)
    elif isinstance(editor, QAbstractButton):
        editor.setChecked(text == "yes")
    elif isinstance(editor, Keepable):
        editor.put_kept(text)
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
    elif isinstance(editor, DateInput | TimeInput | Segmented | Keepable):
        editor.changed.connect(slot)
    elif isinstance(editor, QAbstractButton):
        editor.toggled.connect(slot)
