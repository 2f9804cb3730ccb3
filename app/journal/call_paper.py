"""The summary of a held call as a paper for the client, out of what the journal knows (5.1, D14)."""

from __future__ import annotations

from app.errors import Refused
from app.facts.pages import Paper
from app.facts.work import Call
from app.journal.journal import Journal
from app.journal.stretches import who_is_of
from app.journal.week_calls import call_row, next_call
from app.papers.call_summary import SummaryFacts, call_summary
from app.words import words_for


def summary_paper(journal: Journal, call: int, language: str) -> Paper:
    """What was agreed, who, by when, and the next call; in the client's language, `language` where it has none.

    Raises Refused for a call that was not held.
    """
    found = journal.calls.get(call)
    if found.held is None:
        raise Refused("This call was not held yet. Write its note first; then its summary can be printed.")
    party, now = journal.clients.get(found.client), journal.clock()
    zone = journal.agreements.in_force(found.client).terms.zone or journal.reading.owner().zone
    calls = [each for each in journal.reading.open_items(found.client) if isinstance(each, Call)]
    facts = SummaryFacts(
        client=party.name,
        owner=journal.reading.owner().name,
        zone=zone,
        made_at=now,
        call=call_row(found, who_is_of(journal, found.client)),
        next_call=next_call(calls, now, zone),
    )
    return call_summary(facts, words_for(party.language or language))
