"""One row of a table of figures: for the eye in words, for a spreadsheet as a bare number."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

Amount = int | Decimal | None


class FigureRow(Struct, frozen=True, kw_only=True):
    """`part` is the heading under which it stands, `of` the month, week, person or cause that it is about.

    `shown` is the value in words; `amount` is the bare value in `unit`, None where there is nothing to say.
    """

    part: str
    figure: str
    of: str = ""
    shown: str
    amount: Amount = None
    unit: str = ""
