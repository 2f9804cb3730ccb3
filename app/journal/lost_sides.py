"""The lost days of both sides that stand beside a client's timeline (6.4, W10, D12). Nothing here decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.facts.client_page import LostSides
from app.facts.wall_time import local_date
from app.facts.work import AnyItem
from app.rules.lost_days import Lost, Side, lost_days
from app.rules.side_claims import claims_from
from app.rules.view import ClientView
from app.rules.work_stops import stops_of
from app.storage.database import Connection
from app.storage.shelf.desk import turns_of_work
from app.storage.shelf.items import items_of

_NOUNS = ("edit", "request", "stage")


def lost_sides(connection: Connection, view: ClientView) -> LostSides:
    """Since the contract's first day, else since the agreement; every item the client ever had counts."""
    items = [each for noun in _NOUNS for each in items_of(connection, view.client.number, noun)]
    claims = claims_from(
        items, view.terms.zone, view.now, stops_of(turns_of_work(connection, view.client.number), view.now)
    )
    mine, theirs = (lost_days(view.dates, claims.of(side)) for side in (Side.ME, Side.CLIENT))
    return LostSides(
        since=_since(view),
        theirs=theirs.total,
        mine=mine.total,
        their_causes=_causes(theirs, items),
        my_causes=_causes(mine, items),
    )


def _since(view: ClientView) -> date:
    return view.client.contract.first_day or local_date(view.terms.zone, view.agreed_since or view.client.added)


def _causes(lost: Lost, items: Sequence[AnyItem]) -> tuple[tuple[int, str, int], ...]:
    titles = {each.number: each.title for each in items}
    booked = dict.fromkeys(day.item for day in lost.days)
    return tuple((item, titles[item], lost.of(item)) for item in booked)
