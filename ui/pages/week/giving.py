"""Giving the sheet: print, save, copy, mark as given; and the sheets that were given before (6.8)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.facts.flags import Severity
from app.facts.sheets import ALL_CLIENTS, GivenSheet, SheetShown
from app.facts.visible import visible
from app.facts.vouching import Vouched
from app.facts.week import Edition
from app.papers.names import channel_name
from app.words import N_, Words
from ui.pages.week.looks import due_of, sheet_title
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.flow import Flow
from ui.widgets.text import Text

HOW = {"printed": N_("On paper"), "mailed": N_("By email"), "sent": N_("As a message")}
VERDICT_LOOKS = {
    Vouched.ACKNOWLEDGED: (ChipKind.ACCENT, "mail-check"),
    Vouched.HELD: (ChipKind.ACCENT, "circle-check"),
    Vouched.TIMED: (ChipKind.NEUTRAL, "clock"),
    Vouched.UNANCHORED: (ChipKind.NEUTRAL, ""),
}


class GivingCard(Card):
    """Four things to do with the sheet, and a few lines about where the work stands."""

    printed = Signal()
    saved = Signal()
    copied = Signal()
    marked = Signal()
    where = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(15, 12, 15, 14), fill=True, parent=parent)
        self._words = words
        head = self.add(Row(gap=8))
        self.title = head.add(Text("", "small", weight=600, wrap=True), 1)
        self.due = head.add(Chip("", ChipKind.NEUTRAL), align=Qt.AlignmentFlag.AlignTop)
        self.buttons = self.add(Flow(gap=6, line_gap=8))
        self.print = self.buttons.add(Button(words.text("Print"), shortcut="Ctrl+P"))
        self.save = self.buttons.add(Button(words.text("Save PDF"), shortcut="Ctrl+S"))
        self.copy = self.buttons.add(Button(words.text("Copy text"), shortcut="Ctrl+Shift+C"))
        self.mark = self.add(Button(words.text("Mark as given"), ButtonKind.PRIMARY, icon="check"))
        self.mark.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.state = self.add(Button(words.text("Copy «Where we are»"), ButtonKind.LINK, icon="clipboard-list"))
        self.state.clicked.connect(self.where)
        self.witness = self.add(Text("", "caption", colour="text2", wrap=True))
        self.print.clicked.connect(self.printed)
        self.save.clicked.connect(self.saved)
        self.copy.clicked.connect(self.copied)
        self.mark.clicked.connect(self.marked)

    def show_sheet(self, shown: SheetShown, now: datetime, zone: ZoneInfo) -> None:
        """Say to whom, by when, and what the sheet carries."""
        words = self._words
        if shown.asked.client == ALL_CLIENTS:
            title = words.text("For your own drawer")
        elif shown.contact is None:
            title = words.text("Give it to the client")
        else:
            title = words.text("Give it to {person}", person=visible(shown.contact.name))
        self.title.setText(title)
        self.state.setVisible(shown.asked.client != ALL_CLIENTS)
        self.state.updateGeometry()  # the column asked for its width before it was dressed
        self.due.setVisible(shown.due is not None)
        if shown.due is not None:
            kinds = {Severity.LATE: ChipKind.LATE, Severity.TODAY: ChipKind.TODAY, Severity.SOON: ChipKind.SOON}
            kind = kinds.get(shown.due.severity, ChipKind.NEUTRAL)
            self.due.set_chip(due_of(words, shown.due, now, zone), kind)
        self._allow_marking(shown)
        self.witness.setText(
            words.plural(
                "A sheet the client keeps is the best witness: it carries the full head of {n} entry.",
                "A sheet the client keeps is the best witness: it carries the full head of {n} entries.",
                shown.entries,
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three buttons of one width where their words fit, else as wide as their words."""
        super().resizeEvent(event)
        shared = (self.buttons.width() - 2 * theme().px(6)) // 3
        fits = max(button.sizeHint().width() for button in (self.print, self.save, self.copy)) <= shared
        for button in (self.print, self.save, self.copy):
            button.setMinimumWidth(shared if fits else 0)
        self.buttons.restyle()

    def _allow_marking(self, shown: SheetShown) -> None:
        words = self._words
        if shown.asked.client == ALL_CLIENTS:
            self.mark.refuse(words.text("A sheet over all clients is for you. Choose one client."))
        elif shown.asked.edition is Edition.MINE:
            self.mark.refuse(words.text("My edition is not for the client. Choose the client's edition."))
        else:
            self.mark.allow()


class GivenBefore(Card):
    """Earlier sheets, each with the verdict of its anchor by the journal's own record."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(15, 12, 15, 12), fill=True, parent=parent)
        self._words = words
        self.add(Text(words.text("Given before"), "small", weight=600))
        self.sheets = self.add(Column(gap=8))

    def show_sheets(self, given: tuple[GivenSheet, ...], zone: ZoneInfo) -> None:
        """Show them, newest first."""
        self.sheets.clear()
        for each in given:
            self._line(each, zone)
        if not given:
            self.sheets.add(
                Text(self._words.text("No sheet was marked as given yet."), "small", colour="text2", wrap=True)
            )

    def _line(self, each: GivenSheet, zone: ZoneInfo) -> None:
        words = self._words
        line = self.sheets.add(Row(gap=8))
        said = line.add(Column(gap=0), 1)
        said.add(Text(sheet_title(words, each.sort, each.period), "small", weight=600))
        day = words.date(each.at.astimezone(zone).date(), short=True)
        way = words.text(HOW[each.how]) if each.how == "printed" else channel_name(words, each.channel)
        said.add(Text(f"{day}, {way}" if way else day, "caption", colour="text2", wrap=True))
        kind, picture = VERDICT_LOOKS[each.verdict]
        line.add(Chip(each.verdict.value, kind, icon=picture), align=Qt.AlignmentFlag.AlignVCenter)
