"""Where a client's work stands, as values: what is done, in work, waited for, and what comes next (3.3)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.call_rows import NextCall
from app.facts.plan_rows import NextLine
from app.facts.week import DecisionRow, DoneRow, WaitingRow


class WorkLine(Struct, frozen=True, kw_only=True):
    """Something in work: its day if one was told, firm or not yet, and what it waits for while it rests (D11)."""

    title: str
    on: date | None = None
    firm: bool = True
    waits_for: str = ""


class WhereFacts(Struct, frozen=True, kw_only=True):
    """One client's work at an instant. Instants are UTC and read in `zone` (the zone of dates)."""

    zone: str
    at: datetime
    done: tuple[DoneRow, ...] = ()
    work: tuple[WorkLine, ...] = ()
    waiting: tuple[WaitingRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    next_stage: NextLine | None = None
    next_call: NextCall | None = None
