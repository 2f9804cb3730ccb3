"""One client's sheet among many: waiting, made, given, or why it was not made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.pages import Paper
from app.facts.sheets import SheetShown
from app.facts.visible import visible
from app.words import Words
from ui.pages.week.looks import week_title
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class SheetRow(Row):
    """`marking` when it is to be marked as given; `paper` is the sheet that was made."""

    marking = Signal()

    def __init__(self, words: Words, client: int, name: str, week: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self._words, self.client, self.week = words, client, week
        self.shown: SheetShown | None = None
        self.paper: Paper | None = None
        self.is_given = False
        self._icon = self.add(Picture("circle-dashed", "text3"))
        said = self.add(Column(gap=0), 1)
        said.add(Text(visible(name), "small", weight=600, wrap=True))
        self.state = said.add(Text(week_title(words, week), "caption", colour="text2", wrap=True))
        self.mark = self.add(Button(words.text("Mark as given"), icon="check", small=True))
        self.mark.clicked.connect(self.marking)
        self.mark.refuse(words.text("Make the sheet first."))

    def say_made(self, shown: SheetShown, paper: Paper, files: list[Path]) -> None:
        """The sheet lies in these files."""
        self.shown, self.paper = shown, paper
        self._icon.set_picture("file-check", "accent")
        self.state.set_colour("text2")
        self.state.setText(self._words.text("Made: {files}", files=[path.name for path in files]))
        self.mark.allow()

    def say_refused(self, why: str) -> None:
        """It was not made."""
        self._icon.set_picture("circle-alert", "late")
        self.state.set_colour("late")
        self.state.setText(why)

    def say_given(self) -> None:
        """They hold it: its head is recorded."""
        self.is_given = True
        self._icon.set_picture("circle-check", "accent")
        self.state.setText(self._words.text("Marked as given. Its head is recorded."))
        self.mark.hide()
