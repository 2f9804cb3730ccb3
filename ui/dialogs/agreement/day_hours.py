"""The hours of one day, typed as a line (6.10)."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.facts.typed_hours import Spans, spans_text, spans_typed
from app.words import Words
from ui.attempt import attempt
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.field import line_field
from ui.widgets.tick import CheckBox

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONDAY = date(2026, 1, 5)
WORKDAYS = 5


def day_name(words: Words, number: int, *, short: bool = False) -> str:
    """The name of a day of the week, 0 for Monday, as it stands at the beginning of a line."""
    return Words.capital(words.weekday(MONDAY + timedelta(days=number), short=short))


class DayHours(SmallDialog):
    """`given` carries the numbers of the days and their spans."""

    given = Signal(object, object)

    def __init__(self, words: Words, number: int, spans: Spans, parent: QWidget | None = None) -> None:
        super().__init__(words, day_name(words, number), words.text("Take these hours"), width=420, parent=parent)
        self._number = number
        hint = words.text("empty is a day off")
        self.hours = self.body.add(
            line_field(words.text("Hours"), spans_text(spans), placeholder="09:00–13:00, 14:00–18:00", hint=hint)
        )
        self.same = self.body.add(CheckBox(words.text("The same from Monday to Friday")))
        self.same.setVisible(number < WORKDAYS)
        self.wanted.connect(self._give)
        self.hours.editor.selectAll()
        self.hours.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        spans = attempt(self._typed)
        if isinstance(spans, Said):
            self.hours.set_error(self.words.of(spans))
            return
        numbers = tuple(range(WORKDAYS)) if self.same.isChecked() else (self._number,)
        self.accept()
        self.given.emit(numbers, spans)

    def _typed(self) -> Spans:
        return spans_typed(self.hours.editor.text())
