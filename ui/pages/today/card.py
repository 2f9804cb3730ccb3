"""The card of one client: who, why, by when, through what, and the two things to do (6.3)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.layout import Layout
from ui.pages.today.looks import SHOWN_REASONS, CardLook
from ui.pages.today.reason import ReasonRow
from ui.roles import Role
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip_button import ChipButton
from ui.widgets.clock import Clock
from ui.widgets.text import Text


class ClientCard(Card):
    """Shows a CardLook; says what was asked for and decides nothing."""

    ROLE = Role.Section
    write = Signal(int)
    snooze = Signal(int, QPoint)
    menu = Signal(int, QPoint)
    explained = Signal(object, QPoint)
    copied = Signal(str)
    zone_asked = Signal(int)

    def __init__(self, look: CardLook, words: Words, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(severity=look.severity, acts=True, fill=True, gap=9, name=look.spoken, parent=parent)
        self.look, self._words, self._layout = look, words, layout
        self._all_shown = False
        head = self.add(Row(gap=8))
        self._name = head.add(Text(look.name, "heading"))
        self._person = head.add(Text("", "small", colour="text2", elide=True), 1)
        self._clock = head.add(Clock(look.face))
        self._clock.asked.connect(self._ask_zone)
        self._lines = self.add(Column(gap=9))
        self._rows: list[ReasonRow] = []
        self._foot()
        self.show_look(look, layout)

    def _foot(self) -> None:
        words = self._words
        foot = self.add(Row(gap=8))
        self._channel = foot.add(ChipButton("", tooltip=words.text("Copy the address")))
        self._channel.setCursor(Qt.CursorShape.PointingHandCursor)
        self._channel.clicked.connect(self._copy)
        self._remark = foot.add(Text("", "small", colour="text2", elide=True), 1)
        self._snooze = foot.add(Button(words.text("Snooze"), ButtonKind.GHOST, small=True, chevron=True, shortcut="S"))
        self._snooze.clicked.connect(self._ask_snooze)
        foot.add_gap(2)
        self._write = foot.add(
            Button(words.text("Write"), ButtonKind.TINTED, icon="pencil-line", small=True, shortcut="W")
        )
        self._write.clicked.connect(self._ask_write)

    @property
    def rows(self) -> list[ReasonRow]:
        """The reason lines that are shown."""
        return self._rows

    def show_look(self, look: CardLook, layout: Layout) -> None:
        """Show other words, or the same in another layout."""
        old, self.look, self._layout = self.look, look, layout
        full = layout is Layout.FULL
        self.setAccessibleName(look.spoken)
        self.set_severity(look.severity)
        self._name.setText(look.name)
        self._person.setText(", ".join(part for part in (look.person, look.role if full else "") if part))
        self._clock.set_face(look.face)
        self._clock.set_short(not full)
        self._channel.setVisible(bool(look.channel))
        self._channel.set_chip(look.channel if full else look.channel_short, icon=look.channel_icon)
        self._channel.setToolTip(self._words.text("Copy the address {address}", address=look.address))
        self._remark.setText(look.remark)
        self._show_reasons(old)

    def set_chosen(self, chosen: bool) -> None:
        """The chosen card has the one primary button of the list."""
        super().set_chosen(chosen)
        self._write.set_kind(ButtonKind.PRIMARY if chosen else ButtonKind.TINTED)

    def show_all(self) -> None:
        """Show the reasons beyond the third."""
        self._all_shown = True
        self._show_reasons(None)

    def minimumSizeHint(self) -> QSize:
        """Never wider than the column: names and remarks are cut before the page would scroll sideways."""
        return QSize(0, super().minimumSizeHint().height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card, by mouse or by key."""
        self.menu.emit(self.look.client, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The menu key opens the menu; the rest belongs to the list."""
        if event.key() == Qt.Key.Key_Menu:
            self.menu.emit(self.look.client, self.mapToGlobal(self.rect().center()))
            return
        super().keyPressEvent(event)

    def ask_snooze(self) -> None:
        """Open the snooze menu under its button."""
        self._ask_snooze()

    def _show_reasons(self, old: CardLook | None) -> None:
        most = len(self.look.reasons) if self._all_shown else SHOWN_REASONS
        shown = self.look.reasons[:most]
        if old is not None and len(shown) == len(self._rows) and bool(old.more) == bool(self.look.more):
            for row, reason in zip(self._rows, shown, strict=True):
                row.set_look(reason)
            return
        self._lines.clear()
        self._rows = [self._lines.add(ReasonRow(reason)) for reason in shown]
        for row in self._rows:
            row.asked.connect(self._explain)
            row.entered.connect(self.chosen)
        if len(shown) < len(self.look.reasons):
            more = self._lines.add(Button(self.look.more, ButtonKind.LINK), align=Qt.AlignmentFlag.AlignLeft)
            more.clicked.connect(self.show_all)

    def _explain(self) -> None:
        row = self.sender()
        if isinstance(row, ReasonRow):
            self.explained.emit(row.look.flag, row.mapToGlobal(row.rect().bottomLeft()))

    def _copy(self) -> None:
        self.copied.emit(self.look.address)

    def _ask_snooze(self) -> None:
        self.snooze.emit(self.look.client, self._snooze.mapToGlobal(self._snooze.rect().bottomLeft()))

    def _ask_write(self) -> None:
        self.write.emit(self.look.client)

    def _ask_zone(self) -> None:
        self.zone_asked.emit(self.look.client)
