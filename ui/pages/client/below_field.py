"""What stands under the field of quick add: why nothing was written, or the offer for a pasted piece of a chat."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class BelowField(Column):
    """`taken` when the pasted messages are to be added one by one."""

    taken = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._words = words
        self._refusal = self.add(Row(gap=6))
        self._refusal.add(Picture("circle-alert", "late", side=14))
        self.problem = self._refusal.add(Text("", "caption", weight=500, colour="late", wrap=True), 1)
        self._offer = self.add(Row(gap=8))
        self._offer.add(Picture("clipboard-paste", side=14))
        said = words.text("This looks like a piece of a chat.")
        self._offer.add(Text(said, "caption", colour="text2", wrap=True), 1)
        self.adding = self._offer.add(Button("", ButtonKind.TINTED, small=True))
        self.adding.clicked.connect(self.taken)
        self.clear_all()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.problem.setText(sentence)
        self._refusal.show()
        self.show()

    def offer(self, count: int) -> None:
        """Offer to add so many messages one by one."""
        self.adding.set_text(self._words.plural("Add as {n} message", "Add as {n} messages", count))
        self._offer.setVisible(count > 0)
        self.setVisible(count > 0)

    def clear_all(self) -> None:
        """Nothing to say."""
        self._refusal.hide()
        self._offer.hide()
        self.hide()
