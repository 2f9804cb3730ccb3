"""The head of the week page: number and days, back, this week, forward; below 900 the switch between its halves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.pages.week.looks import week_days, week_title
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segment, Segmented


class Heading(Column):
    """`moved` carries -1, 0 (this week) or 1; `half` what of the two halves is to be shown."""

    moved = Signal(int)
    half = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self._words = words
        self.header = self.add(PageHeader(words.text("Week")))
        buttons = self.header.buttons
        back, on = words.text("The week before"), words.text("The week after")
        self.back = buttons.add(IconButton("chevron-left", back, ButtonKind.PLAIN, shortcut="Alt+←"))
        self.now = buttons.add(Button(words.text_in("button", "This week")))
        self.on = buttons.add(IconButton("chevron-right", on, ButtonKind.PLAIN, shortcut="Alt+→"))
        self.back.clicked.connect(self._go_back)
        self.now.clicked.connect(self._go_now)
        self.on.clicked.connect(self._go_on)
        parts = [Segment("sheet", words.text("Sheet")), Segment("options", words.text("Options"))]
        self.switch = self.add(Segmented(parts, "sheet", name=words.text("What is shown")))
        self.switch.changed.connect(self.half)
        self.switch.hide()

    def show_week(self, week: str, this_week: str) -> None:
        """Say which week it is; a week that has not begun cannot be gone to."""
        words = self._words
        self.header.set_title(week_title(words, week), week_days(words, week))
        if week >= this_week:
            self.on.refuse(words.text("The next week has not begun."))
            self.now.refuse(words.text("This week is shown."))
        else:
            self.on.allow()
            self.now.allow()

    def set_single(self, single: bool, half: str) -> None:
        """Show the switch where there is room for one half only."""
        self.switch.setVisible(single)
        self.switch.choose(half)

    def _go_back(self) -> None:
        self.moved.emit(-1)

    def _go_now(self) -> None:
        self.moved.emit(0)

    def _go_on(self) -> None:
        self.moved.emit(1)
