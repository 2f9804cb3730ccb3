"""One heading of the table of figures: makes its rows, each in words and as a bare number."""

from __future__ import annotations

from decimal import Decimal

from app.facts.figure_rows import Amount, FigureRow
from app.words import Words

NOTHING = "–"
"""Shown where a figure cannot be said yet."""


class Part:
    """The rows under one heading."""

    def __init__(self, title: str, words: Words) -> None:
        self.title = title
        self.words = words

    def count(self, figure: str, n: int, of: str = "") -> FigureRow:
        """A number of things."""
        return self._row(figure, of, self.words.number(n), n, "")

    def seconds(self, figure: str, seconds: int | None, of: str = "") -> FigureRow:
        """Working time, shown in whole minutes, rounded down (D18)."""
        minutes = None if seconds is None else seconds // 60
        shown = NOTHING if minutes is None else self.words.duration(minutes)
        return self._row(figure, of, shown, minutes, self.words.text("working minutes"))

    def minutes(self, figure: str, minutes: int, of: str = "") -> FigureRow:
        """Minutes by the clock."""
        return self._row(figure, of, self.words.duration(minutes), minutes, self.words.text("minutes"))

    def percent(self, figure: str, value: Decimal | None, of: str = "") -> FigureRow:
        """A share."""
        shown = NOTHING if value is None else self.words.percent(_short(value))
        return self._row(figure, of, shown, value, "%")

    def days(self, figure: str, value: int | Decimal | None, of: str = "") -> FigureRow:
        """Working days."""
        if value is None:
            shown = NOTHING
        elif isinstance(value, int):
            shown = self.words.working_days(value)
        else:
            shown = self.words.decimal(value)
        return self._row(figure, of, shown, value, self.words.text("working days"))

    def decimal(self, figure: str, value: Decimal | None, of: str = "", unit: str = "") -> FigureRow:
        """A number with a unit of its own."""
        shown = NOTHING if value is None else f"{self.words.decimal(value)} {unit}".strip()
        return self._row(figure, of, shown, value, unit)

    def _row(self, figure: str, of: str, shown: str, amount: Amount, unit: str) -> FigureRow:
        return FigureRow(part=self.title, figure=figure, of=of, shown=shown, amount=amount, unit=unit)


def _short(value: Decimal) -> Decimal:
    """100.0 is said as 100."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
