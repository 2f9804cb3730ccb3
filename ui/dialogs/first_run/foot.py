"""The foot of first run: sample data or back on the left, skip and next on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.pane import Pane

LAST = 3


class StepFoot(Pane):
    """Which buttons stand there depends on the step."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("card", gap=0, padding=(18, 13, 28, 13), top_line=True, parent=parent)
        self._words = words
        row = self.add(Row(gap=8))
        self.sample = row.add(Button(words.text("Look around with sample data"), ButtonKind.GHOST))
        self.back = row.add(Button(words.text("Back"), ButtonKind.GHOST, icon="arrow-left", shortcut="Alt+←"))
        row.add_space()
        self.skip = row.add(Button(words.text("Skip for now"), ButtonKind.GHOST))
        self.next = row.add(Button(words.text("Next"), ButtonKind.PRIMARY, shortcut="Ctrl+Enter"))

    def show_step(self, step: int) -> None:
        """Offer what this step allows."""
        self.sample.setVisible(step == 0)
        self.back.setVisible(step > 0)
        self.skip.setVisible(step > 0)
        self.next.set_text(self._words.text("Open my journal") if step == LAST else self._words.text("Next"))
