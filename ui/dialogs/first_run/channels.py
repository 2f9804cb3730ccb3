"""Step 3: where and when both sides talk (6.10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.beginning import Beginning
from app.words import Words
from ui.dialogs.agreement.channel_list import ChannelList
from ui.dialogs.agreement.hours_field import HoursField
from ui.dialogs.first_run.page import Refusable, StepPage
from ui.widgets.boxes import Column, Row
from ui.widgets.text import Text
from ui.widgets.tick import Switch


class ChannelsPage(StepPage):
    """Channels, their hours, the binding clause."""

    def __init__(self, words: Words, given: Beginning, today: date) -> None:
        title = words.text("Where and when do you talk?")
        why = words.text("What comes from other channels is kept too, and marked.")
        super().__init__(words, title, why, gap=14)
        self._today, self._given = today, given
        self.channels = self.add(ChannelList(words, given.channels))
        self.channels.changed.connect(self.changed)
        self.hours = self.add(HoursField(words, "", given.client_hours or given.hours))
        self.hours.changed.connect(self._drawn)
        self._own = given.client_hours is not None
        clause = self.add(Row(gap=10))
        sentence = words.text("Correspondence in these channels is binding")
        self.binding = clause.add(Switch(sentence, checked=given.binding), align=Qt.AlignmentFlag.AlignTop)
        self.binding.toggled.connect(self.changed)
        said = clause.add(Column(gap=2), 1)
        said.add(Text(sentence, "small", weight=500, wrap=True))
        check = words.text("The clause goes into the annex of the contract. Check it with a lawyer.")
        said.add(Text(check, "caption", colour="text2", wrap=True))
        self.add_space()
        self.take(given)

    def take(self, given: Beginning) -> None:
        """Hours that nobody changed follow the owner's; the label names the client's place."""
        self._given = given
        if not self._own:
            self.hours.set_week(given.hours)
        zone = given.client.zone or given.zone
        place = given.client.place or self.words.city(zone)
        label = self.words.text("Their hours, {place} time", place=place)
        self.hours.label.setText(label)
        self.hours.grid.setAccessibleName(label)
        self.hours.hint.setText(self._overlap(zone))

    def read(self, given: Beginning) -> Beginning:
        """What was entered so far, with these fields."""
        return replace(
            given,
            channels=self.channels.channels,
            client_hours=self.hours.week if self._own else None,
            binding=self.binding.isChecked(),
        )

    def refusable(self) -> Mapping[str, tuple[Refusable, QWidget]]:
        """Hours that can be counted."""
        return {"client_hours": (self.hours, self.hours.grid)}

    def first(self) -> QWidget:
        """The first channel, or the button that adds one."""
        return self.channels.rows[0] if self.channels.rows else self.channels.more

    def set_single(self, single: bool) -> None:
        """Put purposes below their channels."""
        self.channels.set_single(single)

    def _drawn(self) -> None:
        self._own = True
        self.take(self._given)
        self.changed.emit()

    def _overlap(self, zone: str) -> str:
        from app.journal.trying_out import overlap

        found = overlap(self._given.hours, self._given.zone, self.hours.week, zone, self._today)
        if found is None:
            return self.words.text("your hours never overlap")
        return self.words.text("you overlap from {start} to {end}", start=found[0], end=found[1])
