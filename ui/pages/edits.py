"""Edits of all clients: when asked, whose, what, the promise with its count, whose move it is, state (6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.facts.flags import Ball
from app.facts.lists import EditRow, When
from app.facts.visible import visible
from app.words import N_
from ui.pages.listing import GROUPS, Listing
from ui.widgets.button import Button
from ui.widgets.table import TableCell, TableColumn, TableRow

if TYPE_CHECKING:
    from ui.workbench import Workbench

STATES = {
    "unconfirmed": N_("Not confirmed by the contact"),
    "no_date": N_("No date yet"),
    "resumed": N_("A new date is due"),
    "resting": N_("Your clock is stopped"),
    "provisional": N_("Provisional date"),
    "promised": N_("Promised"),
    "untold": N_("Delivered, not told"),
    "delivered": N_("Waiting for acceptance"),
    "returned": N_("Came back"),
}
BALLS = {Ball.ME: N_("me"), Ball.CLIENT: N_("they"), Ball.THIRD_PARTY: N_("a third party")}


class EditsPage(Listing):
    """Enter opens the client at the edit."""

    def __init__(self, workbench: Workbench) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Edits"), words.text("No edit is open"))
        new = self.header.buttons.add(Button(words.text("Edit request"), icon="pencil-line", shortcut="Ctrl+E"))
        new.clicked.connect(self._new)

    def question(self) -> Sequence[EditRow]:
        """Edits that have not ended."""
        return self.workbench.journal.desk.edit_rows()

    def columns(self) -> list[TableColumn]:
        """A narrow window does without the day of the request."""
        words = self.words
        asked = [TableColumn(words.text("Asked"), tabular=True)] if self.full else []
        return [
            *asked,
            TableColumn(words.text("Client"), stretch=2, whole=True),
            TableColumn(words.text("What"), stretch=3),
            TableColumn(words.text("Date"), tabular=True),
            TableColumn(words.text("Move")),
            TableColumn(words.text("State")),
        ]

    def row(self, fact: EditRow) -> TableRow:
        """One edit."""
        words, zone = self.words, self.workbench.zone
        asked = words.date(fact.asked.astimezone(zone).date(), short=True)
        date = words.date(fact.on, short=True) if fact.on else ""
        count = words.plural("{n} full working day", "{n} full working days", fact.days) if fact.days else ""
        state = words.text(STATES.get(fact.state, "Open"))
        ball = words.text(BALLS[fact.ball]) if fact.ball else ""
        late = fact.group is When.LATE
        cells = (
            *([TableCell(asked, "text2")] if self.full else []),
            TableCell(visible(fact.client.name)),
            TableCell(visible(fact.title), weight=500),
            TableCell(date, "late" if late else "text", severity="late" if late else "", tooltip=count),
            TableCell(ball, "text2"),
            TableCell(state, "text2"),
        )
        parts = (visible(fact.client.name), visible(fact.title), date, count, state)
        spoken = ", ".join(part for part in parts if part)
        return TableRow(f"{fact.client.number}/{fact.edit}", cells, words.text(GROUPS[fact.group]), spoken)

    def says(self, facts: Sequence[EditRow]) -> str:
        """How many are open."""
        return self.words.plural("{n} edit is open", "{n} edits are open", len(facts))

    def _new(self) -> None:
        self.workbench.open("edit")
