"""Yes or no with a sentence that may be long: the box, and its words in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Row
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox


class WrappedTick(Row):
    """`toggled` after each change by the user; a click on the words counts as one on the box."""

    toggled = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        top = Qt.AlignmentFlag.AlignTop
        self.box = self.add(CheckBox(), align=top)
        self.box.setAccessibleName(text)
        self.words = self.add(Text(text, "small", wrap=True), 1)
        self.words.setBuddy(self.box)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.toggled)

    def isChecked(self) -> bool:
        """Whether it is yes."""
        return self.box.isChecked()

    def setChecked(self, on: bool) -> None:
        """Tick or untick; says so."""
        self.box.setChecked(on)

    def show_checked(self, on: bool) -> None:
        """Tick or untick without saying so."""
        self.box.blockSignals(True)
        self.box.setChecked(on)
        self.box.blockSignals(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words are a part of the target."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
