"""The evidence page: who can vouch for the journal and with what head; export, verify, check (6.9)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.facts.evidence import EvidenceShown
from ui.layout import Layout
from ui.pages.evidence import asking
from ui.pages.evidence.by_hand import ByHand
from ui.pages.evidence.change_key import ChangeKey
from ui.pages.evidence.checking import Checking
from ui.pages.evidence.export_card import ExportCard
from ui.pages.evidence.exporting import Exporting
from ui.pages.evidence.heads_card import HeadsCard
from ui.pages.evidence.key_card import KeyCard
from ui.pages.evidence.ladder_card import LadderCard
from ui.pages.evidence.noted_lines import NotedLines
from ui.pages.evidence.rests_card import RestsCard, ShowsCard
from ui.pages.evidence.stamping import Stamping
from ui.pages.evidence.stamps_card import StampsCard
from ui.pages.evidence.verify_dialog import VerifyDialog
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button
from ui.widgets.header import PageHeader

if TYPE_CHECKING:
    from ui.workbench import Workbench


class EvidencePage(Column):
    """The ladder and the heads on the left, the export and what it shows on the right."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(gap=12, margins=(24, 18, 20, 0))
        self._workbench = workbench
        words = workbench.words
        self.shown: EvidenceShown | None = None
        self.dialog: VerifyDialog | None = None
        self._layout = Layout.FULL
        self.header = self.add(PageHeader(words.text("Evidence")))
        self.verify = self.header.buttons.add(Button(words.text("Verify a file"), icon="file-check"))
        self.check = self.header.buttons.add(Button(words.text("Check now"), icon="rotate-cw"))
        self.body = Row(gap=20, margins=(0, 0, 0, 18))
        self.main = self.body.add(Column(gap=10), 1)
        self.side = self.body.add(Column(gap=10))
        self.add(Scroll(self.body), 1)
        self.checking = Checking(workbench, self)
        self.main.add(self.checking.strip)
        self.main.add(self.checking.problems)
        self.ladder = self.main.add(LadderCard(words))
        self.heads = self.main.add(HeadsCard(words))
        self.noted = self.heads.add(NotedLines(words))
        self.rests = self.main.add(RestsCard(words))
        self.main.add_space()
        self.export = self.side.add(ExportCard(words, workbench.today))
        self.shows = self.side.add(ShowsCard(words))
        self.stamps = self.side.add(StampsCard(words))
        self.key = self.side.add(KeyCard(words))
        self.side.add_space()
        self.exporting = Exporting(workbench, self.export)
        self.stamping = Stamping(workbench, self.stamps)
        self._connect()
        self.setAcceptDrops(True)
        self.restyle()

    def refresh(self) -> None:
        """Read anew, beside the window."""
        self._workbench.ask(partial(asking.evidence_shown, self._workbench), self._show)
        self.stamping.refresh()

    def set_layout(self, layout: Layout) -> None:
        """Become full, narrow or single."""
        self._layout = layout
        self.ladder.set_layout(layout)
        self.heads.set_layout(layout)
        self.restyle()

    def restyle(self) -> None:
        """Two columns, or one with the export last."""
        super().restyle()
        if not hasattr(self, "exporting"):
            return
        single = self._layout is Layout.SINGLE
        ways = QBoxLayout.Direction
        self.body.lines.setDirection(ways.TopToBottom if single else ways.LeftToRight)
        if single:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16777215)
        else:
            self.side.setFixedWidth(theme().px(324 if self._layout is Layout.FULL else 284))

    def panes(self) -> list[QWidget]:
        """Where F6 goes: the ladder's side, then the export."""
        return [self.main, self.side]

    def verify_file(self, path: Path | None = None) -> None:
        """Open the dialog, with a file that was dropped or without."""
        self.dialog = VerifyDialog(self._workbench, path, parent=self)
        self.dialog.open()

    def write_down(self) -> None:
        """Ask who holds a head, and which."""
        if self.shown is not None and self.shown.clients:
            ByHand(self._workbench, self.shown.clients, self).open()

    def change_key(self) -> None:
        """Ask for the reason of a new key."""
        if self.shown is not None:
            ChangeKey(self._workbench, self.shown.keys[-1], self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the page."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Verify what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.verify_file(paths[0])

    def _connect(self) -> None:
        self.verify.clicked.connect(self._verify)
        self.check.clicked.connect(self.checking.start)
        self.checking.done.connect(self._checked)
        self.ladder.week.connect(self._open_week)
        self.heads.copied.connect(self._copy)
        self.heads.adding.connect(self.write_down)
        self.key.changing.connect(self.change_key)
        self.export.wanted.connect(self.exporting.sum_up)
        self.export.offering.connect(self._ask_items)
        self.export.saved.connect(self.exporting.ask_where)

    def _show(self, shown: EvidenceShown) -> None:
        self.shown = shown
        zone = self._workbench.zone
        self.checking.entries = shown.vouching.entries
        self.ladder.show_vouching(shown.vouching)
        self.heads.show_heads(shown.vouching.heads, zone)
        self.noted.show_noted(shown.noted, zone)
        self.rests.show_evidence(shown)
        self.shows.show_vouching(shown.vouching)
        self.export.show_clients(shown.clients)
        self.key.show_keys(shown.keys, zone)
        self._title()

    def _title(self) -> None:
        words = self._workbench.words
        entries = self.shown.vouching.entries if self.shown else 0
        counted = words.plural("{n} entry.", "{n} entries.", entries)
        self.header.set_title(words.text("Evidence"), f"{counted} {self.checking.in_words()}")

    def _checked(self) -> None:
        self.ladder.show_problems(self.checking.problem_count)
        self._title()

    def check_now(self) -> None:
        """Check the journal, as the button does, also on a page that has not read yet how long it is."""
        self.checking.entries = self.checking.entries or self._workbench.journal.size_and_head()[0]
        self.checking.start()

    def _verify(self) -> None:
        self.verify_file()

    def _open_week(self) -> None:
        self._workbench.show("week")

    def _copy(self, head: str) -> None:
        QGuiApplication.clipboard().setText(head)
        self._workbench.say(self._workbench.words.text("The head is copied, with the number of entries before it."))

    def _ask_items(self, client: int) -> None:
        self._workbench.ask(
            partial(asking.items_offered, self._workbench, client), partial(self.export.show_items, client)
        )
