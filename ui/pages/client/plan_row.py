"""What the Plan tab is made of: rows that open, below them every day that a stage had, and buttons for new ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.history import PromiseHistory, PromiseStep
from ui.widgets.item import Item, ItemRow

LEFT = 26


class EnterRow(ItemRow):
    """Enter opens it as a click does; `stepped` asks for the row above (-1) or below (1)."""

    stepped = Signal(str, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, up and down."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self.key, 1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class PlanRow(Column):
    """The row, and the days of a stage that was moved."""

    def __init__(
        self, item: Item, steps: Sequence[PromiseStep] = (), spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=2, parent=parent)
        self.line = self.add(EnterRow(item))
        if steps:
            inset = self.add(Column(gap=0, margins=(LEFT, 0, 0, 4)))
            inset.add(PromiseHistory(steps, spoken))


class NewButton(Button):
    """Asks for the form of a new item; `wanted` carries the form's key."""

    wanted = Signal(str)

    def __init__(self, key: str, text: str, kind: ButtonKind = ButtonKind.PLAIN, *, icon: str = "plus",
                 small: bool = False) -> None:  # fmt: skip
        super().__init__(text, kind, icon=icon, small=small)
        self._key = key
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self._key)
