"""Every flag explains itself: since, due, and the days counted between them (C8)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from app.facts.calendar import OffReason
from app.facts.flags import Flag
from app.facts.work import Edit
from app.rules.day_table import table_of
from app.rules.edits import read_edit
from app.rules.view import ClientView
from app.rules.working_time import working_minutes_between

_DAY = timedelta(days=1)
LONGEST_COUNT_DAYS = 62


class DayIs(StrEnum):
    """What one day of a count is."""

    SINCE = "since"
    OFF = "off"
    WORKED = "worked"
    DUE = "due"


class DayCounted(Struct, frozen=True, kw_only=True):
    """One calendar day. `number` counts working days from 1; `why` says in words of the owner why a day is off."""

    on: date
    is_: DayIs
    number: int = 0
    reason: OffReason | None = None
    why: str = ""


class Explanation(Struct, frozen=True, kw_only=True):
    """The count behind a flag, in the zone of dates; `late_minutes` and `late_days` are what `lateness` says."""

    flag: Flag
    days: tuple[DayCounted, ...]
    working_days: int
    late_minutes: int = 0
    late_days: int = 0


def explain(view: ClientView, flag: Flag) -> Explanation:
    """Why a flag stands: the days from `since` to its due day, or to today when that is later."""
    first, due = view.day_of(flag.since), view.day_of(flag.due)
    if flag.rule == "F4":
        first = _received(view, flag) or first
    last = max(due, view.today if flag.rule in ("F21", "F14") else due)
    days = counted(view, first, due, last)
    late_minutes, late_days = lateness(view, flag)
    return Explanation(
        flag=flag,
        days=days[-LONGEST_COUNT_DAYS:],
        working_days=max((each.number for each in days), default=0),
        late_minutes=late_minutes,
        late_days=late_days,
    )


def lateness(view: ClientView, flag: Flag) -> tuple[int, int]:
    """My working time since a flag was due: whole working days lost, or minutes as long as there is none (W5, W10)."""
    if flag.due >= view.now:
        return 0, 0
    days = _late_days(view, view.day_of(flag.due))
    return (0, days) if days else (working_minutes_between(view.mine, flag.due, view.now), 0)


def counted(view: ClientView, first: date, due: date, last: date) -> tuple[DayCounted, ...]:
    """One line per calendar day from `first` to `last`; the working days after `first` are numbered."""
    table = table_of(view.dates)
    found = []
    number = 0
    for n in range((last - first).days + 1):
        day = first + n * _DAY
        reason, why = table.off(day) or (None, "")
        number += n > 0 and reason is None
        what = _what(day, first, due, off=reason is not None)
        found.append(DayCounted(on=day, is_=what, number=number if n and not reason else 0, reason=reason, why=why))
    return tuple(found)


def _what(day: date, first: date, due: date, *, off: bool) -> DayIs:
    if day == due:
        return DayIs.DUE
    if day == first:
        return DayIs.SINCE
    return DayIs.OFF if off else DayIs.WORKED


def _late_days(view: ClientView, due: date) -> int:
    """My working days d with due < d < today: what W10 would count as lost; a day that runs is not over."""
    table = table_of(view.dates)
    return max(0, table.working_through(view.today - _DAY) - table.working_through(due))


def _received(view: ClientView, flag: Flag) -> date | None:
    """A promise's count begins on its received day, as it was told (D5)."""
    edit = view.items.get(flag.item or 0)
    promise = read_edit(view, edit).promise if isinstance(edit, Edit) else None
    return promise.count[0].on if promise and promise.count else None
