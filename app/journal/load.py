"""Promises per day of all clients, for the remark beside a date that is about to be promised (6.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.facts.load import DayLoad
from app.facts.people import Owner
from app.facts.snapshot import Snapshot
from app.rules.edits import read_edit
from app.rules.view import ClientView
from app.rules.working_time import is_working_day


def load(
    snapshots: Sequence[Snapshot], owner: Owner, now: datetime, first: date, days: int, without: int | None = None
) -> tuple[DayLoad, ...]:
    """Open edits by the date told for them last, for `days` days from `first`; `without` is an edit left out."""
    promised = Counter(
        read.promise.on
        for each in snapshots
        for view in [ClientView(each, now)]
        for read in (read_edit(view, edit) for edit in each.edits if edit.number != without)
        if read.promise is not None and read.delivery is None and read.ball is not None
    )
    listed = (first + timedelta(days=n) for n in range(days))
    return tuple(
        DayLoad(day, promised[day], owner.promises_a_day, not is_working_day(owner.calendar, day)) for day in listed
    )
