"""Sums and percents in a form: decimals as they are typed, with a comma or a point, and their currency (B1)."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.inputs import LineInput

_DECIMAL = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
LEAST = 56


class DecimalInput(LineInput):
    """`value` is the decimal as the record holds it; empty while the line is, None when it is no number."""

    def __init__(self, value: str = "", name: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(value, placeholder, parent)
        if name:
            self.setAccessibleName(name)

    @property
    def value(self) -> str | None:
        """The number typed."""
        typed = self.text().replace("\u00a0", "").replace("\u2009", "").replace(" ", "").strip()
        if not typed:
            return ""
        return typed.replace(",", ".") if _DECIMAL.fullmatch(typed) else None


class SumInput(Row):
    """An amount and its currency; `changed` after each letter."""

    changed = Signal()

    def __init__(self, value: dict[str, str] | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self.amount = self.add(DecimalInput("", name, "1200.00"), 1)
        self.currency = self.add(LineInput("", "EUR"))
        self.currency.setMaxLength(3)
        self.currency.setAccessibleName(name)
        self.setFocusProxy(self.amount)
        self.show_sum(value)
        for line in (self.amount, self.currency):
            line.textEdited.connect(self._say)
        self.restyle()

    @property
    def value(self) -> dict[str, str] | None:
        """The sum in the shape of the record; empty when nothing was typed, None when it cannot be read."""
        amount, currency = self.amount.value, self.currency.text().strip().upper()
        if amount == "":
            return {}
        if amount is None or not _CURRENCY.fullmatch(currency):
            return None
        return {"amount": amount, "currency": currency}

    def show_sum(self, value: dict[str, str] | None) -> None:
        """Show another sum without saying so."""
        given = value or {}
        self.amount.setText(given.get("amount", ""))
        self.currency.setText(given.get("currency", self.currency.text()))

    def restyle(self) -> None:
        """Give the currency room for three letters."""
        super().restyle()
        if hasattr(self, "currency"):
            self.currency.setFixedWidth(theme().px(LEAST))

    def _say(self) -> None:
        self.changed.emit()
