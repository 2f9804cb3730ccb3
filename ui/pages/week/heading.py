"""The head of the week page: number and days, back, this week, forward; below 900 the switch between its halves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.month import PaperSort
from app.facts.sheets import ALL_CLIENTS, SheetShown
from app.words import Words
from ui.pages.week.looks import SORTS, days_of, sheet_title
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segment, Segmented


class Heading(Column):
    """`moved` carries -1, 0 (this week or month) or 1; `half` which of the two halves; `sorted` which kind of paper."""

    moved = Signal(int)
    half = Signal(str)
    sorted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self._words = words
        self._single, self._one_client = False, True
        self.header = self.add(PageHeader(words.text("Week")))
        buttons = self.header.buttons
        self.sort = buttons.add(self._kinds())
        back, on = words.text("The week before"), words.text("The week after")
        self.back = buttons.add(IconButton("chevron-left", back, ButtonKind.PLAIN, shortcut="Alt+←"))
        self.now = buttons.add(Button(words.text_in("button", "This week")))
        self.on = buttons.add(IconButton("chevron-right", on, ButtonKind.PLAIN, shortcut="Alt+→"))
        self.back.clicked.connect(self._go_back)
        self.now.clicked.connect(self._go_now)
        self.on.clicked.connect(self._go_on)
        self.sort_below = self.add(self._kinds())
        self.sort_below.hide()
        parts = [Segment("sheet", words.text("Sheet")), Segment("options", words.text("Options"))]
        self.switch = self.add(Segmented(parts, "sheet", name=words.text("What is shown")))
        self.switch.changed.connect(self.half)
        self.switch.hide()

    def show_sheet(self, shown: SheetShown) -> None:
        """Say which period it is; one that has not begun cannot be gone to, save by a plan."""
        words, made = self._words, shown.made
        sort = shown.asked.sort
        self._one_client = shown.asked.client != ALL_CLIENTS
        for kinds in (self.sort, self.sort_below):
            kinds.choose(sort)
        self._place_kinds()
        title = sheet_title(words, sort, made.period)
        self.header.set_title(title, days_of(words, made.first, made.last))
        self._name_buttons(sort)
        for button in (self.back, self.now, self.on):
            button.allow()
        if sort is PaperSort.FINAL:
            for button in (self.back, self.now, self.on):
                button.refuse(words.text("The final report covers the whole contract."))
        elif sort is PaperSort.PLAN and made.period <= shown.this_month:
            self.back.refuse(words.text("What is over needs no plan."))
        elif sort is PaperSort.WEEKLY and made.period >= shown.this_week:
            self.on.refuse(words.text("The next week has not begun."))
            self.now.refuse(words.text("This week is shown."))
        elif sort is PaperSort.MONTHLY and made.period >= shown.this_month:
            self.on.refuse(words.text("The next month has not begun."))
            self.now.refuse(words.text("This month is shown."))

    def _kinds(self) -> Segmented:
        parts = [Segment(sort, self._words.text(name)) for sort, name in SORTS.items()]
        kinds = Segmented(parts, PaperSort.WEEKLY, name=self._words.text("Paper"))
        kinds.changed.connect(self.sorted)
        return kinds

    def _place_kinds(self) -> None:
        """Beside the title, or below it where there is no room; a sheet over all clients is of one kind."""
        self.sort.setVisible(self._one_client and not self._single)
        self.sort_below.setVisible(self._one_client and self._single)

    def _name_buttons(self, sort: PaperSort) -> None:
        words = self._words
        if sort is PaperSort.WEEKLY:
            names = words.text("The week before"), words.text("The week after")
            self.now.set_text(words.text_in("button", "This week"))
        else:
            names = words.text("The month before"), words.text("The month after")
            plan = sort is PaperSort.PLAN
            self.now.set_text(words.text_in("button", "Next month") if plan else words.text_in("button", "This month"))
        self.back.set_name(names[0])
        self.on.set_name(names[1])

    def set_single(self, single: bool, half: str) -> None:
        """Show the switch where there is room for one half only."""
        self._single = single
        self._place_kinds()
        self.switch.setVisible(single)
        self.switch.choose(half)

    def _go_back(self) -> None:
        self.moved.emit(-1)

    def _go_now(self) -> None:
        self.moved.emit(0)

    def _go_on(self) -> None:
        self.moved.emit(1)
