"""The head of the Statistics tab: period, cards or table, Save as CSV; at large text the buttons are icons (6.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.layout import Layout
from ui.widgets.boxes import Row
from ui.widgets.button import Button, IconButton
from ui.widgets.segment import Segment
from ui.widgets.segmented import Segmented


class StatisticsHead(Row):
    """`switched` and `wanted` come from the buttons, whichever of them are shown."""

    switched = Signal()
    wanted = Signal()

    def __init__(self, offered: Sequence[Segment], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self.periods = self.add(Segmented(offered, name=words.text("Period")))
        self.add_space()
        self.mode = self.add(Button("", icon="table"))
        self.save = self.add(Button(words.text("Save as CSV"), icon="download"))
        self.short_mode = self.add(IconButton("table", words.text("Show as a table"), "plain"))
        self.short_save = self.add(IconButton("download", words.text("Save as CSV"), "plain"))
        for button in (self.mode, self.short_mode):
            button.clicked.connect(self.switched)
        for button in (self.save, self.short_save):
            button.clicked.connect(self.wanted)
        self.tell_mode(as_table=False)
        self.set_layout(Layout.FULL)

    def set_layout(self, layout: Layout) -> None:
        """Words, or icons with the words as tooltips."""
        single = layout is Layout.SINGLE
        for long, short in ((self.mode, self.short_mode), (self.save, self.short_save)):
            long.setVisible(not single)
            short.setVisible(single)

    def tell_mode(self, *, as_table: bool) -> None:
        """The button says what it leads to."""
        said = self._words.text("Show as charts") if as_table else self._words.text("Show as a table")
        icon = "chart-column" if as_table else "table"
        self.mode.set_text(said, icon=icon)
        self.short_mode.set_name(said, icon=icon)
