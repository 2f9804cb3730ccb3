"""When the request came: day and hour, whether that was in my hours, and which day it counts from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.edit_answer import EditAnswer
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.field import Field
from ui.widgets.moments import DateInput, TimeInput

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Received(Field[Row]):
    """A date with its weekday and a time, in the owner's zone; `short` where something stands beside it."""

    changed = Signal()

    def __init__(
        self, workbench: Workbench, at: datetime, *, short: bool = False, parent: QWidget | None = None
    ) -> None:
        words = workbench.words
        local = at.astimezone(workbench.zone)
        self.day = DateInput(local.date(), workbench.language)
        if short and not workbench.language.startswith("en"):
            # The whole month leaves no room for the channel beside it; the weekday stays whole.
            self.day.setDisplayFormat("dddd, d MMM yyyy")
        self.time = TimeInput(local.time())
        row = Row(gap=8)
        row.add(self.day, 1)
        row.add(self.time)
        self._workbench = workbench
        super().__init__(words.text("Received"), row, parent=parent)
        self.day.setAccessibleName(words.text("Day on which it was received"))
        self.time.setAccessibleName(words.text("Hour at which it was received"))
        self.day.changed.connect(self._tell)
        self.time.changed.connect(self._tell)

    @property
    def at(self) -> datetime:
        """The instant, UTC."""
        local = datetime.combine(self.day.day, self.time.at, tzinfo=self._workbench.zone)
        return local.astimezone(UTC)

    @property
    def in_future(self) -> bool:
        """It has not come yet."""
        return self.at > self._workbench.now()

    def restyle(self) -> None:
        """Take the width of the time at the present text scale."""
        super().restyle()
        if hasattr(self, "time"):
            self.time.setFixedWidth(theme().px(84))

    def show_answer(self, answer: EditAnswer) -> None:
        """ "in your hours", or the day it counts from."""
        words = self._workbench.words
        if self.in_future:
            tomorrow = (self.day.day - self._workbench.today).days == 1
            self.set_error(words.text("That is tomorrow. Today?") if tomorrow
                           else words.text("That has not come yet. Today?"))  # fmt: skip
            self.set_hint("")
            return
        self.set_error(None)
        if answer.counts_from is not None:
            hint = words.text(
                "{day}, counts from {from_day}",
                day=words.capital(words.weekday(answer.received_here)),
                from_day=words.weekday(answer.counts_from),
            )
        else:
            hint = words.text("in your hours") if answer.in_hours else words.text("out of your hours")
        self.set_hint("" if answer.waits else hint)

    def _tell(self) -> None:
        self.changed.emit()
