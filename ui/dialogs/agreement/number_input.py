"""A whole number in a form, said with its unit: "2 working days"; arrows change it, digits are typed over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from ui.theme import follow_theme, theme

Say = Callable[[int], str]


class NumberInput(QSpinBox):
    """`changed` carries the number after each change by the user; `say` gives the number its unit."""

    changed = Signal(int)

    def __init__(
        self, number: int, low: int, high: int, say: Say, *, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._shown = False
        self.setRange(low, high)
        self.setSingleStep(step)
        self.set_number(number)
        self.valueChanged.connect(self._tell)
        follow_theme(self)

    @property
    def number(self) -> int:
        """The number in the field."""
        return self.value()

    def set_number(self, number: int) -> None:
        """Put another number in without saying so; one beyond the range widens it."""
        self._shown = True
        self.setRange(min(self.minimum(), number), max(self.maximum(), number))
        self.setValue(number)
        self._shown = False

    def textFromValue(self, number: int) -> str:
        """The number with its unit."""
        return self._say(number)

    def valueFromText(self, text: str) -> int:
        """The digits of what stands there."""
        digits = "".join(sign for sign in text if sign.isdigit())
        return int(digits or self.minimum())

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Any text with digits of the range may stand there; the unit may be typed over."""
        digits = "".join(sign for sign in text if sign.isdigit())
        if not digits:
            return QValidator.State.Intermediate, text, at
        fits = self.minimum() <= int(digits[:9]) <= self.maximum()
        return (QValidator.State.Acceptable if fits else QValidator.State.Intermediate), text, at

    def sizeHint(self) -> QSize:
        """As wide as other fields of a form."""
        return QSize(theme().px(120), theme().measure("control"))

    def minimumSizeHint(self) -> QSize:
        """May become narrower."""
        return QSize(theme().px(72), theme().measure("control"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it changes no number."""
        event.ignore()

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font("body", tabular=True))
        self.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    def _tell(self, number: int) -> None:
        if not self._shown:
            self.changed.emit(number)
