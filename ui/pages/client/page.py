"""One client's page (6.4): header, tabs, timeline with quick add, side column; at large text one column at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.facts.client_page import ClientPage as Facts
from ui.dropping import Dropping
from ui.layout import Layout
from ui.pages.client.header import ClientHeader
from ui.pages.client.journal_tab import JournalTab
from ui.widgets.boxes import Column
from ui.widgets.segmented import Segment
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from ui.pages.client.agreement_tab import AgreementTab
    from ui.pages.client.people_tab import PeopleTab
    from ui.pages.client.plan_tab import PlanTab
    from ui.pages.client.statistics_tab import StatisticsTab
    from ui.workbench import Workbench

    Part = AgreementTab | PeopleTab | PlanTab | StatisticsTab


class ClientPage(Column):
    """The page. `show_client` says whose it is, `refresh` reads anew."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, margins=(24, 18, 20, 16), parent=parent)
        self.workbench, self.client, self._item = workbench, 0, 0
        self.layout_now = Layout.FULL
        self.facts: Facts | None = None
        words = workbench.words
        self.header = self.add(ClientHeader(workbench))
        self.tabs = self.add(Tabs(self._tab_words(), "journal", name=words.text("Parts of the client's page")))
        self._tabs_said = self._tab_words()
        self.stack = self.add(QStackedWidget(), 1)
        self.journal = JournalTab(workbench)
        self.stack.addWidget(self.journal)
        self._others: dict[str, Part] = {}
        self.tabs.changed.connect(self.show_tab)
        self.header.asked.connect(self._asked)
        self.journal.side.agreement.connect(self._agreement)
        self.journal.jumped.connect(self._to_journal)
        Dropping(self).dropped.connect(self._dropped)
        QShortcut("Ctrl+J", self).activated.connect(self._quick_add)

    def _dropped(self, paths: Sequence[Path]) -> None:
        """Files dropped anywhere on the page go with the next line."""
        self.show_tab("journal")
        self.journal.quick.taking.take_files(paths)

    def show_client(self, number: int) -> None:
        """Show another client, its journal first."""
        self.open_at(number, 0)
        self.refresh()

    def open_at(self, client: int, item: int) -> None:
        """Whose page it is, and the entry to stand at (0: the newest)."""
        if client and client != self.client:
            self.client = client
            self.facts = None
            self.tabs.choose("journal")
            self.show_tab("journal")
        self._item = item
        self.journal.timeline.mark(self.workbench.sought)
        self.workbench.sought = ""
        if client:
            self.workbench.recent.note(client, item)

    def refresh(self) -> None:
        """Read the timeline at once, the rest beside the window."""
        if not self.client:
            return
        self.journal.show_client(self.client)
        if self._item:
            self.journal.timeline.go_to_entry(self._item)
            self._item = 0
        client, desk = self.client, self.workbench.journal.desk

        def question() -> Facts:
            return desk.client_page(client)

        self.workbench.ask(question, self._show)

    def set_layout(self, layout: Layout) -> None:
        """Full, narrow, single."""
        self.layout_now = layout
        self.journal.set_layout(layout)
        for part in self._others.values():
            part.set_layout(layout)
        self._tell_tabs()
        self.show_tab(self.tabs.key)
        if self.facts is not None:
            self._show(self.facts)

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        part = self.stack.currentWidget()
        return [self.header, self.tabs, *(self.journal.panes() if part is self.journal else [part])]

    def show_tab(self, key: str) -> None:
        """Show a part; plan, agreement and people are made when they are first asked for."""
        if key in ("journal", "open"):
            self.journal.show_part(key)
        elif key not in self._others:
            self._others[key] = self._make(key)
            self._others[key].set_layout(self.layout_now)
            self.stack.addWidget(self._others[key])
        self.stack.setCurrentWidget(self._others.get(key, self.journal))
        self._fill(key)

    def _fill(self, key: str) -> None:
        part = self._others.get(key)
        if self.facts is not None and part is not None:
            part.show_page(self.facts)

    def _show(self, facts: Facts) -> None:
        if facts.client.number != self.client:
            return
        self.facts = facts
        self.header.show_page(facts, self.layout_now)
        self.journal.show_page(facts)
        self._tell_tabs()
        self._fill(self.tabs.key)

    def _make(self, key: str) -> Part:
        if key == "agreement":
            from ui.pages.client.agreement_tab import AgreementTab

            return AgreementTab(self.workbench)
        if key == "plan":
            from ui.pages.client.plan_tab import PlanTab

            plan = PlanTab(self.workbench)
            plan.entry_wanted.connect(self.journal.jump)
            return plan
        if key == "statistics":
            from ui.pages.client.statistics_tab import StatisticsTab

            figures = StatisticsTab(self.workbench)
            figures.entry_wanted.connect(self.journal.jump)
            figures.day_wanted.connect(self.journal.jump_to_day)
            return figures
        from ui.pages.client.people_tab import PeopleTab

        return PeopleTab(self.workbench)

    def _asked(self, what: str) -> None:
        if what == "agreement":
            self._agreement()
        elif what == "week":
            self.workbench.show("week", self.client)
        else:
            self.workbench.open("compose", self.client)

    def _agreement(self) -> None:
        self.tabs.choose("agreement")
        self.show_tab("agreement")

    def _to_journal(self) -> None:
        if self.tabs.key != "journal":
            self.tabs.choose("journal")
            self.show_tab("journal")

    def _quick_add(self) -> None:
        self._to_journal()
        self.journal.to_quick_add()

    def _tell_tabs(self) -> None:
        found = self._tab_words()
        if found != self._tabs_said:
            self._tabs_said = found
            self.tabs.set_segments(found)
            self.tabs.restyle()

    def _tab_words(self) -> list[Segment]:
        """At large text the side column is a part of its own: "Journal · Open 4"."""
        words, count = self.workbench.words, 0
        if self.facts is not None:
            count = len(self.facts.mine) + len(self.facts.theirs)
        single = self.layout_now is Layout.SINGLE
        return [
            Segment("journal", words.text("Journal")),
            *([Segment("open", words.text_in("items", "Open"), count)] if single else []),
            Segment("plan", words.text("Plan")),
            Segment("agreement", words.text("Agreement")),
            Segment("people", words.text("People")),
            Segment("statistics", words.text("Statistics")),
        ]
