"""What a call is for, and what the agreement says against it; it is recorded all the same (D3, 1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.papers.call_remarks import remark_sentence
from app.words import N_, Words
from ui.widgets.boxes import Column
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

PURPOSES: Final = {
    "kick_off": N_("Kick-off"),
    "regular": N_("Regular"),
    "urgent": N_("Urgent"),
    "final": N_("Final"),
}


class PurposeField(Column):
    """`key` is a word of the record format; `changed` when another one is chosen."""

    changed = Signal()

    def __init__(self, words: Words, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words = words
        self.add(Text(words.text("Purpose"), "small", weight=500, colour="text2"))
        kinds = [Segment(key, words.text_in("call", text)) for key, text in PURPOSES.items()]
        self.choice = self.add(Segmented(kinds, purpose or "regular", name=words.text("Purpose"), small=True))
        self.remarks = self.add(Column(gap=4))
        self.choice.changed.connect(self._tell)

    @property
    def key(self) -> str:
        """What it is for."""
        return self.choice.key

    def show_remarks(self, remarks: Sequence[str], channel: str) -> None:
        """One line for each word of CallRemark."""
        self.remarks.clear()
        for each in remarks:
            self.remarks.add(NoticeLine(Notice(remark_sentence(self._words, each, channel), NoticeKind.WARNING)))
        self.remarks.setVisible(bool(remarks))

    def _tell(self) -> None:
        self.changed.emit()
