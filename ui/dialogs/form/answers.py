"""The body of a form: its parts as fields, tables and boxes; answers in, answers out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.forms import FormPart, FormText
from app.words import Words
from ui.dialogs.form.question import Question
from ui.dialogs.form.row_list import RowList
from ui.dialogs.form.tick_line import TickLine
from ui.widgets.boxes import Column
from ui.widgets.text import Text


class Answers(Column):
    """`fields` and `ticks` are what stands in it now."""

    changed = Signal()

    def __init__(self, words: Words, *, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(gap=18, parent=parent)
        self._words, self._single = words, single
        self._questions: list[Question] = []
        self._tables: list[RowList] = []
        self._ticks: list[TickLine] = []
        self._order: list[QWidget] = []

    @property
    def fields(self) -> dict[str, str]:
        """Every answer by its key; empty where a field is empty."""
        found = {each.field.key: each.answer for each in self._questions}
        for table in self._tables:
            found |= table.fields
        return found

    @property
    def ticks(self) -> tuple[str, ...]:
        """The keys of the filled boxes, in order."""
        return tuple(line.key for line in self._ticks if line.ticked)

    def ask(self, text: FormText, fields: Mapping[str, str], ticks: Collection[str]) -> None:
        """Show a form with the answers that are there."""
        self.clear()
        self._questions, self._tables, self._ticks, self._order = [], [], [], []
        for part in text.parts:
            self._add(part, fields, ticks)

    def first_field(self) -> QWidget | None:
        """Where writing begins: the first field or box in the order of reading."""
        return self._order[0] if self._order else None

    def _add(self, part: FormPart, fields: Mapping[str, str], ticks: Collection[str]) -> None:
        lines = self.add(Column(gap=10))
        if part.heading:
            lines.add(Text(part.heading, "heading", weight=600, wrap=True))
        if part.is_table:
            table = lines.add(RowList(part, fields, self._words, single=self._single))
            table.changed.connect(self._said)
            self._tables.append(table)
            self._order.append(table.first)
        else:
            for field in part.fields:
                question = lines.add(Question(field, fields.get(field.key, ""), self._words))
                question.changed.connect(self._said)
                self._questions.append(question)
                self._order.append(question.editor)
        boxes = lines.add(Column(gap=4)) if part.ticks else lines
        for tick in part.ticks:
            line = boxes.add(TickLine(tick.key, tick.text, ticked=tick.key in ticks))
            line.changed.connect(self._said)
            self._ticks.append(line)
            self._order.append(line.box)

    def _said(self) -> None:
        self.changed.emit()
