"""Lost days of a period by cause, for both sides (W10): each day once per side."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.history import History
from app.facts.lost_figures import LostFigures, LostItem, LostSide
from app.rules.lost_days import Claim, Side, lost_days
from app.rules.side_claims import Claims, claims_from
from app.rules.statistics.reading import Reading
from app.rules.work_stops import stops_of


def claims_of(history: History, zone: str) -> Claims:
    """Every claim of a client's whole history up to now."""
    seen = history.snapshot
    return claims_from((*seen.requests, *seen.edits, *seen.stages), zone, history.now, stops_of(history.turns))


def lost(reading: Reading) -> LostFigures:
    """The lost days of the period; never one side alone (D12)."""
    found = claims_of(reading.history, reading.view.terms.zone)
    return LostFigures(
        theirs=_side(reading, found.of(Side.CLIENT)),
        mine=_side(reading, found.of(Side.ME)),
        others=_side(reading, found.of(Side.NOBODY)),
    )


def _side(reading: Reading, claims: Sequence[Claim]) -> LostSide:
    booked = lost_days(reading.view.dates, claims).within(reading.period.first, reading.period.last)
    causes = {each.item: each.cause for each in reversed(claims)}
    items = reading.view.items
    return LostSide(
        total=booked.total,
        causes=tuple(booked.by_cause().items()),
        items=tuple(
            LostItem(item=number, title=items[number].title, cause=causes[number], days=booked.of(number))
            for number in dict.fromkeys(day.item for day in booked.days)
        ),
        days=tuple(day.on for day in booked.days),
    )
