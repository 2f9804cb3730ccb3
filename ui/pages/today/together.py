"""Sheets due together: one line above the cards for those of one hour, and a button that makes them all (C6)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.flags import Flag, Severity
from app.facts.today import Today
from app.papers.reasons import due_words
from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class Together(Column):
    """`make` carries the flags whose sheets are wanted."""

    make = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words = words
        self._groups: tuple[tuple[Flag, ...], ...] | None = None
        self.buttons: list[Button] = []
        self.hide()

    def show_today(self, today: Today) -> None:
        """One line per group; each client keeps their own line in the cards."""
        if today.together == self._groups:
            return
        self._groups = today.together
        self.clear()
        self.buttons = [self._line(today, group) for group in today.together]
        self.setVisible(bool(self.buttons))

    def _line(self, today: Today, group: tuple[Flag, ...]) -> Button:
        words, first, zone = self._words, group[0], ZoneInfo(today.owner.zone)
        line = self.add(Row(gap=8))
        line.add(Picture("files", "text2"), align=Qt.AlignmentFlag.AlignVCenter)
        if first.severity is Severity.LATE:
            said = words.plural("The sheet for {n} client is late", "Sheets for {n} clients are late", len(group))
        else:
            due = due_words(words, first.severity, first.due, today.now, zone)
            said = words.plural("The sheet for {n} client, {due}", "Sheets for {n} clients, {due}", len(group), due=due)
        line.add(Text(said, "small", colour="text2", wrap=True), 1)
        button = line.add(Button(words.text("Make all {n}", n=len(group)), ButtonKind.TINTED, small=True))
        button.setProperty("group", today.together.index(group))
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and self._groups is not None:
            self.make.emit(self._groups[int(button.property("group"))])
