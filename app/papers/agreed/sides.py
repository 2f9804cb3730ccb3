"""What the sentences about terms share: the two sides, days of the week, the way of counting."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from app.words import Words

MONDAY: Final = date(2026, 1, 5)
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Sides(Struct, frozen=True):
    """What the two sides are called in the sentences."""

    owner: str
    client: str

    @property
    def both(self) -> dict[str, str]:
        """Values for the placeholders {owner} and {client}."""
        return {"owner": self.owner, "client": self.client}


def day_named(day: str) -> date:
    """Some date of that weekday, from which its name in any form can be made."""
    return MONDAY + timedelta(days=DAYS.index(day))


def counted_fully(rule: str, words: Words) -> list[str]:
    """How the days of a client's term are counted, where it is not the usual way (W8)."""
    if rule != "after_full_days":
        return []
    return [words.text("So many full working days pass first; the term ends on the working day after them.")]
