"""The foot of an edit request: which agreement counts, what was refused, Cancel, Save, Save and write."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.edit_answer import EditAnswer
from app.facts.people import Client
from app.words import Words
from ui.pages.client.header import agreement_words
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.keycap import Keycap
from ui.widgets.pane import Pane
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class EditFoot(Pane):
    """`saved`, `written` (save and write), `cancelled`."""

    saved = Signal()
    written = Signal()
    cancelled = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("card", gap=6, padding=(24, 12, 20, 12), top_line=True, parent=parent)
        self._words = words
        self._problem = self.add(Row(gap=6))
        self._problem.add(Picture("circle-alert", "late", side=14))
        self.problem = self._problem.add(Text("", "caption", weight=500, colour="late", wrap=True), 1)
        self._problem.hide()
        self.pinned = self.add(Text("", "heading", wrap=True))
        self.pinned.hide()
        self.above = self.add(Text("", "small", colour="text2", wrap=True))
        self.above.hide()
        row = self.add(Row(gap=10))
        self.icon = row.add(Picture("handshake"))
        self.agreement = row.add(Text("", "small", colour="text2", wrap=True), 1)
        row.add_space()
        cancel = row.add(Button(words.text("Cancel"), ButtonKind.GHOST))
        self.save = row.add(Button(words.text("Save")))
        self.write = row.add(
            Button(words.text("Save and write"), ButtonKind.PRIMARY, icon="pencil-line", shortcut="Ctrl+Enter")
        )
        self.keys = row.add(Keycap("Ctrl Enter"))
        cancel.clicked.connect(self.cancelled)
        self.save.clicked.connect(self.saved)
        self.write.clicked.connect(self.written)

    def set_single(self, single: bool) -> None:
        """At large text date and agreement stand above the buttons, and the keys are in the tooltip only."""
        self.pinned.setVisible(single)
        self.above.setVisible(single)
        self.agreement.setVisible(not single)
        self.icon.setVisible(not single)
        self.keys.setVisible(not single)

    def say(self, sentence: str) -> None:
        """Why nothing was written."""
        self.problem.setText(sentence)
        self._problem.show()

    def show_answer(self, answer: EditAnswer, client: Client, date: str) -> None:
        """The agreement, whom the message goes to, and the date for large text."""
        self.pinned.setText(date)
        words = self._words
        self._problem.hide()
        for line in (self.agreement, self.above):
            line.setText(agreement_words(words, answer.agreement))
        contact = answer.contact.short if answer.contact else client.name
        text = words.text("Save and ask {person}", person=contact) if answer.waits else words.text("Save and write")
        self.write.set_text(text)
