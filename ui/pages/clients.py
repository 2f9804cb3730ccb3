"""Clients: shape, name, contact, their time, silence, open items of both sides, the end of the contract (6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.facts.lists import ClientRow
from app.facts.people import ClientState
from app.facts.visible import visible
from app.words import N_
from ui.pages.listing import Listing
from ui.pages.today.looks import SEVERITY_WORDS, clock_face
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.table import TableCell, TableColumn, TableRow

if TYPE_CHECKING:
    from ui.workbench import Workbench

STATES = {
    ClientState.ACTIVE: N_("active"),
    ClientState.LEAD: N_("lead"),
    ClientState.PAUSED: N_("paused"),
    ClientState.CLOSED: N_("closed"),
}
ALL = "all"


class ClientsPage(Listing):
    """Enter opens a client; the filter is by state and tag."""

    def __init__(self, workbench: Workbench) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Clients"), words.text("No client yet"))
        new = self.header.buttons.add(Button(words.text("New client"), ButtonKind.TINTED, icon="user-plus"))
        new.clicked.connect(self._new)
        self._empty_new = self.empty.add_button(Button(words.text("New client"), ButtonKind.TINTED, icon="user-plus"))
        self._empty_new.clicked.connect(self._new)
        line = self.tools.add(Row(gap=12))
        self._state = line.add(Segmented(self._segments(()), name=words.text("State"), small=True))
        self._state.changed.connect(self._filter)
        self._tag = line.add(ChoiceInput([Choice("", words.text("All tags"))]))
        self._tag.setAccessibleName(words.text("Tag"))
        self._tag.chosen.connect(self._filter)
        line.add_space()
        self.tools.show()

    def question(self) -> Sequence[ClientRow]:
        """Every client."""
        return self.workbench.journal.desk.client_rows()

    def columns(self) -> list[TableColumn]:
        """Narrow windows do without silence and contract, one column also without the place of the clock."""
        words = self.words
        heads = [
            TableColumn(words.text("Client"), stretch=3, whole=True),
            TableColumn(words.text("Contact"), stretch=2, whole=True),
            TableColumn(words.text("Their time"), tabular=True),
        ]
        if self.full:
            heads.append(TableColumn(words.text("Silence")))
        heads += [TableColumn(words.text("Mine"), right=True, tabular=True)]
        heads += [TableColumn(words.text("Theirs"), right=True, tabular=True)]
        if self.full:
            heads.append(TableColumn(words.text("Contract ends")))
        return heads

    def row(self, fact: ClientRow) -> TableRow:
        """One client."""
        words, bench = self.words, self.workbench
        name = visible(fact.client.name)
        state = words.text(STATES[fact.client.state])
        label = name if fact.client.state is ClientState.ACTIVE else f"{name} ({state})"
        face = clock_face(words, fact.clock, bench.now(), bench.zone)
        severity = fact.severity.value if fact.severity else "none"
        silence = "" if fact.silent_days is None else words.working_days(fact.silent_days)
        ends = words.date(fact.contract_ends, short=True) if fact.contract_ends else ""
        cells = [
            TableCell(label, weight=500, severity=severity),
            TableCell(visible(fact.contact.name) if fact.contact else words.text("nobody named"), "text2"),
            TableCell(face.time if self.single else f"{face.time} {face.place}", "text2", tooltip=face.spoken),
            *([TableCell(silence, "text2")] if self.full else []),
            TableCell(str(fact.mine)),
            TableCell(str(fact.theirs)),
            *([TableCell(ends, "text2")] if self.full else []),
        ]
        urgency = words.text(SEVERITY_WORDS[fact.severity]) if fact.severity else ""
        spoken = ", ".join(part for part in (name, urgency, state, face.spoken, silence) if part)
        return TableRow(str(fact.client.number), tuple(cells), spoken=spoken)

    def says(self, facts: Sequence[ClientRow]) -> str:
        """How many there are."""
        return self.words.plural("{n} client", "{n} clients", len(facts))

    def fits(self, fact: ClientRow) -> bool:
        """By state and tag."""
        state = self._state.key in (ALL, fact.client.state.value)
        return state and self._tag.key in ("", *fact.client.tags)

    def show_facts(self, facts: Sequence[ClientRow]) -> None:
        """Show another reading, the filter's counts with it."""
        self._state.set_segments(self._segments(facts))
        tags = sorted({tag for fact in facts for tag in fact.client.tags})
        self._tag.set_choices(
            [Choice("", self.words.text("All tags")), *(Choice(tag, visible(tag)) for tag in tags)], self._tag.key
        )
        self._tag.setVisible(bool(tags))
        super().show_facts(facts)

    def _segments(self, facts: Sequence[ClientRow]) -> list[Segment]:
        words = self.words
        found = [Segment(ALL, words.text_in("filter", "All"), len(facts))]
        for state, name in STATES.items():
            count = sum(fact.client.state is state for fact in facts)
            found.append(Segment(state.value, words.capital(words.text(name)), count))
        return found

    def _filter(self, key: str) -> None:
        self.show_facts(self.found)

    def _new(self) -> None:
        self.workbench.open("new_client")
