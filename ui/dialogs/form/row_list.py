"""The rows of a form's table: one field a column, as many rows as are wanted; below each other at large text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.forms import MOST_ROWS, FormPart, row_key, rows_answered
from app.words import Words
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.form.question import text_in, writing
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.inputs import LineInput, TextInput
from ui.widgets.text import Text

FIRST_ROWS: Final = 3


class RowList(Column):
    """`fields` are the answers by column and row number, those that were emptied too."""

    changed = Signal()

    def __init__(
        self, part: FormPart, fields: Mapping[str, str], words: Words, *, single: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=6, parent=parent)
        self._part, self._words, self._single = part, words, single
        self._cells: dict[str, LineInput | TextInput] = {}
        self._rows = 0
        if not single:
            head = self.add(SideBySide(gap=8))
            for column in part.fields:
                head.add(Text(column.label, "caption", weight=500, colour="text2", wrap=True), column.lines)
        self._lines = self.add(Column(gap=10 if single else 6))
        self.more = self.add(Button(words.text("Add a row"), ButtonKind.GHOST, icon="plus", small=True))
        self.more.clicked.connect(self._add_empty)
        answered = rows_answered(part, fields)
        for _ in range(max(answered + 1, min(part.rows, FIRST_ROWS)) if answered < MOST_ROWS else answered):
            self._add_row(fields)

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return next(iter(self._cells.values()))

    @property
    def fields(self) -> dict[str, str]:
        """Everything that stands in the cells."""
        return {key: text_in(cell) for key, cell in self._cells.items()}

    def _add_row(self, fields: Mapping[str, str]) -> None:
        self._rows += 1
        row = self._lines.add(SideBySide(gap=6 if self._single else 8))
        row.set_single(self._single)
        high = max(1 if column.lines == 1 else 2 for column in self._part.fields)
        for column in self._part.fields:
            key = row_key(column.key, self._rows)
            cell = writing(high, fields.get(key, ""))
            if self._single:
                row.add(Text(column.label, "caption", weight=500, colour="text2", wrap=True))
            said = self._words.text("{column}, row {row}", column=column.label, row=self._rows)
            cell.setAccessibleName(said)
            cell.textChanged.connect(self._said)
            self._cells[key] = row.add(cell, 0 if self._single else column.lines)
        self.more.setVisible(self._rows < MOST_ROWS)

    def _add_empty(self) -> None:
        self._add_row({})
        first = self._cells[row_key(self._part.fields[0].key, self._rows)]
        first.setFocus()

    def _said(self) -> None:
        self.changed.emit()
