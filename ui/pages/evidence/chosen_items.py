"""Everything, or chosen items: an edit and everything about it, for the reading copy of an export (4.5, 6.9)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.evidence import ItemOffered
from app.facts.visible import visible
from app.words import N_, Words
from ui.theme import theme
from ui.widgets.boxes import Column, Scroll
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.tick import CheckBox

EVERYTHING, CHOSEN = "everything", "chosen"
HIGH = 150
MOST = 60
NOUNS = {
    "edit": N_("Edit {n}: {title}"),
    "request": N_("Request {n}: {title}"),
    "call": N_("Call {n}: {title}"),
    "stage": N_("Stage {n}: {title}"),
    "goal": N_("Goal {n}: {title}"),
    "risk": N_("Risk {n}: {title}"),
    "objection": N_("Objection {n}: {title}"),
}


class ChosenItems(Column):
    """`changed` when other items are chosen; `numbers` is empty for everything."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words = words
        self.boxes: dict[int, CheckBox] = {}
        parts = [Segment(EVERYTHING, words.text("Everything")), Segment(CHOSEN, words.text("Chosen items"))]
        self.scope = self.add(Segmented(parts, EVERYTHING, name=words.text("What it tells"), stretch=True))
        self.listed = Column(gap=4)
        self.room = self.add(Scroll(self.listed))
        self.scope.changed.connect(self._choose)
        self.room.setFixedHeight(theme().px(HIGH))
        self.room.hide()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The chosen items."""
        if self.scope.key != CHOSEN:
            return ()
        return tuple(number for number, box in self.boxes.items() if box.isChecked())

    def show_items(self, items: tuple[ItemOffered, ...]) -> None:
        """Offer the newest of these; none is chosen."""
        self.listed.clear()
        self.boxes = {}
        for item in items[:MOST]:
            said = self._words.text(NOUNS[item.noun], n=item.number, title=visible(item.title))
            self.boxes[item.number] = self.listed.add(CheckBox(said))
            self.boxes[item.number].toggled.connect(self.changed)
        self.listed.add_space()

    def _choose(self) -> None:
        self.room.setVisible(self.scope.key == CHOSEN)
        self.changed.emit()
