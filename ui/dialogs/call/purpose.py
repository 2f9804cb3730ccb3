"""What a call is for, and what the agreement says against it; it is recorded all the same (D3, 1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.papers.call_remarks import remark_sentence
from app.words import N_, Words
from ui.widgets.boxes import Column
from ui.widgets.chip_button import ChipButton
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

PURPOSES: Final = {
    "kick_off": N_("Kick-off"),
    "regular": N_("Regular"),
    "urgent": N_("Urgent"),
    "final": N_("Final"),
}


class Remarks(Column):
    """One warning for each word of CallRemark; nothing where the agreement has nothing against it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._words = words
        self.hide()

    def show_remarks(self, remarks: Sequence[str], channel: str) -> None:
        """Say them anew."""
        self.clear()
        for each in remarks:
            self.add(NoticeLine(Notice(remark_sentence(self._words, each, channel), NoticeKind.WARNING)))
        self.setVisible(bool(remarks))


class PurposeChip(ChipButton):
    """What a call is for, in a chip with a menu; `key` is empty while nobody said so."""

    changed = Signal()

    def __init__(self, words: Words, purpose: str) -> None:
        super().__init__("", "outline", tooltip=words.text("What the call is for"))
        self._words, self.key = words, purpose
        self.clicked.connect(self._offer)
        self._say()

    def take(self, key: str) -> None:
        """Choose a purpose."""
        self.key = key
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = self._words
        said = words.text_in("call", PURPOSES[self.key]) if self.key else words.text("Purpose")
        self.set_chip(said)
        self.setAccessibleName(words.text("Purpose: {purpose}", purpose=said) if self.key else said)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._chosen)
        for key, text in PURPOSES.items():
            menu.addAction(self._words.text_in("call", text)).setData(key)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        self.take(str(action.data()))


class PurposeField(Column):
    """The same in a form; `key` is a word of the record format; `changed` when another one is chosen."""

    changed = Signal()

    def __init__(self, words: Words, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self.add(Text(words.text("Purpose"), "small", weight=500, colour="text2"))
        kinds = [Segment(key, words.text_in("call", text)) for key, text in PURPOSES.items()]
        self.choice = self.add(Segmented(kinds, purpose or "regular", name=words.text("Purpose"), small=True))
        self.remarks = self.add(Remarks(words))
        self.choice.changed.connect(self._tell)

    @property
    def key(self) -> str:
        """What it is for."""
        return self.choice.key

    def show_remarks(self, remarks: Sequence[str], channel: str) -> None:
        """What the agreement says against it."""
        self.remarks.show_remarks(remarks, channel)

    def _tell(self) -> None:
        self.changed.emit()
