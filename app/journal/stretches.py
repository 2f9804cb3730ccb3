"""A stretch of a client's history read out of the tables, as every paper about a period looks at it (5.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import Refused
from app.facts.work import Request
from app.journal.edits import terms_at
from app.journal.spans import Span, Stretch
from app.rules.as_of import items_as_of
from app.rules.both_calendars import my_calendar, their_calendar
from app.rules.work_stops import stops_of
from app.storage.shelf import parties
from app.storage.shelf.desk import turns_of_work
from app.storage.shelf.items import items_of, of_noun
from app.storage.shelf.week import items_stirred

if TYPE_CHECKING:
    from app.journal.journal import Journal
    from app.journal.week_calls import WhoIs

SpanIn = Callable[[str], Span]
"""The span in a zone of dates."""


def stretch_of(journal: Journal, client: int, span_in: SpanIn, after: Callable[[Span], Span]) -> Stretch:
    """What the journal holds of a span, as it stood at the span's end or stands now. Refused before it begins."""
    now = journal.clock()
    with journal.look() as connection:
        me, found = parties.owner(connection), journal.clients.get(client)
        agreement = terms_at(connection, client, now)
        terms = agreement.terms
        span = span_in(terms.zone)
        if span.start > now:
            raise Refused("That time has not begun. Choose this one or an earlier one.")
        at = min(now, span.end)
        contacts = parties.contacts(connection, client)
        stops = stops_of(turns_of_work(connection, client), at)
        items = items_as_of(items_stirred(connection, client, span.start, span.end), at)
        requests = items_as_of(items_of(connection, client, "request"), at)
    return Stretch(
        span=span,
        ahead=after(span),
        at=at,
        items=items,
        requests=of_noun(requests, Request),
        terms=terms,
        agreed_from=agreement.effective_from,
        mine=my_calendar(me, terms).in_zone(terms.zone),
        theirs=their_calendar(found, terms).in_zone(terms.zone),
        contacts=contacts,
        signer=found.signer,
        stops=stops,
    )


def who_is_of(journal: Journal, client: int) -> WhoIs:
    """The names of those whom outcomes of calls name; 0 is me."""
    names = {person.number: person.short for person in journal.clients.people(client)}
    me = journal.reading.owner().name.partition(" ")[0]

    def who_is(number: int | None) -> str:
        return me if number == 0 else names.get(number or 0, "")

    return who_is
