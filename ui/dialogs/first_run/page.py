"""What the four pages of first run share: a heading, fields that can be refused, and values in and out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.beginning import Beginning
from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.pane import Pane
from ui.widgets.text import Text

ROOMY = 18
"""Pages with such a gap have more air under their heading, too."""


class Refusable(Protocol):
    """A field that can say what is wrong with it."""

    def set_error(self, text: str | None) -> None:
        """Say what is wrong; None takes it away."""


class StepPage(Pane):
    """One step. `changed` after each change by the user; heirs fill in `take`, `read` and `refusable`."""

    changed = Signal()

    def __init__(
        self, words: Words, title: str, subtitle: str, *, gap: int = ROOMY, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", gap=gap, padding=(32, 28, 32, 8), parent=parent)
        self.words = words
        head = self.add(Column(gap=4, margins=(0, 0, 0, 6 if gap >= ROOMY else 0)))
        head.add(Text(title, "display", wrap=True))
        head.add(Text(subtitle, "body", colour="text2", wrap=True))

    def take(self, given: Beginning) -> None:
        """Show what was entered in the steps before."""

    def read(self, given: Beginning) -> Beginning:
        """What was entered so far, with this page's fields."""
        raise NotImplementedError

    def refusable(self) -> Mapping[str, tuple[Refusable, QWidget]]:
        """The fields that may be refused, by name, with the widget that then takes the focus."""
        return {}

    def first(self) -> QWidget:
        """Where the cursor begins."""
        raise NotImplementedError

    def set_single(self, single: bool) -> None:
        """Put beside or below."""

    def objecting(self, sentences: Mapping[str, str]) -> bool:
        """Show the sentences under their fields, clear the others, lead to the first; False when nothing is wrong."""
        wrong = None
        for name, (field, editor) in self.refusable().items():
            field.set_error(sentences.get(name))
            wrong = wrong or (editor if name in sentences else None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is not None
