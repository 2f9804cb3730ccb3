"""How an owner works: what he does at once, what he does when the morning list says so, and when he is away."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Habits(Struct, frozen=True, kw_only=True):
    """Chances are out of 100. `routine`: writes first on Tuesdays and Thursdays, plans the next call, gives the sheet
    on Friday without being asked."""

    name: str
    at_once: int
    mornings: int
    routine: bool = False
    away: tuple[date, date] | None = None
    chatty: bool = False
    """The first client writes all day."""


OWNERS = (
    Habits(name="diligent", at_once=100, mornings=100, routine=True),
    Habits(name="ordinary", at_once=85, mornings=90),
    Habits(name="sloppy", at_once=35, mornings=40),
    Habits(name="august", at_once=95, mornings=100, routine=True, away=(date(2026, 8, 3), date(2026, 8, 28))),
    Habits(name="chatted", at_once=90, mornings=95, routine=True, chatty=True),
)
