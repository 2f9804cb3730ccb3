"""A request to the client (1.3): what is asked for, line by line, of which sort, by when, and for which edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.work import Edit
from app.papers.counts import count_sentence
from app.papers.draft_files import own_folder
from app.papers.drafts import render
from app.papers.names import CHANNELS, channel_name
from app.words import N_
from ui.channels import channel_icon
from ui.dialogs.keeping import Editors
from ui.dialogs.kept_form import KeptForm
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field, text_field
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

SORTS: Final = {
    "material": N_("Material"),
    "access": N_("Access"),
    "approval": N_("Approval"),
    "decision": N_("Decision"),
    "payment": N_("Payment"),
    "answer": N_("Answer"),
    "other": N_("Other"),
}


class RequestForm(KeptForm):
    """Ctrl+Enter saves and opens the message; Save alone records it as asked in the channel."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, text: str = "",
        channel: str = "", at: datetime | None = None, needed_for: Sequence[int] = (),
    ) -> None:  # fmt: skip
        words = workbench.words
        super().__init__(workbench, words.text("Request to the client"), parent, width=600)
        journal = workbench.journal
        self._clients = journal.clients.all()
        self.client = client or (self._clients[0].number if self._clients else 0)
        self._at, self._needed = at, list(needed_for)
        names = [Choice(str(each.number), each.name) for each in self._clients]
        self.whom = self.body.add(choice_field(words.text("Client"), names, str(self.client), icon="briefcase"))
        self.lines = self.body.add(
            text_field(words.text("What you need"), text, lines=3, hint=words.text("one line for each thing"))
        )
        self._sort_and_channel(channel)
        self._due()
        self.edits = self.body.add(Column(gap=2))
        self.body.add_space()
        self._foot()
        self.whom.editor.chosen.connect(self._client_chosen)
        self._client_chosen(str(self.client))
        fields: Editors = {"whom": self.whom, "lines": self.lines, "sort": self.sort, "channel": self.channel}
        self.keep(f"request/{client}", fields, given=bool(text))
        self.fit()
        self.lines.editor.setFocus()

    @property
    def asked(self) -> list[str]:
        """One line for each thing."""
        return [line.strip() for line in self.lines.editor.toPlainText().splitlines() if line.strip()]

    def save(self) -> None:
        """Write the request down and open the message that asks: their clock starts when it is sent (Ctrl+Enter)."""
        self._save(self._write, told=False)

    def save_only(self) -> None:
        """Record it as asked in the channel: the client's clock runs from now."""
        self._save(self._kept, told=True)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded; the lines stay."""
        self.lines.set_error(sentence)
        self.lines.editor.setFocus()

    def _sort_and_channel(self, channel: str) -> None:
        words = self.workbench.words
        column = self.body.add(Column(gap=4))
        column.add(Text(words.text("Sort"), "small", weight=500, colour="text2"))
        self.sort = column.add(
            Segmented([Segment(key, words.text_in("request", text)) for key, text in SORTS.items()], "material",
                      name=words.text("Sort"), small=True)
        )  # fmt: skip
        self.sort.changed.connect(self._ask)
        choices = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in CHANNELS]
        self._row = self.body.add(Row(gap=12))
        self.channel = self._row.add(choice_field(words.text("Channel"), choices, channel), 2)
        self._wanted = channel

    def _due(self) -> None:
        words = self.workbench.words
        self.due = self._row.add(
            date_field(words.text("By when"), self.workbench.today, language=self.workbench.language), 3
        )
        self.term = self.body.add(Text("", "caption", colour="text2", wrap=True))
        self._by_hand: date | None = None
        self.due.editor.changed.connect(self._day_taken)

    def _foot(self) -> None:
        words = self.workbench.words
        self.add_foot(words.text("Save and write"), cancel=words.text("Cancel"))
        only = Button(words.text("Save as asked"))
        self.foot.lines.insertWidget(self.foot.lines.count() - 1, only)
        only.clicked.connect(self.save_only)

    def _client_chosen(self, key: str) -> None:
        self.client = int(key or 0)
        journal = self.workbench.journal
        self.channel.editor.choose(self._wanted or journal.talk.usual_channel(self.client))
        self.edits.clear()
        self._boxes: list[CheckBox] = []
        words = self.workbench.words
        found = [each for each in journal.reading.open_items(self.client) if isinstance(each, Edit) and not each.ended]
        if found:
            self.edits.add(Text(words.text("Needed for"), "small", weight=500, colour="text2"))
        for edit in found[:6]:
            box = self.edits.add(CheckBox(edit.title, checked=edit.number in self._needed))
            box.setProperty("edit", edit.number)
            self._boxes.append(box)
        self._by_hand = None
        self._ask()

    def _ask(self) -> None:
        """The day that the terms give (W9), on the client's calendar."""
        words, journal = self.workbench.words, self.workbench.journal
        term = journal.requests.term(self.client, self._at or self.workbench.now(), self.sort.key, self._by_hand)
        self.due.editor.blockSignals(True)
        self.due.editor.set_day(term.on)
        self.due.editor.blockSignals(False)
        if self._by_hand is None:
            said = words.text("By the agreement: {count}", count=count_sentence(words, term.count))
        else:
            said = words.text("Another day than the agreement gives. It is kept as agreed by hand.")
        self.term.setText(said)

    def _day_taken(self, day: date) -> None:
        self._by_hand = day
        self._ask()

    def _save(self, then: Callable[[int], object], *, told: bool) -> None:
        lines, requests, client = self.asked, self.workbench.journal.requests, self.client
        if not lines:
            self.refuse(self.workbench.words.text("Write at least one line: what the client is to send or decide."))
            return
        sort, channel, at, on = self.sort.key, self.channel.editor.key, self._at, self._by_hand
        needed = [int(box.property("edit")) for box in self._boxes if box.isChecked()]

        def verb() -> int:
            through = channel if told else ""
            return requests.make(client, lines, sort=sort, channel=through, at=at, on=on, needed_for=needed, told=told)

        if self.workbench.do(verb, then, at=self):
            self.accept()

    def _kept(self, seq: int) -> None:
        self.workbench.say(self.workbench.words.text("Saved as entry {number}.", number=seq))

    def _write(self, seq: int) -> None:
        journal = self.workbench.journal
        client, made = journal.clients.get(self.client), journal.requests.get(seq)
        due = made.due or journal.requests.term(self.client, self.workbench.now(), self.sort.key).on
        words = self.workbench.words
        said = words.text("Saved as entry {number}. Their clock starts when you mark the message as sent.", number=seq)
        self.workbench.say(said)
        contact = journal.clients.contact(self.client)
        titles = [box.text() for box in self._boxes if box.isChecked()]
        values: dict[str, object] = {
            "called": contact.short if contact else "",
            "owner": self.workbench.owner.name,
            "client": client.name,
            "missing": self.asked,
            "due": due,
            "needed_for": ", ".join(titles),
        }
        language = client.language or self.workbench.language
        own = own_folder(journal.path)
        draft = render("request", client.style, language, values, own, this_year=self.workbench.today.year)
        self.workbench.open("compose", self.client, text=draft.text, about=(seq,))
