"""Lost days (W10): working days of mine that passed while somebody was late; each day counts once per side."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from app.facts.calendar import Calendar
from app.facts.plan import Stage, StageDate
from app.facts.wall_time import local_date
from app.facts.work import Request
from app.rules.promise_results import Round, binding_date
from app.rules.working_time import working_days_listed

_DAY = timedelta(days=1)

EDIT = "edit"
"""The cause of a day that an edit of mine was late."""

STAGE = "stage"
"""The cause of a day that a stage was late."""


class Claim(Struct, frozen=True, kw_only=True):
    """An item's claim on the working days d with after < d < until, save those on which its clock rested (D11)."""

    item: int
    begun: datetime
    cause: str
    after: date
    until: date
    rested: tuple[tuple[date, date], ...] = ()


class LostDay(Struct, frozen=True, kw_only=True):
    """A working day lost, the oldest item it is booked to, and all items and causes that claim it."""

    on: date
    item: int
    items: tuple[int, ...]
    causes: tuple[str, ...]


class Lost(Struct, frozen=True):
    """The lost days of one side, in order."""

    days: tuple[LostDay, ...] = ()

    @property
    def total(self) -> int:
        """Every day once, whatever claims it."""
        return len(self.days)

    def by_cause(self) -> dict[str, int]:
        """Days per cause; a day with two causes counts under both, so the sum may exceed the total."""
        causes = sorted({cause for day in self.days for cause in day.causes})
        return {cause: sum(cause in day.causes for day in self.days) for cause in causes}

    def of(self, item: int) -> int:
        """Days booked to one item."""
        return sum(day.item == item for day in self.days)

    def within(self, first: date, last: date) -> Lost:
        """The days of a period, both ends included."""
        return Lost(tuple(day for day in self.days if first <= day.on <= last))


def lost_days(calendar: Calendar, claims: Iterable[Claim]) -> Lost:
    """Book every claimed working day once, to the oldest item that claims it (W10). `calendar` is the owner's."""
    claimed: dict[date, list[Claim]] = {}
    for claim in sorted(claims, key=_age):
        for day in claimed_days(calendar, claim):
            claimed.setdefault(day, []).append(claim)
    return Lost(tuple(_booked(day, claimed[day]) for day in sorted(claimed)))


def claimed_days(calendar: Calendar, claim: Claim) -> tuple[date, ...]:
    """The working days that one claim would lose if it stood alone."""
    days = working_days_listed(calendar, claim.after, claim.until - _DAY)
    return tuple(day for day in days if not any(first <= day <= last for first, last in claim.rested))


def request_claim(*, item: int, begun: datetime, cause: str, due: date, answered: date | None, today: date) -> Claim:
    """Theirs: due on D, completely answered on A, days with D < d < A; `today` stands for A while open."""
    return Claim(item=item, begun=begun, cause=cause, after=due, until=answered or today)


def claim_of_request(request: Request, zone: str, today: date) -> Claim | None:
    """Theirs, out of a request as the tables hold it; its sort is the cause. None while it has no due day."""
    if request.due is None:
        return None
    ended = local_date(zone, request.ended.at) if request.ended else None
    return request_claim(
        item=request.number, begun=request.begun, cause=request.kind, due=request.due, answered=ended, today=today
    )


def edit_claim(told: Round, zone: str, today: date) -> Claim | None:
    """Mine: due < d ≤ delivered day, d < today while open; due is the binding date (W10). None if no date was told."""
    due = binding_date(told)
    if due is None:
        return None
    until = local_date(zone, told.delivered) + _DAY if told.delivered else today
    if told.dropped:
        until = min(until, local_date(zone, told.dropped))
    rested = tuple((local_date(zone, a), local_date(zone, b) if b else today) for a, b in told.rests)
    return Claim(item=told.item, begun=told.begun, cause=EDIT, after=due.on, until=until, rested=rested)


class Side(StrEnum):
    """To whom a lost day is booked; what third parties or the outside caused is shown and booked to nobody."""

    CLIENT = "client"
    ME = "me"
    NOBODY = "nobody"


def stage_claims(
    stage: Stage, zone: str, today: date, rests: tuple[tuple[datetime, datetime | None], ...] = ()
) -> tuple[tuple[Side, Claim], ...]:
    """Whose days a late stage cost: due < d ≤ delivered day, d < today while open (W10).

    A move that is told or agreed before its day has passed puts the day off and costs nothing. Once a day has passed,
    the days up to the next one are booked to the cause that the move names; a new agreement books them to nobody at
    all. What is left after the last day is mine. Days on which my clock rested (D11) are never mine.
    """
    if not stage.dates:
        return ()
    rested = tuple((local_date(zone, a), local_date(zone, b) if b else today) for a, b in rests)
    until = _stage_until(stage, zone, today)
    due, late = stage.dates[0], False
    counted = due.on
    found = []
    for move in stage.dates[1:]:
        if not (move.told or move.agreed_in is not None):
            continue
        late = late or _has_passed(due, move.at, zone)
        if late:
            found.append((move.cause, counted, min(until, move.on + _DAY)))
        counted = max(counted, move.on) if late else move.on
        due = move
    found.append(("me", counted, until))
    return tuple(
        (side, _stage_claim(stage, cause, after, end, rested if side is Side.ME else ()))
        for (side, cause), after, end in ((_BOOKED[by], after, end) for by, after, end in found if by in _BOOKED)
        if end > after
    )


def _stage_claim(stage: Stage, cause: str, after: date, until: date, rested: tuple[tuple[date, date], ...]) -> Claim:
    return Claim(item=stage.number, begun=stage.begun, cause=cause, after=after, until=until, rested=rested)


_BOOKED = {
    "me": (Side.ME, STAGE),
    "client": (Side.CLIENT, STAGE),
    "third_party": (Side.NOBODY, "third_party"),
    "outside": (Side.NOBODY, "outside"),
}


def _stage_until(stage: Stage, zone: str, today: date) -> date:
    """The day before which a day may be lost on a stage."""
    if stage.deliveries:
        return local_date(zone, stage.deliveries[0].at) + _DAY
    return min(today, local_date(zone, stage.dropped.at)) if stage.dropped else today


def _has_passed(due: StageDate, at: datetime, zone: str) -> bool:
    return at >= due.closing if due.closing else local_date(zone, at) > due.on


def _age(claim: Claim) -> tuple[datetime, int]:
    return claim.begun, claim.item


def _booked(day: date, claims: list[Claim]) -> LostDay:
    causes = tuple(sorted({claim.cause for claim in claims}))
    return LostDay(on=day, item=claims[0].item, items=tuple(claim.item for claim in claims), causes=causes)
