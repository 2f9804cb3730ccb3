"""Minutes on and off topic: one slider over the time that has passed; Left and Right 1 minute, Page keys 5 (D15)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from app.words import Words
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.text import Text


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the window, it changes no minutes."""
        event.ignore()


class Minutes(Column):
    """`off` is what was set; as the call goes on, new minutes are on topic."""

    changed = Signal()

    def __init__(self, words: Words, off: int, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words, self._total, self.off = words, 0, off
        line = self.add(Row(gap=6))
        line.add(Text(words.text("On topic"), "small", weight=500, colour="text2"))
        self._on = line.add(Text("", "small", weight=600, colour="accent-text", tabular=True))
        line.add_space()
        line.add(Text(words.text("Off topic"), "small", weight=500, colour="text2"))
        self._off = line.add(Text("", "small", weight=600, tabular=True))
        self.slider = self.add(_Slider(Qt.Orientation.Horizontal))
        self.slider.setSingleStep(1)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(words.text("Minutes on topic"))
        self.slider.setFixedHeight(theme().px(24))
        self.slider.valueChanged.connect(self._moved)
        self.set_total(0)

    def set_total(self, minutes: int) -> None:
        """The length of the call so far."""
        self._total = minutes
        self.off = min(self.off, minutes)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(minutes, 0))
        self.slider.setValue(minutes - self.off)
        self.slider.blockSignals(False)
        self.slider.setEnabled(minutes > 0)
        self._say()

    def _moved(self, on: int) -> None:
        self.off = self._total - on
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = self._words
        on = self._total - self.off
        self._on.setText(words.text("{n} min", n=on))
        self._off.setText(words.text("{n} min", n=self.off))
        self.slider.setAccessibleDescription(words.text("{on} min on topic, {off} off", on=on, off=self.off))
