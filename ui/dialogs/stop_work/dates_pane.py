"""The new dates: what was left of each, counted anew; when work goes on each can be told or left (D11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.stop_work import ProposedDate
from app.facts.visible import visible
from app.papers.stop_words import date_line
from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox


class DatesPane(Column):
    """`dates` are those that are ticked; while work only stops nothing can be ticked."""

    changed = Signal()

    def __init__(
        self, words: Words, dates: Sequence[ProposedDate], *, tell: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=4, parent=parent)
        self.boxes: list[tuple[CheckBox, ProposedDate]] = []
        title = words.text("New dates") if tell else words.text("If everything came now, these dates would move")
        self.add(Text(title, "small", weight=500, colour="text2", wrap=True))
        for each in dates:
            said = visible(date_line(words, each))
            if tell:
                box = self.add(CheckBox(said, checked=True))
                box.toggled.connect(self._tell)
                self.boxes.append((box, each))
            else:
                self.add(Text(said, "small", wrap=True))
        self.setVisible(bool(dates))

    @property
    def dates(self) -> tuple[ProposedDate, ...]:
        """What is told with the note."""
        return tuple(each for box, each in self.boxes if box.isChecked())

    def _tell(self) -> None:
        self.changed.emit()
