"""Every component in its states on one page; for development, the pictures and the tests, never shown to an owner."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QWidget

from ui.theme import follow_theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import Column, Divider, Row, Scroll
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.chip_button import ChipButton, ToggleChip
from ui.widgets.choice import Choice
from ui.widgets.clock import Clock, ClockFace, ClockState
from ui.widgets.field import choice_field, date_field, line_field, text_field, time_field
from ui.widgets.flow import Flow
from ui.widgets.keycap import KeyHints
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.picture import Picture
from ui.widgets.rail import Rail, RailClient, RailContent, RailEntry
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.severity import Severity, SeverityMark
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox, RadioButton, Switch

RAIL = RailContent(
    name="Ashore",
    search="Search",
    search_keys="Ctrl K",
    entries=(
        RailEntry("today", "Today", "sunrise", 8),
        RailEntry("clients", "Clients", "users", 5),
        RailEntry("calls", "Calls", "phone", 2),
        RailEntry("edits", "Edits", "pencil-line", 7),
        RailEntry("week", "Week", "calendar-range"),
        RailEntry("evidence", "Evidence", "shield-check"),
    ),
    clients_title="Active clients",
    clients=(
        RailClient("1", "Кедровый дом", Severity.LATE, "Кедровый дом, late"),
        RailClient("2", "Casa Jacaranda", Severity.LATE, "Casa Jacaranda, late"),
        RailClient("3", "Clínica Dental Albor", Severity.TODAY, "Clínica Dental Albor, today"),
        RailClient("4", "Мастерская «Глина»", Severity.TODAY, "Мастерская «Глина», today"),
        RailClient("5", "Harbour & Finch", Severity.SOON, "Harbour & Finch, soon"),
        RailClient("6", "North Pier Books", Severity.NONE, "North Pier Books"),
    ),
    checked="Journal checked 09:02",
    settings="Settings",
)


def reason_card(severity: str, *, chosen: bool = False, short: bool = False) -> Card:
    """The card of Today, filled with one moment's words."""
    card = Card(severity=severity, acts=True, gap=10, name="Кедровый дом, late, 2 reasons")
    card.set_chosen(chosen)
    head = card.add(Row(gap=8))
    head.add(Text("Кедровый дом", "heading"))
    head.add(Text("Дмитрий Лаптев, commercial director", "small", colour="text2", elide=True), 1)
    head.add(Clock(ClockFace("15:42", "Yekaterinburg", ClockState.IN_HOURS, "until 18:00"), short=short))
    for icon, words, due, colour in (
        ("message-circle", "No answer since Thursday, 19 November, 17:20", "late 1 h 22 min", "late"),
        ("pencil-line", "Edit «Этикетка, банка 250 г» delivered at 10:05, not told yet", "today by 12:05", "today"),
    ):
        line = card.add(Row(gap=8))
        line.add(Picture(icon, colour))
        line.add(Text(words, wrap=True), 1)
        line.add(Text(due, "small", weight=500, colour=colour, tabular=True))
    foot = card.add(Row(gap=8))
    foot.add(Chip("Telegram" if short else "Telegram · @laptev_kedr", icon="send"))
    foot.add(Text("One message clears both", "small", colour="text3", elide=True), 1)
    foot.add(Button("Snooze", ButtonKind.GHOST, small=True, chevron=True))
    foot.add(Button("Write", ButtonKind.PRIMARY if chosen else ButtonKind.TINTED, icon="pencil-line", small=True))
    return card


def buttons() -> QWidget:
    """All kinds and both heights, with icons, a refused one, one that opens a menu."""
    column = Column()
    for small in (False, True):
        row = column.add(Flow())
        for kind in ButtonKind:
            row.add(Button(kind.value.capitalize(), kind, small=small))
        row.add(Button("Write", ButtonKind.PRIMARY, icon="pencil-line", small=small))
        row.add(IconButton("copy", "Copy the head", small=small))
        refused = row.add(Button("Save the export", ButtonKind.PRIMARY, small=small))
        refused.refuse("Choose a folder first")
    return column


def chips() -> QWidget:
    """Static, pressed, removable, toggled; badges, shapes, clocks, ticks."""
    column = Column()
    row = column.add(Flow())
    for kind in ChipKind:
        row.add(Chip(kind.value, kind, icon="circle-check"))
    row.add(Chip("in a row", in_row=True))
    row.add(ChipButton("tarifas-2027.pdf, 184 KB", ChipKind.OUTLINE, icon="paperclip", removable=True))
    row = column.add(Flow())
    row.add(ToggleChip("Answer to «Когда будет макет?»", severity=Severity.LATE))
    row.add(ToggleChip("Reminder", checked=False, severity=Severity.TODAY))
    row.add(CheckBox("Promised dates", checked=True))
    row.add(CheckBox("Risks told"))
    row.add(RadioButton("Lucía Herrero", checked=True))
    row.add(Switch("Binding", checked=True))
    row.add(Badge(8))
    for severity in Severity:
        row.add(SeverityMark(severity, severity.value))
    row = column.add(Flow(gap=20))
    row.add(Clock(ClockFace("15:42", "Yekaterinburg", ClockState.IN_HOURS, "until 18:00")))
    row.add(Clock(ClockFace("04:42", "Mexico City", ClockState.OUT_OF_HOURS, "from 09:00, 16:00 here")))
    row.add(Clock(ClockFace("", "zone not known", ClockState.UNKNOWN)))
    return column


def switches() -> QWidget:
    """Segmented switches with counts and shapes, in both heights."""
    row = Flow()
    parts = (
        Segment("all", "All", 8),
        Segment("late", "Late", 3, "late"),
        Segment("today", "Today", 4, "today"),
        Segment("soon", "Soon", 1, "soon"),
    )
    row.add(Segmented(parts, name="Filter"))
    row.add(Segmented((Segment("firm", "Firm"), Segment("provisional", "Provisional")), name="Promise", small=True))
    return row


def fields(*, short: bool = False) -> QWidget:
    """Every editor, a hint, an error, a read-only line; below each other where there is little room."""
    column = Column(gap=14)
    row = column.add(Column(gap=12) if short else Row(gap=12))
    row.add(line_field("Client, as in the contract", "Harbour & Finch S.L."), 1)
    row.add(choice_field("Channel", (Choice("w", "WhatsApp", "message-circle"), Choice("e", "Email", "mail"))), 1)
    row.add(date_field("Received", date(2026, 11, 20), hint="in your hours"), 1)
    row.add(time_field("At", time(10, 15)))
    row = column.add(Column(gap=12) if short else Row(gap=12))
    row.add(text_field("What exactly", "Cambiar los precios de ortodoncia en la página de tarifas."), 1)
    wrong = row.add(line_field("Received", "Saturday, 21 November", placeholder="when"), 1)
    wrong.set_error("That is tomorrow. Today?")
    fixed = row.add(line_field("Head", "dde8ccbd 784bfd14", hint="read-only"), 1)
    fixed.editor.setReadOnly(True)
    return column


def notices() -> QWidget:
    """Plain, warning, error."""
    column = Column()
    column.add(NoticeLine(Notice("Saved as entry 1285.", step="Write the summary"), dismiss_name="Dismiss"))
    text = "The request is kept as unconfirmed. Your clock starts when Lucía Herrero confirms."
    lead = "Javier Ruiz is not the contact"
    column.add(NoticeLine(Notice(text, NoticeKind.WARNING, lead=lead, icon="user-x")))
    column.add(NoticeLine(Notice("The journal could not be checked.", NoticeKind.ERROR, "Open Evidence")))
    return column


PARTS = (buttons, chips, switches, notices)


def plain_page(*, short: bool = False) -> Column:
    """What is pressed and filled in."""
    page = Column(gap=14, margins=(24, 18, 20, 18))
    page.add(reason_card(Severity.LATE, chosen=True, short=short))
    page.add(reason_card(Severity.SOON, short=short))
    for part in PARTS:
        page.add(part())
        page.add(Divider())
    page.add(fields(short=short))
    page.add(KeyHints((("↑ ↓", "choose"), ("W", "write"), ("Enter", "open the client"))))
    page.add_space()
    return page


class Gallery(QWidget):
    """The rail beside one long page."""

    def __init__(self, page: QWidget, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Gallery")
        whole = Row(gap=0, parent=self)
        self._whole = whole
        rail = whole.add(Rail(RAIL, narrow=narrow))
        rail.set_current("today")
        whole.add(Scroll(page), 1)
        self.page = page
        follow_theme(self)

    def restyle(self) -> None:
        """Nothing of its own; the parts follow by themselves."""
        self.update()

    def resizeEvent(self, event: object) -> None:
        """The row fills the window."""
        self._whole.setGeometry(self.rect())
