"""Both sides' delays for the evidence statement, item by item, and the lost days they come to (D12, W10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.facts.calendar import Calendar
from app.facts.statement import DelayRow
from app.facts.wall_time import local_date
from app.facts.work import AnyItem
from app.rules.edits import Rest
from app.rules.lost_days import Side, claimed_days, lost_days
from app.rules.side_claims import Done, claims_from


def delays(
    items: Sequence[AnyItem], zone: str, now: datetime, mine: Calendar, stops: tuple[Rest, ...]
) -> dict[str, Any]:
    """`delays`, `lost_theirs` and `lost_mine` of the statement: never one side alone."""
    claims = claims_from(items, zone, now, stops)
    titles = {each.number: each.title for each in items}
    both = (("client", claims.client), ("me", claims.me))
    rows = [_row(side, each, titles, mine) for side, claimed in both for each in claimed]
    return {
        "delays": tuple(row for row in rows if row.days),
        "lost_theirs": lost_days(mine, claims.of(Side.CLIENT)).total,
        "lost_mine": lost_days(mine, claims.of(Side.ME)).total,
    }


def _row(side: str, done: Done, titles: dict[int, str], mine: Calendar) -> DelayRow:
    claim, at = done
    return DelayRow(
        side=side,
        what=titles[claim.item],
        entry=claim.item,
        due=claim.after,
        done=local_date(mine.zone, at) if at else None,
        days=len(claimed_days(mine, claim)),
    )
