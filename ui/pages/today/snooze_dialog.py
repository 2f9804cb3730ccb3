"""Until when, and why: asked for another time, and for reasons that are late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.facts.flags import Severity
from app.facts.today import TodayCard
from app.facts.visible import visible
from app.facts.wall_time import start_instant
from ui.reading_order import InReadingOrder
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.inputs import LineInput
from ui.widgets.moments import DateInput, TimeInput
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


def put_aside(workbench: Workbench, card: TodayCard, until: datetime, reason: str) -> bool:
    """Snooze every reason of a card in one act, and say until when."""
    journal, words = workbench.journal, workbench.words
    flags = [line.flag for line in card.reasons] + list(card.foot)

    def verb() -> None:
        with journal.act():
            for flag in flags:
                journal.desk.snooze(flag, until, reason)

    said = words.text(
        "{client} is snoozed until {until}", client=visible(card.client.name), until=words.moment(until, workbench.zone)
    )
    return workbench.do(verb, said=said)


class SnoozeDialog(InReadingOrder, QDialog):
    """A date, a time, a reason."""

    def __init__(self, workbench: Workbench, card: TodayCard, until: datetime | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workbench, self._card = workbench, card
        words, local = workbench.words, (until or workbench.now() + timedelta(hours=2)).astimezone(workbench.zone)
        self.setWindowTitle(words.text("Snooze {client}", client=visible(card.client.name)))
        body = Column(gap=12, margins=(24, 20, 24, 20))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(body)
        body.add(Text(self.windowTitle(), "title", wrap=True))
        when = body.add(Row(gap=12))
        self.day = DateInput(local.date(), workbench.language)
        self.time = TimeInput(local.time().replace(second=0, microsecond=0))
        when.add(Field(words.text("Until"), self.day), 1)
        when.add(Field(words.text("At"), self.time))
        late = card.severity is Severity.LATE
        self.reason = LineInput()
        hint = words.text("needed, because it is late") if late else words.text("optional")
        self._field = body.add(Field(words.text("Why"), self.reason, hint=hint))
        buttons = body.add(Row(gap=8))
        buttons.add_space()
        cancel = buttons.add(Button(words.text("Cancel"), ButtonKind.GHOST))
        cancel.clicked.connect(self.reject)
        self._snooze = buttons.add(Button(words.text("Snooze"), ButtonKind.PRIMARY))
        self._snooze.clicked.connect(self.take)
        self._snooze.setDefault(True)
        self.reason.setFocus()
        self.setMinimumWidth(body.sizeHint().width())

    def take(self) -> None:
        """Put aside, if all is said."""
        words = self._workbench.words
        if self._card.severity is Severity.LATE and not self.reason.text().strip():
            self._field.set_error(words.text("Write in a few words why this can wait."))
            self.reason.setFocus()
            return
        minute = self.time.at.hour * 60 + self.time.at.minute
        until = start_instant(self._workbench.owner.zone, self.day.day, minute)
        if until <= self._workbench.now():
            self._field.set_error(words.text("This moment has passed. Choose a later one."))
            return
        if put_aside(self._workbench, self._card, until, self.reason.text().strip()):
            self.accept()
