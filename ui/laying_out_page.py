"""What stands in the window while a journal's tables are laid out anew: why, a bar, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.empty import EmptyState
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

WIDE = 320


class LayingOutPage(Column):
    """A sentence and a bar with a number; nothing to press."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 20, 18), parent=parent)
        self._words = words
        why = words.text("Another version of Ashore made the tables of this journal. Its entries stay as they are.")
        state = self.add(EmptyState(words.text("The journal is being made ready"), why), 1)
        below = state.add_button(Column(gap=6))
        self.said = below.add(Text("", "small", colour="text2", tabular=True, align=Qt.AlignmentFlag.AlignHCenter))
        self.bar = below.add(ShareBar((), high=8))
        self.bar.setMinimumWidth(WIDE)

    def show_done(self, done: int, all_: int) -> None:
        """So many entries are laid out, of so many."""
        values = {"done": self._words.number(done), "all": self._words.number(all_)}
        self.said.setText(self._words.text("{done} of {all} entries", **values))
        self.bar.set_parts((SharePart(done), SharePart(max(all_ - done, 0), colour="hover")), self.said.text())
