"""Every draft by its name, in two groups, with the owner's own ones marked; a field finds one by its words."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.papers.draft_titles import TITLES, is_of_a_reason
from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.inputs import LineInput
from ui.widgets.table import Table, TableCell, TableColumn, TableRow


class DraftList(Column):
    """`chosen` carries a key. `as_one_line` makes it a list button, for large text."""

    chosen = Signal(str)

    def __init__(self, words: Words, *, as_one_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self._mine: frozenset[str] = frozenset()
        self._unsaved: frozenset[str] = frozenset()
        self.sought = self.add(LineInput(placeholder=words.text("Find a draft")))
        self.sought.setAccessibleName(words.text("Find a draft"))
        self.sought.textChanged.connect(self._show)
        self.table = self.add(Table(self._columns(), words.text("Drafts")), 1)
        self.table.horizontalHeader().hide()
        self.table.pointed.connect(self.chosen)
        self.line = self.add(ChoiceInput([Choice(key, words.text(title)) for key, title in TITLES.items()]))
        self.line.setAccessibleName(words.text("Draft"))
        self.line.chosen.connect(self.chosen)
        self.sought.setVisible(not as_one_line)
        self.table.setVisible(not as_one_line)
        self.line.setVisible(as_one_line)

    def show_drafts(self, mine: Collection[str], unsaved: Collection[str]) -> None:
        """Show all drafts that hold the words sought."""
        self._mine, self._unsaved = frozenset(mine), frozenset(unsaved)
        self._show()

    def choose(self, key: str) -> None:
        """Stand at a draft."""
        self.table.choose(key)
        self.line.choose(key)

    def _show(self) -> None:
        sought = self.sought.text().strip().casefold()
        order = sorted(TITLES, key=is_of_a_reason, reverse=True)
        rows = [self._row(key) for key in order if sought in self._words.text(TITLES[key]).casefold()]
        self.table.blockSignals(True)  # the same draft stays chosen: nothing is to be read anew
        self.table.set_rows(rows)
        self.table.blockSignals(False)

    def _row(self, key: str) -> TableRow:
        words = self._words
        title, state = words.text(TITLES[key]), ""
        if key in self._unsaved:
            state = words.text("not saved")
        elif key in self._mine:
            state = words.text("yours")
        group = words.text("Reasons to write") if is_of_a_reason(key) else words.text("Cases of every day")
        spoken = f"{title}, {state}" if state else title
        colour = "today" if key in self._unsaved else "text2"
        return TableRow(key, (TableCell(title, tooltip=title), TableCell(state, colour)), group, spoken)

    def _columns(self) -> list[TableColumn]:
        return [TableColumn(self._words.text("Draft"), stretch=1), TableColumn("", right=True)]
