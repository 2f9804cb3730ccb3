"""Calls of all clients: when, client, topics, through what, what was not agreed; grouped by how soon (6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.facts.lists import CallRow
from app.facts.visible import visible
from app.papers.names import channel_name
from app.words import N_
from ui.channels import channel_icon
from ui.dialogs.call.purpose import PURPOSES
from ui.pages.listing import GROUPS, Listing
from ui.widgets.button import Button
from ui.widgets.table import TableCell, TableColumn, TableRow

if TYPE_CHECKING:
    from ui.workbench import Workbench

LACKING = {"topic": N_("no topic agreed"), "time": N_("no time agreed"), "channel": N_("no channel agreed")}


class CallsPage(Listing):
    """Enter opens the client at the call."""

    def __init__(self, workbench: Workbench) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Calls"), words.text("No call is planned"))
        plan = self.header.buttons.add(Button(words.text("Plan a call"), icon="calendar-plus"))
        plan.clicked.connect(self._plan)
        note = self.header.buttons.add(Button(words.text("Call note"), icon="phone", shortcut="Ctrl+L"))
        note.clicked.connect(self._note)

    def question(self) -> Sequence[CallRow]:
        """Planned calls and held ones with a topic left open."""
        return self.workbench.journal.desk.call_rows()

    def columns(self) -> list[TableColumn]:
        """When, whose, about what; in one column the channel is an icon before the topics."""
        words = self.words
        return [
            TableColumn(words.text("When"), tabular=True),
            TableColumn(words.text("Client"), stretch=2, whole=True),
            TableColumn(words.text("Topics"), stretch=3),
            *([TableColumn(words.text("Purpose"))] if self.full else []),
            *([] if self.single else [TableColumn(words.text("Channel"))]),
            TableColumn(words.text("State")),
        ]

    def row(self, fact: CallRow) -> TableRow:
        """One call."""
        words, zone = self.words, self.workbench.zone
        when = words.date(fact.day, short=True) if fact.day else words.text("no day yet")
        if fact.at is not None:
            when = words.date_time(fact.at, zone, short=True)
        lacks = words.list_of(words.text(LACKING[each]) for each in fact.lacking)
        state = words.text("outcome missing") if fact.state == "held" else lacks or words.text("planned")
        late = "late" if fact.state == "held" else "today" if lacks else "text2"
        channel = channel_name(words, fact.channel) if fact.channel else ""
        icon = channel_icon(fact.channel) if fact.channel else ""
        topics, purpose = ", ".join(visible(topic) for topic in fact.topics), self._purpose(fact)
        cells = (
            TableCell(when, weight=500),
            TableCell(visible(fact.client.name)),
            TableCell(topics, "text2", icon=icon if self.single else "", tooltip=channel if self.single else ""),
            *([TableCell(purpose, "text2")] if self.full else []),
            *([] if self.single else [TableCell(channel, "text2", icon=icon)]),
            TableCell(words.capital(state), late),
        )
        spoken = ", ".join(part for part in (when, visible(fact.client.name), topics, purpose, channel, state) if part)
        return TableRow(f"{fact.client.number}/{fact.call}", cells, words.text(GROUPS[fact.group]), spoken)

    def _purpose(self, fact: CallRow) -> str:
        """What it is for; a regular one says which of those that are planned it is."""
        words = self.words
        said = words.text_in("call", PURPOSES[fact.purpose]) if fact.purpose in PURPOSES else ""
        if fact.place and fact.of > 1:
            return words.text("{purpose}, {n} of {all}", purpose=said, n=fact.place, all=fact.of)
        return said

    def says(self, facts: Sequence[CallRow]) -> str:
        """How many are open."""
        return self.words.plural("{n} call is open", "{n} calls are open", len(facts))

    def _plan(self) -> None:
        self.workbench.open("plan_call")

    def _note(self) -> None:
        self.workbench.open("call")
