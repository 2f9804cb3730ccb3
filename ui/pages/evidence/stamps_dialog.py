"""All about time stamps: the queue, the root that is trusted, and the network, off until it is switched on (4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.facts.stamps import StampNetwork, StampQueue, StampRow, StampState, TakenIn, authority_name
from app.facts.visible import visible
from app.words import N_
from ui.attempt import attempt
from ui.dialogs.framed import Framed
from ui.pages.evidence.root_field import RootField
from ui.pages.evidence.stamp_words import queue_in_words, sent_in_words, what_leaves
from ui.stamp_sending import hosts_of, network_of, sending_of
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import text_field
from ui.widgets.notice import NoticeKind
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox, Switch

if TYPE_CHECKING:
    from ui.workbench import Workbench

STATES = {
    StampState.WAITING: (N_("waits"), "hourglass"),
    StampState.ANSWERED: (N_("answered"), "clock"),
    StampState.UNCHECKED: (N_("not checked here"), "circle-dashed"),
}
MOST_ROWS = 6


class StampsDialog(Framed):
    """Everything is worn at once: there is nothing to save."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(words.text("Time stamps"), parent, gap=12)
        self._workbench = workbench
        self._sending = sending_of(workbench)
        self._said = self.page.add(Text("", "small", colour="text2", wrap=True))
        self.table = self.page.add(Table(self._columns(), words.text("Time stamps")))
        self._root()
        self._network()
        self.page.add_space()
        self._fill_foot()
        self._sending.began.connect(self._began)
        self._sending.ended.connect(self._ended)
        self.resize(theme().px(600), theme().px(620))
        self.refresh()
        self._show_network()

    def refresh(self) -> None:
        """Read the queue anew."""
        self.show_queue(self._workbench.journal.stamps.queue())

    def show_queue(self, queue: StampQueue) -> None:
        """Show it, newest first."""
        self._said.setText(queue_in_words(self._workbench.words, queue))
        self.table.setVisible(bool(queue.rows))
        self.table.set_rows([self._row(row) for row in queue.rows])
        self.table.setFixedHeight(theme().px(36) * (min(len(queue.rows), MOST_ROWS) + 1))

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed last is kept."""
        self._keep_addresses()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """What was typed last is kept, whichever way the dialog is left."""
        self._keep_addresses()
        super().done(result)

    def _columns(self) -> list[TableColumn]:
        words = self._workbench.words
        return [
            TableColumn(words.text("Entries"), tabular=True),
            TableColumn(words.text("State")),
            TableColumn(words.text("Authority"), stretch=1),
            TableColumn(words.text("Time"), tabular=True),
        ]

    def _row(self, row: StampRow) -> TableRow:
        words = self._workbench.words
        state, picture = STATES[row.state]
        time = f"{row.at.astimezone(self._workbench.zone):%H:%M}" if row.at else ""
        day = words.date(row.at.astimezone(self._workbench.zone).date(), short=True) if row.at else ""
        cells = (
            TableCell(words.text("{first} to {last}", first=1, last=words.number(row.size))),
            TableCell(words.text(state), icon=picture),
            TableCell(visible(authority_name(row.authority)), colour="text2", tooltip=row.authority),
            TableCell(f"{day} {time}".strip(), colour="text2"),
        )
        return TableRow(str(row.number), cells)

    def _root(self) -> None:
        words = self._workbench.words
        self.root = self.page.add(RootField(words, self._workbench.settings.stamp_root))
        self.root.editor.changed.connect(self._keep_root)

    def _network(self) -> None:
        words, settings = self._workbench.words, self._workbench.settings
        line = self.page.add(Row(gap=10))
        self.on = line.add(Switch(words.text("Send requests by network"), checked=settings.stamps_by_network))
        line.add(Text(words.text("Send requests by network"), "small", weight=500, wrap=True), 1)
        self.addresses = self.page.add(
            text_field(
                words.text("Authorities"),
                "\n".join(settings.stamp_authorities),
                placeholder=words.text("https://…, one address a line"),
                hint=words.text("the first that answers is enough"),
            )
        )
        self.leaves = self.page.add(Text("", "small", colour="text2", wrap=True))
        after = words.text("Also without a click, for each new checkpoint")
        self.after = self.page.add(CheckBox(after, checked=settings.stamp_after_checkpoint))
        self.outcome = self.page.add(Text("", "small", wrap=True, selectable=True))
        self.on.toggled.connect(self._switch)
        self.after.toggled.connect(self._switch_after)
        self.addresses.editor.left.connect(self._keep_addresses)

    def _fill_foot(self) -> None:
        words = self._workbench.words
        self.foot.add_space()
        self.foot.add(Button(words.text("Close"))).clicked.connect(self.accept)
        self.send = self.foot.add(Button(words.text("Send now"), ButtonKind.PRIMARY, icon="send"))
        self.send.clicked.connect(self._sending.send)

    def _began(self) -> None:
        self.outcome.set_colour("text2")
        self.outcome.setText(self._workbench.words.text("The authority is being asked. You can go on working."))
        self.send.refuse(self.outcome.text())

    def _ended(self, value: Sequence[TakenIn] | Said) -> None:
        text, kind = sent_in_words(self._workbench.words, value)
        self.outcome.set_colour("late" if kind is NoticeKind.ERROR else "text")
        self.outcome.setText(text)
        self.refresh()
        self._show_network()

    def _switch(self, on: bool) -> None:
        self._workbench.set(stamps_by_network=on)
        self._show_network()

    def _switch_after(self, on: bool) -> None:
        self._workbench.set(stamp_after_checkpoint=on)

    def _keep_root(self) -> None:
        if self.root.is_sound():
            self._workbench.set(stamp_root=self.root.editor.line.text().strip())

    def _keep_addresses(self) -> None:
        typed = tuple(line.strip() for line in self.addresses.editor.toPlainText().splitlines() if line.strip())
        found = attempt(partial(_hosts, StampNetwork(authorities=typed)))
        self.addresses.set_error(self._workbench.words.of(found) if isinstance(found, Said) else None)
        if not isinstance(found, Said) and typed != self._workbench.settings.stamp_authorities:
            self._workbench.set(stamp_authorities=typed)
        self._show_network()

    def _show_network(self) -> None:
        words, network = self._workbench.words, network_of(self._workbench.settings)
        hosts = hosts_of(self._workbench.settings)
        self.leaves.setText(what_leaves(words, hosts))
        self.after.setEnabled(network.on)
        if not network.on:
            self.send.refuse(words.text("Sending is off."))
        elif not hosts:
            self.send.refuse(words.text("Name an authority first."))
        else:
            self.send.allow()


def _hosts(network: StampNetwork) -> tuple[str, ...]:
    from app.journal.stamp_sending import hosts

    return hosts(network)
