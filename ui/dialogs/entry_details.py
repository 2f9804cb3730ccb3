"""Everything an entry holds: both times in both zones, its keys as they are written, what stood before a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtWidgets import QWidget

from app.facts.timeline import Line
from app.papers.kind_names import kind_name
from app.papers.rests_words import rests_sentence
from ui.dialogs.item import has_form
from ui.dialogs.plain_dialog import PlainDialog
from ui.pages.client.row_tip import changed, times_of
from ui.pages.client.row_words import Reader
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.long_text import LongText, is_long
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class EntryDetails(PlainDialog):
    """One entry; *Correct* and *Answer* lead on."""

    def __init__(self, workbench: Workbench, client: int = 0, *, line: Line, parent: QWidget | None = None) -> None:
        words, entry = workbench.words, line.entry
        super().__init__(workbench, words.text("Entry {number}", number=entry.seq), parent, width=640)
        self._client, self._line = client, line
        reader = Reader(words, workbench.zone)
        self.body.add(Text(kind_name(words, entry.kind), "heading", wrap=True))
        times = self.body.add(Column(gap=3))
        for said in times_of(line, reader) + changed(line, reader):
            times.add(Text(said, "small", colour="text2", wrap=True, selectable=True))
        times.add(Text(self._rests(), "small", colour="text2", wrap=True, selectable=True))
        if entry.original is not None:
            self._keys(words.text("What holds now"), entry.body, entry.original)
            self._keys(words.text("What was written first"), entry.original, entry.body)
        else:
            self._keys(words.text("As it is written"), entry.body, entry.body)
        self.body.add_space()
        if not entry.redacted:
            erase = self.foot.add(Button(words.text("Erase…"), ButtonKind.GHOST, icon="eraser"))
            erase.clicked.connect(self._erase)
        if has_form(line.item):
            item = self.foot.add(Button(words.text("What happened next"), ButtonKind.GHOST, icon="clipboard-check"))
            item.clicked.connect(self._item)
        correct = self.foot.add(Button(words.text("Correct"), ButtonKind.GHOST, icon="rotate-ccw"))
        correct.clicked.connect(self._correct)
        answer = self.foot.add(Button(words.text("Answer"), ButtonKind.GHOST, icon="pencil-line"))
        answer.clicked.connect(self._answer)
        self.add_foot(words.text("Close"))
        self.fit()

    def _rests(self) -> str:
        from app.journal.resting import rests_on

        return rests_sentence(self.workbench.words, rests_on(self.workbench.journal, self._line.entry))

    def _keys(self, title: str, body: dict[str, Any], other: dict[str, Any]) -> None:
        card = self.body.add(Card(gap=5, fill=True, name=title))
        card.add(Text(title, "small", weight=600))
        for key, value in body.items():
            row = card.add(Row(gap=12))
            name = row.add(Text(key, "mono", colour="text2"))
            name.setMinimumWidth(theme().px(110))
            weight, said = 600 if other.get(key) != value else 400, _written(value)
            if is_long(said):
                row.add(LongText(said, key), 1)
            else:
                row.add(Text(said, "small", weight=weight, wrap=True, selectable=True), 1)
        if not body:
            card.add(Text(self.workbench.words.text("No keys"), "small", colour="text2"))

    def _erase(self) -> None:
        self.accept()
        self.workbench.open("erase", self._client, entries=(self._line.entry.seq,))

    def _item(self) -> None:
        assert self._line.item is not None
        self.accept()
        self.workbench.open("item", self._client, item=self._line.item.number)

    def _correct(self) -> None:
        from ui.dialogs.correct import Correct

        parent = self.parentWidget()
        self.accept()
        Correct(self.workbench, self._client, entry=self._line.entry.seq, parent=parent).open()

    def _answer(self) -> None:
        self.accept()
        self.workbench.open("compose", self._client, about=(self._line.entry.seq,))


def _written(value: object) -> str:
    """A value as the record holds it; texts as they are."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
