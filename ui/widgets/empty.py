"""The empty state: the mark, one sentence, what comes next, and a button or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.mark import Mark
from ui.widgets.boxes import Row, W
from ui.widgets.card import Card
from ui.widgets.text import Text

CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(Card):
    """A card that takes all the room; `add_button` puts buttons under the words."""

    def __init__(self, title: str, text: str = "", *, mark: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(24, 24, 24, 24), name=title, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.add_space()
        if mark:
            self.add(Mark(56), align=CENTRE)
            self.add_gap(4)
        self.title = self.add(Text(title, "title", wrap=True, align=CENTRE))
        self.text = self.add(Text(text, "body", colour="text2", wrap=True, align=CENTRE))
        self.text.setVisible(bool(text))
        self._buttons = self.add(Row(gap=8, margins=(0, 10, 0, 0)), align=CENTRE)
        self.add_space()

    def add_button(self, button: W) -> W:
        """Append a button, or what else is to stand below the words, and give it back."""
        return self._buttons.add(button)

    def set_words(self, title: str, text: str = "") -> None:
        """Say something else."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
