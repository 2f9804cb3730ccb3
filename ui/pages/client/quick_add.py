"""Quick add (6.4): kind, direction, channel, one field, time; Enter writes the entry at once and keeps the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.client_page import ClientPage
from app.papers.names import CHANNELS, channel_name
from ui.channels import channel_icon
from ui.pages.client.both_button import BothButton
from ui.pages.client.channel_button import ChannelButton
from ui.pages.client.quick_field import QuickField
from ui.pages.client.quick_kinds import DIRECTIONS, KINDS, Quick, asks, write
from ui.pages.client.quick_time import QuickTime, time_in
from ui.widgets.boxes import Row
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.keycap import Keycap
from ui.widgets.picture import Picture
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

FULL_FORMS = {"edit": "edit", "call": "call", "request": "request"}


class QuickAdd(Card):
    """The bar. `written(seq)` after each entry; a refusal stays under the field with the text."""

    written = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(11, 7, 9, 9), parent=parent)
        self._workbench, self.client, self._person = workbench, 0, ""
        self._narrow = False
        words = workbench.words
        top = self.add(Row(gap=9))
        self.label = top.add(Text(words.text_in("button", "Log"), "small", weight=500, colour="text2"))
        self.kinds = top.add(Segmented(self._kinds(), "message", name=words.text("Kind of entry")))
        top.add_space()
        self.direction = top.add(Segmented(self._directions("message"), "in", name=words.text("Direction")))
        self.channel = top.add(ChannelButton(words.text("Channel")))
        self.both = self.add(BothButton(self.direction, self.channel, words.text("Direction and channel")))
        self.both.hide()
        low = self.add(Row(gap=10))
        self.field = low.add(QuickField(), 1)
        self.time = low.add(QuickTime(workbench))
        self.enter = low.add(Keycap("Enter"))
        self._problem = self.add(Row(gap=6))
        self._problem.add(Picture("circle-alert", "late", side=14))
        self.problem = self._problem.add(Text("", "caption", weight=500, colour="late", wrap=True), 1)
        self._problem.hide()
        self.setAccessibleName(words.text("Log an entry"))
        self._order()
        self._connect()
        self._show_kind()

    def show_client(self, page: ClientPage) -> None:
        """Take the client, the contact's name and the agreed channels; a text that was begun stays."""
        if page.client.number != self.client:
            self.client = page.client.number
            self.clear_problem()
        self._person = page.contact.short if page.contact else page.client.name
        agreed = [each.channel for each in page.agreement.terms.agreed_channels]
        first = [page.channel.channel] if page.channel else []
        kinds = dict.fromkeys([*first, *agreed, *CHANNELS])
        words = self._workbench.words
        self.channel.offer([Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in kinds])
        self._show_kind()

    def set_narrow(self, narrow: bool) -> None:
        """At large text only field and kind stay; the rest goes on in a second line of its own (6.4)."""
        self._narrow = narrow
        self.enter.setVisible(not narrow)
        self.label.setVisible(not narrow)
        self._show_kind()

    def save(self) -> None:
        """Write the entry; the text goes only when it was kept."""
        words = self._workbench.words
        text, at, sure = time_in(self.field.toPlainText().strip(), self._workbench)
        if not text:
            self.refuse(words.text("Write one line first, then press Enter."))
            return
        if not sure:
            self.refuse(words.text("The time after @ was not understood. Write for example @yesterday 16:00."))
            return
        quick = Quick(self.kinds.key, self.is_mine, self.channel.key, text, at or self.time.at)
        self._workbench.do(self._verb(quick), self._kept, at=self)

    @property
    def is_mine(self) -> bool:
        """Whether the entry is an act of mine."""
        return self.direction.key == "out" if self.kinds.key in DIRECTIONS else self.kinds.key in ("request", "note")

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; the text stays."""
        self.problem.setText(sentence)
        self._problem.show()
        self.field.setAccessibleDescription(sentence)
        self.field.setFocus()

    def clear_problem(self) -> None:
        """Take the sentence away."""
        self._problem.hide()
        self.field.setAccessibleDescription("")

    def open_full(self) -> None:
        """The whole form with the text taken over (Ctrl+Enter)."""
        form = FULL_FORMS.get(self.kinds.key)
        if form is None:
            self.save()
            return
        text, at, _ = time_in(self.field.toPlainText().strip(), self._workbench)
        opened = self._workbench.open(
            form, self.client, text=text, channel=self.channel.key, at=at or self.time.at or self._workbench.now()
        )
        if opened is not None:
            self.field.clear()

    def _verb(self, quick: Quick):  # type: ignore[no-untyped-def]
        journal, client = self._workbench.journal, self.client

        def verb() -> int:
            return write(journal, client, quick)

        return verb

    def _kept(self, seq: int) -> None:
        words = self._workbench.words
        self.field.clear()
        self.clear_problem()
        self.time.reset()
        self.field.setFocus()
        self._last = seq
        self._workbench.say(words.text("Saved as entry {number}.", number=seq), step=words.text("Correct"),
                            next=self._correct)  # fmt: skip
        self.written.emit(seq)

    def _correct(self) -> None:
        from ui.dialogs.correct import Correct

        Correct(self._workbench, self.client, entry=self._last, parent=self.window()).open()

    def _kinds(self) -> list[Segment]:
        return [Segment(key, self._workbench.words.text(text)) for key, text in KINDS]

    def _directions(self, kind: str) -> list[Segment]:
        words = self._workbench.words
        theirs, mine = DIRECTIONS.get(kind, DIRECTIONS["message"])
        return [Segment("in", words.text(theirs)), Segment("out", words.text(mine))]

    def _order(self) -> None:
        for first, then in ((self.kinds, self.direction), (self.direction, self.channel), (self.channel, self.field),
                            (self.field, self.time)):  # fmt: skip
            QWidget.setTabOrder(first, then)

    def _connect(self) -> None:
        self.kinds.changed.connect(self._show_kind)
        self.direction.changed.connect(self._ask)
        self.both.changed.connect(self._ask)
        self.field.saved.connect(self.save)
        self.field.full_asked.connect(self.open_full)
        self.field.kind_asked.connect(self._choose_kind)
        self.field.textChanged.connect(self.clear_problem)
        self.time.done.connect(self.field.setFocus)

    def _choose_kind(self, at: int) -> None:
        self.kinds.choose(KINDS[at][0])
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kinds.key
        self.direction.setVisible(kind in DIRECTIONS and not self._narrow)
        self.channel.setVisible(kind != "note" and not self._narrow)
        self.both.setVisible(kind != "note" and self._narrow)
        if kind in DIRECTIONS:
            self.direction.set_segments(self._directions(kind))
        self.both.offer(tuple(self._directions(kind)) if kind in DIRECTIONS else ())
        self._ask()

    def _ask(self) -> None:
        said = asks(self._workbench.words, self.kinds.key, self.is_mine, self._person)
        self.field.setPlaceholderText(said)
        self.field.setAccessibleName(said)
