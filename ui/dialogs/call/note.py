"""The window of a call note (6.6): not modal, may stay on top; closing it keeps everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.work import Call
from app.words import words_for
from ui.dialogs.call.begin import begin, final_note
from ui.dialogs.call.leaving import Leaving, taking_up
from ui.dialogs.call.note_head import NoteFoot, NoteHead
from ui.dialogs.call.note_rest import NoteRest
from ui.dialogs.call.saving import holding, saved_words, summary_draft
from ui.dialogs.call.timer import Timer, every
from ui.dialogs.call.topic_card import TopicCard, who_could
from ui.kept_call import KeptTopic
from ui.reading_order import InReadingOrder
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column, Scroll
from ui.widgets.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH = 480, 584
TICK_MS = 1000


class CallNote(InReadingOrder, QWidget):
    """One call. `note` is everything that stands in the window, as it is kept."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, call: int = 0,
        text: str = "", channel: str = "", at: datetime | None = None, near: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Window)
        self.workbench = workbench
        journal, words = workbench.journal, workbench.words
        self.note = begin(journal, client, call, channel=channel, at=at, topic=text, near=near)
        self.client = journal.clients.get(self.note.client)
        self.plan: Call | None = journal.calls.get(self.note.call) if self.note.call else None
        self.people = journal.clients.people(self.client.number)
        self.contact = journal.clients.contact(self.client.number)
        self.setWindowTitle(words.text("Call note"))
        lines = QVBoxLayout(self)
        lines.setSpacing(0)
        lines.setContentsMargins(0, 0, 0, 0)
        self.body = Column(gap=10, margins=(20, 16, 20, 16))
        lines.addWidget(Scroll(self.body), 1)
        self.head = self.body.add(NoteHead(workbench, self.client, self.contact, self.note, self.plan))
        self.timer = self.body.add(Timer(workbench, self.plan.minutes if self.plan else 0))
        self.topics = self.body.add(Column(gap=8))
        self.cards: list[TopicCard] = []
        self.rest = self.body.add(NoteRest(words, self.note, self.people, self.contact))
        self.adding, self.minutes = self.rest.adding, self.rest.minutes
        self.on_call = self.rest.on_call
        self.body.add_space()
        self.foot = NoteFoot(words)
        self.left, self.missing, self.problem = self.foot.left, self.foot.missing, self.foot.problem
        lines.addWidget(self.foot)
        for topic in self.note.topics or (KeptTopic(),):
            self._add_card(topic)
        self._clock = every(self, TICK_MS, self.tick)
        self.leaving = Leaving(self)
        self._connect()
        self._purpose_chosen()
        self.tick()
        self._size()
        self.leaving.keep()

    def tick(self) -> None:
        """Show the time; new minutes are on topic."""
        now = self.workbench.now()
        self.timer.show_note(self.note, now)
        self.minutes.set_total(round(self.note.elapsed(now) / 60))

    def gather(self) -> None:
        """Take what stands in the window into `note`."""
        self.note = replace(
            self.note,
            topics=tuple(card.topic for card in self.cards),
            off_topic=self.minutes.off,
            participants=tuple(self.on_call.numbers),
            purpose=self.head.purpose.key,
        )

    def save(self) -> None:
        """Record the call, then open its summary as a message (Ctrl+Enter)."""
        if not all(card.take_begun() for card in self.cards):
            return
        words = self.workbench.words
        self.note = self.note.end(self.workbench.now())
        self.gather()
        if not any(topic.title for topic in self.note.topics):
            self.refuse(words.text("Write at least one topic: what was talked about."))
            self.cards[0].title.setFocus()
            return
        verb = holding(self.workbench.journal, self.note, self.workbench.now())
        if self.workbench.do(verb, self._kept, at=self):
            self.leaving.let_go()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded; everything stays."""
        self.say(Notice(sentence, NoticeKind.ERROR))

    def say(self, notice: Notice, then: Callable[[], object] | None = None) -> None:
        """Say one line above the foot; `then` is what its button does."""
        self._then = then
        self.foot.problem.set_notice(notice)
        self.foot.problem.show()
        self.foot.problem.announce()

    def again(self) -> Callable[[], object]:
        """What brings the note back when its entries are taken back."""
        return taking_up(self.workbench, self.note)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing keeps everything; the timer goes on."""
        self.leaving.keep()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.head.pin.toggled.connect(self._pin)
        self.timer.turned.connect(self._turn)
        self.adding.clicked.connect(self._add_topic)
        self.missing.clicked.connect(self.leaving.miss)
        self.head.purpose.changed.connect(self._purpose_chosen)
        self.foot.saving.clicked.connect(self.save)
        self.foot.problem.step_taken.connect(self._take_step)
        self.head.discarding.clicked.connect(self.leaving.offer)
        for keys, slot in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self.leaving.escape)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _size(self) -> None:
        screen = screen_room(self.parentWidget())
        self.resize(min(theme().px(WIDE), int(screen.width() * 0.9)), min(theme().px(HIGH), int(screen.height() * 0.9)))
        first = next((card for card in self.cards if card.is_open), None)
        if first is not None:
            (first.editor.what if first.topic.title else first.title).setFocus()

    def _add_card(self, topic: KeptTopic) -> TopicCard:
        people = who_could(self.workbench.words, self.people, self.contact)
        card = self.topics.add(TopicCard(self.workbench, len(self.cards) + 1, topic, people))
        self.cards.append(card)
        card.changed.connect(self._say_left)
        card.entered.connect(self._entered)
        if topic.outcomes and not topic.begun.what:
            card.close_line()
        self._say_left()
        return card

    def _entered(self, number: int) -> None:
        for card in self.cards:
            if card.number != number:
                card.close_line()

    def _add_topic(self) -> None:
        self._add_card(KeptTopic()).title.setFocus()

    def _purpose_chosen(self) -> None:
        """Say what the agreement has against it; a final call is about three things, where nothing was written yet."""
        self.gather()
        calls, channel, purpose = self.workbench.journal.calls, self.note.channel, self.note.purpose
        self.rest.remarks.show_remarks(calls.remarks(self.client.number, channel, purpose), channel)
        for topic in final_note(self.note, words_for(self.client.language or self.workbench.language)):
            self._add_card(topic)

    def _take_step(self) -> None:
        self.foot.problem.hide()
        if self._then is not None:
            self._then()

    def _say_left(self) -> None:
        if self.isVisible():
            self.leaving.ask_again()
        count = sum(card.is_open for card in self.cards)
        said = self.workbench.words.plural("{n} topic left", "{n} topics left", count) if count else ""
        self.left.setText(said)

    def _turn(self, what: str) -> None:
        now = self.workbench.now()
        turns = {"start": self.note.start, "pause": self.note.pause, "end": self.note.end}
        self.note = turns[what](now)
        self.tick()
        self.leaving.keep()

    def _pin(self) -> None:
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self.head.pin.isChecked())
        self.head.show_pinned()
        self.show()

    def _kept(self, numbers: tuple[int, ...]) -> None:
        self.workbench.say(saved_words(self.workbench.words, self.note, numbers[0]))
        text = summary_draft(self.client, self.workbench, self.contact, self.people, self.note)
        self.workbench.open("compose", self.client.number, text=text, about=numbers[:1])
