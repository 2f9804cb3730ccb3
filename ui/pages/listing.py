"""A page with one table over all clients: a header, a table, or one sentence where there is nothing (6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.facts.lists import When
from app.words import N_
from ui.layout import Layout
from ui.widgets.boxes import Column
from ui.widgets.empty import EmptyState
from ui.widgets.header import PageHeader
from ui.widgets.table import Table, TableColumn, TableRow

if TYPE_CHECKING:
    from ui.workbench import Workbench

GROUPS = {
    When.LATE: N_("Late"),
    When.TODAY: N_("Today"),
    When.THIS_WEEK: N_("This week"),
    When.LATER: N_("Later"),
    When.WAITING: N_("Waiting for them"),
}


class Listing(Column):
    """Heirs say which question is asked, which columns there are, and what a row shows."""

    def __init__(self, workbench: Workbench, title: str, empty: str) -> None:
        super().__init__(gap=14, margins=(24, 20, 20, 14))
        self.workbench, self.words = workbench, workbench.words
        self.full, self.single = True, False
        self.header = self.add(PageHeader(title))
        self.tools = self.add(Column())
        self.tools.hide()
        self.table = self.add(Table(self.columns(), title), 1)
        self.table.opened.connect(self.open)
        self.empty = self.add(EmptyState(empty), 1)
        self.empty.hide()
        self.found: Sequence[Any] = ()
        self._arrived = False

    def columns(self) -> list[TableColumn]:
        """The heads of the table in the present layout."""
        raise NotImplementedError

    def question(self) -> Sequence[Any]:
        """Asked beside the window."""
        raise NotImplementedError

    def row(self, fact: Any) -> TableRow:
        """What one fact shows."""
        raise NotImplementedError

    def says(self, facts: Sequence[Any]) -> str:
        """The line under the title."""
        raise NotImplementedError

    def open(self, key: str) -> None:
        """Enter or a double click on a row: `client/item`."""
        client, _, item = key.partition("/")
        self.workbench.show("client", int(client), int(item or 0))

    def fits(self, fact: Any) -> bool:
        """Whether a fact passes the page's filter."""
        return True

    def open_at(self, client: int, item: int) -> None:
        """Somebody came here: the keyboard goes to the rows once they are read."""
        self._arrived = True

    def refresh(self) -> None:
        """Read anew."""
        self.workbench.ask(self.question, self.show_facts)

    def set_layout(self, layout: Layout) -> None:
        """Only the full layout has room for every column."""
        self.full, self.single = layout is Layout.FULL, layout is Layout.SINGLE
        self.table.set_columns(self.columns())
        self.show_facts(self.found)

    def write(self) -> None:
        """Ctrl+M: to the client of the chosen row."""
        key = self.table.chosen_key
        if key:
            self.workbench.open("compose", int(key.partition("/")[0]))
        else:
            self.workbench.say(self.words.text("Choose a row first; then write to its client."))

    def client_at(self) -> int:
        """Whose row is chosen; 0 when none is."""
        key = self.table.chosen_key
        return int(key.partition("/")[0]) if key else 0

    def panes(self) -> list[QWidget]:
        """F6 goes to the table."""
        return [self.table]

    def show_facts(self, facts: Sequence[Any]) -> None:
        """Show another reading."""
        self.found = facts
        shown = [fact for fact in facts if self.fits(fact)]
        self.header.set_title(self.header.title.text(), self.says(facts))
        rows = [self.row(fact) for fact in shown]
        self.table.set_rows(rows)
        self.table.setVisible(bool(facts))
        self.empty.setVisible(not facts)
        if self._arrived and shown:
            self._arrived = False
            self.table.setFocus()
            if not self.table.chosen_key:
                self.table.choose(rows[0].key)
