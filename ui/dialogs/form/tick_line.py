"""A box with a sentence that may wrap; a click anywhere on the line ticks it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Row
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox


class TickLine(Row):
    """`key` names the sentence; `ticked` says whether its box is filled."""

    changed = Signal()

    def __init__(self, key: str, text: str, *, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self.key = key
        self.box = self.add(CheckBox("", checked=ticked), align=Qt.AlignmentFlag.AlignTop)
        self.box.setAccessibleName(text)
        words = self.add(Text(text, "small", wrap=True), 1)
        words.setBuddy(self.box)
        self.box.toggled.connect(self._toggled)

    @property
    def ticked(self) -> bool:
        """Whether the box is filled."""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The sentence is a part of the target."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)

    def _toggled(self) -> None:
        self.changed.emit()
