"""Lost days of a period by cause, for both sides (W10): each day once per side."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.lost_figures import LostFigures, LostItem, LostSide
from app.rules.lost_days import Claim, Side, lost_days
from app.rules.side_claims import Claims, claims_from
from app.rules.statistics.reading import Reading
from app.rules.view import ClientView


def claims_of(view: ClientView) -> Claims:
    """Every claim of a client's whole history up to now."""
    seen = view.snapshot
    return claims_from((*seen.requests, *seen.edits, *seen.stages), view.terms.zone, view.now)


def lost(reading: Reading) -> LostFigures:
    """The lost days of the period; never one side alone (D12)."""
    found = claims_of(reading.view)
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
