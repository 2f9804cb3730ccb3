"""Lost days by cause for both sides (W10): requests, edits and stages, each day once per side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.facts.lost_figures import LostFigures, LostItem, LostSide
from app.rules.edits import rests
from app.rules.lost_days import Claim, Side, claim_of_request, edit_claim, lost_days, stage_claims
from app.rules.promise_results import rounds_of
from app.rules.statistics.reading import Reading
from app.rules.view import ClientView


class Claims(NamedTuple):
    """What claims lost days, by the side to which they would be booked."""

    client: list[Claim]
    me: list[Claim]
    nobody: list[Claim]


def claims_of(view: ClientView) -> Claims:
    """Every claim of a client's whole history up to now."""
    zone, today, seen = view.terms.zone, view.today, view.snapshot
    found = Claims([], [], [])
    found.client.extend(claim for each in seen.requests if (claim := claim_of_request(each, zone, today)))
    for edit in seen.edits:
        rounds = rounds_of(edit, rests(view, edit.number))
        found.me.extend(claim for told in rounds if (claim := edit_claim(told, zone, today)))
    by_side = {Side.CLIENT: found.client, Side.ME: found.me, Side.NOBODY: found.nobody}
    for stage in seen.stages:
        for side, claim in stage_claims(stage, zone, today, rests(view, stage.number)):
            by_side[side].append(claim)
    return found


def lost(reading: Reading) -> LostFigures:
    """The lost days of the period; never one side alone (D12)."""
    found = claims_of(reading.view)
    titles = {number: item.title for number, item in reading.view.items.items()}
    return LostFigures(
        theirs=_side(reading, found.client, titles),
        mine=_side(reading, found.me, titles),
        others=_side(reading, found.nobody, titles),
    )


def _side(reading: Reading, claims: Iterable[Claim], titles: dict[int, str]) -> LostSide:
    every = list(claims)
    booked = lost_days(reading.view.dates, every).within(reading.period.first, reading.period.last)
    causes = {each.item: each.cause for each in reversed(every)}
    items = dict.fromkeys(day.item for day in booked.days)
    return LostSide(
        total=booked.total,
        causes=tuple(booked.by_cause().items()),
        items=tuple(LostItem(item=n, title=titles.get(n, ""), cause=causes[n], days=booked.of(n)) for n in items),
        days=tuple(day.on for day in booked.days),
    )
