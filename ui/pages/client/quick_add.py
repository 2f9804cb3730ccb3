"""Quick add (6.4): kind, direction, channel, one field, time; Enter writes the entry at once and keeps the focus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.facts.client_page import ClientPage
from app.papers.names import CHANNELS, channel_name
from ui.attached_files import Files
from ui.channels import channel_icon
from ui.dialogs.keeping import Keeping
from ui.pages.client.below_field import BelowField
from ui.pages.client.quick_begun import Begun
from ui.pages.client.quick_field import QuickField
from ui.pages.client.quick_kinds import Quick, asks, write
from ui.pages.client.quick_switches import QuickSwitches
from ui.pages.client.quick_taking import Taking
from ui.pages.client.quick_time import QuickTime, time_in
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.keycap import Keycap

if TYPE_CHECKING:
    from ui.workbench import Workbench

FULL_FORMS = {"edit": "edit", "call": "call", "request": "request"}


class QuickAdd(Card):
    """The bar. `written(seq)` after each entry; a refusal stays under the field with the text."""

    written = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(11, 7, 9, 9), parent=parent)
        self._workbench, self.client, self._person = workbench, 0, ""
        words = workbench.words
        self.switches = self.add(QuickSwitches(words))
        low = self.add(Row(gap=10))
        low.add(self.switches.both)
        self.field = low.add(QuickField(), 1)
        self.time = low.add(QuickTime(workbench))
        self.enter = low.add(Keycap("Enter"))
        said = words.text("Kept with the entry. Without a line their names are written.")
        self.files = self.add(Files(words, said))
        self.below = self.add(BelowField(words))
        self.problem = self.below.problem
        self.begun = Begun(workbench, self.field)
        self.taking = Taking(workbench, self)
        self.setAccessibleName(words.text("Log an entry"))
        self._order()
        self._connect()
        self._ask()

    def show_client(self, page: ClientPage) -> None:
        """Take the client, the contact's name and the agreed channels; a text that was begun waits with its client."""
        if page.client.number != self.client:
            self.begun.leave()
            self.client = page.client.number
            self.begun.come_to(self.client)
            self.clear_problem()
        self._person = page.contact.short if page.contact else page.client.name
        agreed = [each.channel for each in page.agreement.terms.agreed_channels]
        first = [page.channel.channel] if page.channel else []
        kinds = dict.fromkeys([*first, *agreed, *CHANNELS])
        words = self._workbench.words
        self.switches.offer([Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in kinds])
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Folded it needs no more than its kinds; the rest goes into one menu button."""
        return QSize(self.switches.least() + theme().px(24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold direction and channel into one button where they have no room beside the kinds (6.4)."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self.enter.setVisible(not self.switches.fold(self.width() - theme().px(24)))

    def save(self) -> None:
        """Write the entry; the text goes only when it was kept."""
        words = self._workbench.words
        text, at, sure = time_in(self.field.toPlainText().strip(), self._workbench)
        text = text or ", ".join(path.name for path in self.files.paths)
        if not text:
            self.refuse(words.text("Write one line first, then press Enter."))
            return
        if not sure:
            self.refuse(words.text("The time after @ was not understood. Write for example @yesterday 16:00."))
            return
        quick = Quick(self.switches.kind, self.switches.is_mine, self.switches.channel.key, text, at or self.time.at)
        self._workbench.do(self._verb(quick), self._kept, at=self)

    def again(self) -> Callable[[], object]:
        """What puts the line back into the field when its entry is taken back (1.3b)."""
        opening = self.window().property("opening")
        return partial(self._put_back, self.field.toPlainText(), self.client, self.switches.state, opening)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; the text stays."""
        self.below.refuse(sentence)
        self.field.setAccessibleDescription(sentence)
        self.field.setFocus()

    def empty(self) -> None:
        """What stood in the field is kept elsewhere now."""
        self.field.clear()
        self.files.forget()
        self.begun.forget()
        self.clear_problem()
        self.field.setFocus()

    def clear_problem(self) -> None:
        """Take the sentence away."""
        self.below.clear_all()
        self.field.setAccessibleDescription("")

    def open_full(self) -> None:
        """The whole form with the text taken over (Ctrl+Enter)."""
        if (form := FULL_FORMS.get(self.switches.kind)) is None:
            self.save()
        if form is None or self.taking.holds_files():
            return
        text, at, _ = time_in(self.field.toPlainText().strip(), self._workbench)
        at = at or self.time.at or self._workbench.now()
        opened = self._workbench.open(form, self.client, text=text, channel=self.switches.channel.key, at=at)
        if opened is not None:
            if (keeping := opened.findChild(Keeping)) is not None:
                keeping.take_over(text)
            self.field.clear()
            self.begun.forget()

    def _verb(self, quick: Quick) -> Callable[[], int]:
        journal, client, files = self._workbench.journal, self.client, self.files

        def verb() -> int:
            return write(journal, client, replace(quick, attachments=tuple(files.attachments(journal))))

        return verb

    def _kept(self, seq: int) -> None:
        words = self._workbench.words
        self.empty()
        self.time.reset()
        self._last = seq
        self._workbench.say(words.text("Saved as entry {number}.", number=seq), step=words.text("Correct"),
                            next=self._correct)  # fmt: skip
        self.written.emit(seq)

    def _put_back(
        self, text: str, client: int, state: tuple[str, str, str], opening: Callable[[], object] | None
    ) -> None:
        if isValid(self):
            self.begun.keep()
        Begun.put_back(self._workbench, client, text)
        if opening is not None:
            opening()
        elif isValid(self) and client == self.client:
            self.begun.come_to(client)
            self.switches.restore(state)
            self.field.setFocus()
        else:
            self._workbench.show("client", client)

    def _correct(self) -> None:
        from ui.dialogs.correct import Correct

        Correct(self._workbench, self.client, entry=self._last, parent=self.window()).open()

    def _order(self) -> None:
        on_top = self.switches
        order = (on_top.kinds, on_top.direction, on_top.channel, on_top.both, self.field, self.time)
        for first, then in pairwise(order):
            QWidget.setTabOrder(first, then)

    def _connect(self) -> None:
        self.switches.changed.connect(self._ask)
        self.field.saved.connect(self.save)
        self.field.full_asked.connect(self.open_full)
        self.field.kind_asked.connect(self.switches.choose)
        self.field.textChanged.connect(self.clear_problem)
        self.time.done.connect(self.field.setFocus)

    def _ask(self) -> None:
        said = asks(self._workbench.words, self.switches.kind, self.switches.is_mine, self._person)
        self.field.setPlaceholderText(said)
        self.field.setAccessibleName(said)
