"""Everything that claims lost days, by the side to which they are booked: requests, edits and stages (W10, D12)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from app.facts.plan import Stage
from app.facts.wall_time import local_date
from app.facts.work import AnyItem, Edit, Request
from app.rules.edits import Rest, rests_by
from app.rules.lost_days import Claim, Side, claim_of_request, edit_claim, stage_claims
from app.rules.promise_results import rounds_of

Done = tuple[Claim, datetime | None]
"""A claim, and when what was late was done; None while it is open."""


class Claims(NamedTuple):
    """What claims lost days; `nobody` holds what third parties or the outside caused."""

    client: list[Done]
    me: list[Done]
    nobody: list[Done]

    def of(self, side: Side) -> list[Claim]:
        """The claims of one side."""
        return [claim for claim, _ in {Side.CLIENT: self.client, Side.ME: self.me, Side.NOBODY: self.nobody}[side]]


def claims_from(items: Iterable[AnyItem], zone: str, now: datetime, stops: tuple[Rest, ...] = ()) -> Claims:
    """The claims of all items up to `now`; `items` hold every request, answered ones too, so that rests are known.

    My clock rested on everything while work was stopped (`stops`), and on what a request was needed for (D11).
    """
    every = list(items)
    requests = [each for each in every if isinstance(each, Request)]
    found = Claims([], [], [])
    for each in every:
        if isinstance(each, Request):
            found.client.extend(_request(each, zone, now))
        elif isinstance(each, Edit):
            found.me.extend(_edit(each, (*rests_by(requests, each.number, now), *stops), zone, now))
        elif isinstance(each, Stage):
            _stage(found, each, (*rests_by(requests, each.number, now), *stops), zone, now)
    return found


def _request(request: Request, zone: str, now: datetime) -> list[Done]:
    claim = claim_of_request(request, zone, local_date(zone, now))
    return [(claim, request.ended.at if request.ended else None)] if claim else []


def _edit(edit: Edit, rests: tuple[Rest, ...], zone: str, now: datetime) -> list[Done]:
    today = local_date(zone, now)
    return [(claim, told.delivered) for told in rounds_of(edit, rests) if (claim := edit_claim(told, zone, today))]


def _stage(found: Claims, stage: Stage, rests: tuple[Rest, ...], zone: str, now: datetime) -> None:
    by_side = {Side.CLIENT: found.client, Side.ME: found.me, Side.NOBODY: found.nobody}
    done = stage.deliveries[0].at if stage.deliveries else None
    for side, claim in stage_claims(stage, zone, local_date(zone, now), rests):
        by_side[side].append((claim, done))
