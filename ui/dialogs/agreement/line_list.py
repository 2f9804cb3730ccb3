"""A term that is a list: each line a sentence that can be changed or taken out, and a button that adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.contradictions import Contradiction
from app.words import Words
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.agreement.term_line import Beside
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.text import Text

Say = Callable[[Any], str]
Ask = Callable[[Any, QWidget], SmallDialog]
"""A dialog for a line (None: a new one), whose signal `given` carries the line."""


class LineList(Column):
    """`changed` after each change; `items` in the shapes of the record. `key` is the term, for what is wrong."""

    changed = Signal()

    def __init__(self, words: Words, key: str, label: str, more: str, say: Say, ask: Ask) -> None:
        super().__init__(gap=8)
        self._words, self._key, self._say, self._ask = words, key, say, ask
        self.items: tuple[Any, ...] = ()
        self.add(Text(label, "small", weight=500, colour="text2", wrap=True))
        self._rows = self.add(Column(gap=6))
        self.marks: list[Beside] = []
        self.more = self.add(Button(more, icon="plus", small=True), align=Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._ask_new)
        self.beside = self.add(Beside(words))
        self.set_items(())

    def set_items(self, items: Sequence[Any]) -> None:
        """Show other lines without saying so."""
        self.items = tuple(items)
        self._rows.clear()
        self.marks = [self._row(at, item) for at, item in enumerate(self.items)]
        self._rows.setVisible(bool(self.items))

    def say(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong beside its line, and about the whole list under it."""
        for at, mark in enumerate(self.marks):
            mark.say([each for each in found if each.concerns(f"{self._key}.{at}")])
        self.beside.say([each for each in found if each.term == self._key])

    def set_single(self, single: bool) -> None:
        """Lines take the whole width anyhow."""

    def _row(self, at: int, item: Any) -> Beside:
        sentence, words = self._say(item), self._words
        card = self._rows.add(Card(gap=4, padding=(12, 6, 8, 6), fill=True, name=sentence))
        row = card.add(Row(gap=4))
        row.add(Text(sentence, "small", wrap=True), 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        change = row.add(IconButton("pencil-line", words.text("Change: {line}", line=sentence), small=True),
                         align=middle)  # fmt: skip
        change.clicked.connect(partial(self._ask_at, at))
        away = row.add(IconButton("x", words.text("Take out: {line}", line=sentence), small=True), align=middle)
        away.clicked.connect(partial(self.remove, at))
        return card.add(Beside(words))

    def remove(self, at: int) -> None:
        """Take a line out."""
        self._take((*self.items[:at], *self.items[at + 1 :]))

    def _ask_new(self) -> None:
        dialog = self._ask(None, self.window())
        dialog.given.connect(self._append)  # type: ignore[attr-defined]
        dialog.open()

    def _ask_at(self, at: int) -> None:
        dialog = self._ask(self.items[at], self.window())
        dialog.given.connect(partial(self._replace, at))  # type: ignore[attr-defined]
        dialog.open()

    def _append(self, item: object) -> None:
        self._take((*self.items, item))

    def _replace(self, at: int, item: object) -> None:
        self._take((*self.items[:at], item, *self.items[at + 1 :]))

    def _take(self, items: tuple[Any, ...]) -> None:
        self.set_items(items)
        self.more.setFocus()
        self.changed.emit()
