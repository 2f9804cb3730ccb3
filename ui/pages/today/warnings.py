"""Lines above the list: holidays not filled, a clock that was set back, a journal that could not be checked (6.3)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.today import Today
from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.notice import Notice, NoticeKind, NoticeLine


class Warnings(Column):
    """`settings` and `evidence` are the next steps of the lines."""

    settings = Signal()
    evidence = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self._notices: list[Notice] = []
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is said."""
        return tuple(self._notices)

    def show_today(self, today: Today) -> None:
        """Say what stands in the way of the dates shown."""
        words, found = self._words, []
        for year in today.years_without_holidays:
            said = words.text(
                "{year} has no days off yet for {country}", year=year, country=today.owner.calendar.country
            )
            found.append(Notice(said, NoticeKind.WARNING, step=words.text("Load")))
        if today.clock_is_early:
            early = words.text("This computer's clock is earlier than the last entry. Check the date and the time.")
            found.append(Notice(early, NoticeKind.WARNING))
        if found != self._notices:
            self._notices = found
            self._show()

    def _show(self) -> None:
        self.clear()
        for notice in self._notices:
            line = self.add(NoticeLine(notice))
            line.step_taken.connect(self.settings)
        self.setVisible(bool(self._notices))
