"""The time stamps beside the export: what waits, by hand in two buttons, by network only once switched on (6.9)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.stamps import StampQueue
from app.words import Words
from ui.pages.evidence.stamp_words import queue_in_words, what_leaves
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.text import Text


class StampsCard(Card):
    """`saving` wants a folder for the requests, `taking` the replies, `sending` the network, `more` the whole queue."""

    saving = Signal()
    taking = Signal()
    sending = Signal()
    more = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(15, 12, 15, 13), fill=True, name=words.text("Time stamps"), parent=parent)
        self._words = words
        head = self.add(Row(gap=8))
        head.add(Text(words.text("Time stamps"), "small", weight=600, wrap=True), 1)
        self.state = head.add(Text("", "small", colour="text2"))
        self.queue = self.add(Text("", "small", colour="text2", wrap=True))
        buttons = self.add(Flow(gap=8, line_gap=8))
        self.save = buttons.add(Button(words.text("Save requests")))
        self.take = buttons.add(Button(words.text("Take in replies")))
        self.send = buttons.add(Button(words.text("Send now"), icon="send"))
        self.leaves = self.add(Text("", "caption", colour="text2", wrap=True))
        self.settings = self.add(Row())
        self.all = self.settings.add(Button(words.text("Queue, root and network"), ButtonKind.LINK))
        self.settings.add_space()
        self.save.clicked.connect(self.saving)
        self.take.clicked.connect(self.taking)
        self.send.clicked.connect(self.sending)
        self.all.clicked.connect(self.more)
        self.show_network(on=False, hosts=())
        self.show_queue(StampQueue())

    def show_queue(self, queue: StampQueue) -> None:
        """Say what waits."""
        self.queue.setText(queue_in_words(self._words, queue))

    def show_network(self, *, on: bool, hosts: Sequence[str]) -> None:
        """Say whether requests may be sent; before anything is sent, what leaves stands here."""
        words = self._words
        self.state.setText(words.text("sending is on") if on else words.text("sending is off"))
        self.send.setVisible(on)
        self.leaves.setVisible(on)
        self.leaves.setText(what_leaves(words, hosts) if on else "")
        if hosts:
            self.send.allow()
        else:
            self.send.refuse(words.text("Name an authority first."))

    def show_sending(self, busy: bool) -> None:
        """While a request is out, no other is sent."""
        if busy:
            self.send.refuse(self._words.text("The authority is being asked. You can go on working."))
        else:
            self.send.allow()
