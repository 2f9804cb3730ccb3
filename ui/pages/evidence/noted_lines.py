"""Lines under the heads that others hold: a backup restored, the clock set back, the key changed (6.9)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.evidence import Noted
from app.words import Words
from ui.pages.evidence.looks import spelt
from ui.widgets.boxes import Column, Divider, Row
from ui.widgets.picture import Picture
from ui.widgets.text import Text

MOST = 5


class NotedLines(Column):
    """Hidden while there is nothing to tell."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self.listed = self.add(Column(gap=6))
        self.hide()

    def show_noted(self, noted: tuple[Noted, ...], zone: ZoneInfo) -> None:
        """The newest of them."""
        self.setVisible(bool(noted))
        self.listed.clear()
        if noted:
            self.listed.add(Divider())
        for each in noted[:MOST]:
            line = self.listed.add(Row(gap=8))
            line.add(Picture("history", "text2"), align=Qt.AlignmentFlag.AlignTop)
            line.add(Text(spelt(self._words, each.sentence), "small", wrap=True), 1)
            day = self._words.date(each.at.astimezone(zone).date(), short=True)
            said = self._words.text("entry {n}, {day}", n=each.entry, day=day)
            line.add(Text(said, "small", colour="text2", tabular=True), align=Qt.AlignmentFlag.AlignTop)
        if len(noted) > MOST:
            more = self._words.text("and {n} more", n=len(noted) - MOST)
            self.listed.add(Text(more, "small", colour="text2"))
