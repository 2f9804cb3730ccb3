"""A client as the lines of a timeline look at it: names, terms and what waits, never the talk of a week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.facts.snapshot import Snapshot
from app.facts.work import AnyItem, Call
from app.rules.terms import default_agreement
from app.rules.view import ClientView
from app.storage.database import Connection
from app.storage.shelf import parties
from app.storage.shelf.agreements import agreements
from app.storage.shelf.items import open_requests
from app.storage.shelf.talk import talk_numbered


def line_view(connection: Connection, number: int, now: datetime, items: Iterable[AnyItem]) -> ClientView | None:
    """What judges the lines of a page; `items` are the page's own. None where there is no such client.

    Of the talk it holds only the messages that hold a call's summary (D14): a client who chats all day costs
    as much as one who is silent (Q8).
    """
    client = parties.client(connection, number)
    if client is None:
        return None
    owner = parties.owner(connection)
    summaries = {each.held.message for each in items if isinstance(each, Call) and each.held and each.held.message}
    return ClientView(
        Snapshot(
            owner=owner,
            client=client,
            people=parties.people(connection, number),
            contacts=parties.contacts(connection, number),
            agreements=(default_agreement(owner, client), *agreements(connection, number)),
            talk=talk_numbered(connection, sorted(summaries)),
            requests=open_requests(connection, number, now),
        ),
        now,
    )
