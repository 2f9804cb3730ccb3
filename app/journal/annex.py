"""The annex to a contract out of what the journal knows, in the client's language (1.4)."""

from __future__ import annotations

from app.facts.annex import AnnexFacts, NamedDay
from app.facts.calendar import OffReason
from app.facts.pages import Paper
from app.facts.wall_time import local_date
from app.journal.journal import Journal
from app.papers.annex import annex
from app.rules.both_calendars import their_calendar
from app.words import words_for


def annex_paper(journal: Journal, client: int, language: str) -> Paper:
    """The agreement in force as a paper to sign; `language` is taken where the client has none."""
    return annex(annex_facts(journal, client), words_for(journal.clients.get(client).language or language))


def annex_facts(journal: Journal, client: int) -> AnnexFacts:
    """What the annex of the agreement in force says."""
    party, owner = journal.clients.get(client), journal.reading.owner()
    agreement = journal.agreements.in_force(client)
    speaker = journal.clients.contact(client)
    period = next((each for each in reversed(journal.clients.periods(client)) if speaker
                   and each.person == speaker.number), None)  # fmt: skip
    now = journal.clock()
    zone = agreement.terms.zone
    today = local_date(zone, now)
    own = [NamedDay(each.first, each.last, each.why) for each in owner.calendar.days_off
           if each.reason is not OffReason.WEEK and each.last >= today]  # fmt: skip
    theirs = [NamedDay(each.first, each.last, each.why)
              for each in their_calendar(party, agreement.terms).days_off if each.last >= today]  # fmt: skip
    return AnnexFacts(
        owner=owner.name,
        client=party.name,
        terms=agreement.terms,
        version=max(1, agreement.number),
        effective_from=agreement.effective_from or today,
        zone=zone,
        printed_at=now,
        legal_name=party.legal_name,
        contract=party.contract.number,
        contact=speaker.name if speaker else "",
        contact_role=speaker.role if speaker else "",
        contact_since=local_date(zone, period.since) if period else None,
        my_days_off=tuple(sorted(own, key=_first_day)),
        client_days_off=tuple(sorted(theirs, key=_first_day)),
    )


def _first_day(day: NamedDay) -> str:
    return day.first.isoformat()
