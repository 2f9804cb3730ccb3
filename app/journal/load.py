"""Promises per day of all clients, for the remark beside a date that is about to be promised (6.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.facts.calendar import Calendar
from app.facts.load import DayLoad
from app.facts.people import Owner
from app.facts.snapshot import Snapshot
from app.rules.day_table import table_of
from app.rules.edits import read_edit
from app.rules.view import ClientView


def load(
    snapshots: Sequence[Snapshot],
    owner: Owner,
    now: datetime,
    first: date,
    days: int,
    without: int | None = None,
    theirs: Calendar | None = None,
) -> tuple[DayLoad, ...]:
    """Open edits by the date told for them last, for `days` days from `first`; `without` is an edit left out.

    `theirs` is the calendar of the client to whom a date is to be told: their days off are named beside mine.
    """
    promised = Counter(
        read.promise.on
        for each in snapshots
        for view in [ClientView(each, now)]
        for read in (read_edit(view, edit) for edit in each.edits if edit.number != without)
        if read.promise is not None and read.delivery is None and read.ball is not None
    )
    listed = (first + timedelta(days=n) for n in range(days))
    return tuple(_day(day, promised[day], owner, theirs) for day in listed)


def _day(day: date, promises: int, owner: Owner, theirs: Calendar | None) -> DayLoad:
    mine = table_of(owner.calendar).off(day)
    there = table_of(theirs).off(day) if theirs is not None else None
    return DayLoad(
        on=day,
        promises=promises,
        limit=owner.promises_a_day,
        off=mine is not None,
        why=mine[1] if mine else "",
        off_there=there is not None,
        why_there=there[1] if there else "",
    )
