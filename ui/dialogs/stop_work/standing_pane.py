"""How the request stands: what is missing, what was tried, whether work may stop, the countdown (F14 to F16)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.facts.stop_work import Standing
from app.facts.visible import visible
from app.papers.stop_words import deemed_words, due_words, reminder_lines, right_words, step_words
from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class StandingPane(Column):
    """Lines with an icon; what the agreement does not grant is a warning, and forbids nothing."""

    def __init__(self, words: Words, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        read = standing.read
        for what in read.missing:
            self._line("file-text", visible(what), weight=500)
        if read.due is not None:
            late = read.is_over and read.is_open
            self._line("calendar-clock", due_words(words, standing), colour="late" if late else "text2")
        told = list(reminder_lines(words, standing))
        for said in told or [words.text("No reminder was sent yet")]:
            self._line("bell" if told else "bell-off", said)
        if read.step is not None:
            self._line("chevron-right", step_words(words, standing))
        if read.deemed is not None:
            self._line("hourglass", deemed_words(words, standing))
        if read.allowed_from is None:
            self.add(NoticeLine(Notice(right_words(words, standing), NoticeKind.WARNING)))
        else:
            self._line("handshake", right_words(words, standing), weight=500)

    def _line(self, icon: str, said: str, *, colour: str = "text2", weight: int | None = None) -> None:
        row = self.add(Row(gap=8))
        row.add(Picture(icon, colour, side=14, line="small"))
        row.add(Text(said, "small", weight=weight, colour="text" if weight else colour, wrap=True), 1)
