"""One on-duty window: from and to in wall time; it counts as my hours for answers (1.4, F2, F3, F6, F7)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.field import date_field, time_field
from ui.widgets.text import Text

FROM, TO = time(10), time(14)


class DutyForm(SmallDialog):
    """`given` carries the window in the shape of the record; a new one is in `zone`."""

    given = Signal(object)

    def __init__(
        self, words: Words, zone: str, today: date, window: dict[str, Any] | None, parent: QWidget | None = None
    ) -> None:
        title = words.text("On-duty window")
        verb = words.text("Add this window") if window is None else words.text("Change this window")
        super().__init__(words, title, verb, width=520, parent=parent)
        self._zone = window["from"]["zone"] if window else zone
        begin = datetime.fromisoformat(window["from"]["local"]) if window else datetime.combine(today, FROM)
        end = datetime.fromisoformat(window["to"]["local"]) if window else datetime.combine(today, TO)
        first = self.body.add(SideBySide(gap=12))
        self.first = first.add(date_field(words.text_in("days", "From"), begin.date(), language=words.language), 2)
        self.begins = first.add(time_field(words.text("At"), begin.time()), 1)
        last = self.body.add(SideBySide(gap=12))
        self.last = last.add(date_field(words.text("Until"), end.date(), language=words.language), 2)
        self.ends = last.add(time_field(words.text("At"), end.time()), 1)
        place = words.text(
            "By the time of {place}. It counts as your hours for answers only.", place=words.city(self._zone)
        )
        self.body.add(Text(place, "caption", colour="text2", wrap=True))
        self.first.editor.changed.connect(self._lead)
        self.wanted.connect(self._give)
        self.first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self, first: date) -> None:
        if self.last.editor.day < first:
            self.last.editor.set_day(first)

    def _give(self) -> None:
        begin = datetime.combine(self.first.editor.day, self.begins.editor.at)
        end = datetime.combine(self.last.editor.day, self.ends.editor.at)
        if end <= begin:
            self.last.set_error(self.words.text("The window ends before it begins. Choose a later end."))
            return
        self.accept()
        self.given.emit({"from": self._wall(begin), "to": self._wall(end)})

    def _wall(self, at: datetime) -> dict[str, str]:
        return {"local": f"{at:%Y-%m-%dT%H:%M}", "zone": self._zone}
