"""The painted components in their states, the second page of the gallery; for development and the tests only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.balance import BalanceBar
from ui.widgets.both_clocks import BothClocks, ClockSide, SideState
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.clock import ClockFace
from ui.widgets.count import Count, CountCell, CountKind
from ui.widgets.empty import EmptyState
from ui.widgets.fact import Fact, Facts
from ui.widgets.flow import Flow
from ui.widgets.header import PageHeader
from ui.widgets.history import PromiseHistory, PromiseStep, StepState
from ui.widgets.hours import HoursDay, HoursGrid
from ui.widgets.item import Item, ItemRow
from ui.widgets.ladder import Ladder, LadderState, LadderStep
from ui.widgets.segment import Segment
from ui.widgets.severity import Severity
from ui.widgets.steps import StepMark, StepMarkState, Steps
from ui.widgets.strip import Strip, StripDay
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.tabs import Tabs
from ui.widgets.text import Text

DAYS = (
    StripDay("20", "Fri", "20", 1, today=True, due_today=1, spoken="Friday, 20 November, today, 1 promise"),
    StripDay("21", "Sat", "21", off=True, spoken="Saturday, 21 November, day off"),
    StripDay("22", "Sun", "22", off=True, spoken="Sunday, 22 November, day off"),
    StripDay("23", "Mon", "23", spoken="Monday, 23 November, no promises"),
    StripDay("24", "Tue", "24", 1, spoken="Tuesday, 24 November, 1 promise"),
    StripDay("25", "Wed", "25", 2, spoken="Wednesday, 25 November, 2 promises, full"),
    StripDay("26", "Thu", "26", 3, spoken="Thursday, 26 November, 3 promises, over your limit"),
)
WEEK = (
    CountCell("Fri", "20", "received", CountKind.RECEIVED),
    CountCell("Sat", "21", "day off", CountKind.OFF),
    CountCell("Sun", "22", "day off", CountKind.OFF),
    CountCell("Mon", "23", "full day 1", CountKind.FULL),
    CountCell("Tue", "24", "full day 2", CountKind.FULL),
    CountCell("Wed", "25", "due", CountKind.DUE),
)
LONG = (*WEEK[:5], CountCell("Wed", "25", "full day 3", CountKind.FULL), *WEEK[1:3], *WEEK[3:])
HISTORY = (
    PromiseStep("Mon 16 Nov", "told Wed 11 Nov", StepState.MOVED),
    PromiseStep("Wed 18 Nov", "moved in time, Fri 13 Nov", StepState.CURRENT),
    PromiseStep("Delivered Wed 18 Nov", "kept", StepState.KEPT),
)
BAD = (
    PromiseStep("Mon 16 Nov", "not yet told", StepState.PROVISIONAL),
    PromiseStep("Tue 17 Nov", "moved late, Wed 18 Nov", StepState.MOVED_LATE),
    PromiseStep("Thu 19 Nov", "missed", StepState.MISSED),
)
LADDER = (
    LadderStep("t", "Telegram", "@laptev_kedr", "send", LadderState.CURRENT),
    LadderStep("e", "Email", "laptev@kedr.example", "mail", LadderState.TRIED, "tried Thu 19 Nov"),
    LadderStep("p", "Phone", "+7 343 014 22 70", "phone", LadderState.NEXT),
)
HOURS = (
    *(HoursDay(name, "09:00 to 18:00", ((540, 1080),)) for name in ("Mon", "Tue", "Wed")),
    HoursDay("Thu", "09:00 to 13:00, 15:00 to 19:00", ((540, 780), (900, 1140)), exception=True),
    HoursDay("Fri", "09:00 to 18:00", ((540, 1080),)),
    HoursDay("Sat", "day off", off=True),
    HoursDay("Sun", "day off", off=True),
)


def head() -> QWidget:
    """Header, facts, tabs."""
    column = Column(gap=10)
    header = column.add(PageHeader("Мастерская «Глина»", "11:42 in Valencia · week 47"))
    header.chips.add(Chip("Active", ChipKind.ACCENT, icon="circle-check"))
    header.buttons.add(Button("Week sheet", icon="calendar-range"))
    header.buttons.add(Button("Write", ButtonKind.PRIMARY, icon="pencil-line"))
    facts = (
        Fact("Contact", "Ольга Никитина", "since 2 September 2026"),
        Fact("Preferred channel", "Telegram", "@olga_glina", icon="send"),
        Fact("Their time", clock=ClockFace("13:42", "Moscow", note="until 19:00")),
        Fact("Silence", "1 working day"),
    )
    column.add(Facts(facts))
    tabs = ("Journal", "Agreement", "People", "Statistics")
    column.add(Tabs([Segment(tab, tab) for tab in tabs], name="Pages of the client"))
    return column


def days() -> QWidget:
    """Strip and counts."""
    row = Flow(gap=12)
    strip = row.add(Card())
    strip.add(Text("Promises, next 7 days", "small", weight=600))
    strip.add(Strip(DAYS, "Promises, next 7 days"))
    counts = row.add(Column(gap=10))
    counts.add(Count(WEEK))
    counts.add(Count(LONG, muted=True))
    return row


def promises() -> QWidget:
    """Histories, balance, clocks, items."""
    row = Flow(gap=12)
    left = row.add(Card())
    left.add(PromiseHistory(HISTORY))
    left.add(PromiseHistory(BAD))
    left.add(Steps((StepMark("Scope", StepMarkState.DONE), StepMark("Save", StepMarkState.CURRENT), StepMark("Next"))))
    right = row.add(Card(gap=6))
    right.add(BalanceBar(4, 1, "Lost days since 2 September: theirs 4, mine 1"))
    right.add(BalanceBar(0, 2))
    right.add(
        BothClocks(
            ClockSide("Their clock", "7 days over", SideState.OVER),
            ClockSide("My clock", "stopped, 1 of 2", SideState.STOPPED),
        )
    )
    right.add(
        ItemRow(Item("1", "user-x", "Баннер на главную", "today by 12:11", "Asked by Игорь Савин", Severity.TODAY))
    )
    right.add(
        ItemRow(Item("2", "pencil-line", "24 цены в карточках", "Tue 24 Nov", "Firm promise, 2 full days counted"))
    )
    return row


def table() -> QWidget:
    """Groups, shapes, a chosen row."""
    shown = Table(
        (TableColumn("Client"), TableColumn("What", stretch=1), TableColumn("Promise", right=True, tabular=True)),
        "Edits",
    )
    rows = (
        TableRow(
            "1",
            (
                TableCell("Кедровый дом", severity="late", weight=600),
                TableCell("Этикетка, банка 250 г"),
                TableCell("Tue 24 Nov"),
            ),
            "Late",
        ),
        TableRow(
            "2",
            (
                TableCell("Harbour & Finch", severity="soon", weight=600),
                TableCell("Launch page"),
                TableCell("Wed 25 Nov"),
            ),
            "This week",
        ),
        TableRow(
            "3",
            (
                TableCell("Casa Jacaranda", severity="none", weight=600),
                TableCell("Room photos", "text2"),
                TableCell("Thu 26 Nov"),
            ),
            "This week",
        ),
    )
    shown.set_rows(rows)
    shown.choose("2")
    shown.setMinimumHeight(230)
    return shown


def painted_page() -> Column:
    """What is drawn on pure data."""
    page = Column(gap=12, margins=(24, 18, 20, 18))
    page.add(head())
    page.add(days())
    page.add(promises())
    page.add(Ladder(LADDER, "Channels in the agreed order"))
    page.add(HoursGrid(HOURS, "Your working hours"))
    page.add(table())
    empty = page.add(
        EmptyState("Everyone has heard from you", "The next reason comes on Monday, 23 November, at 09:00.")
    )
    empty.add_button(Button("Write anyway", ButtonKind.TINTED, icon="pencil-line"))
    empty.add_button(Button("Look at the week", icon="calendar-range"))
    page.add_space()
    return page
