"""The evidence statement's facts: what a bag shows of one client, as values for the paper (4.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.facts.calendar import Calendar
from app.facts.entries import Entry
from app.facts.people import ContactPeriod, Person
from app.facts.statement import (
    AnchorRow,
    AttachmentRow,
    ContactSpan,
    DelayRow,
    Gap,
    Party,
    Proof,
    StatementCounts,
    StatementFacts,
    StatementLine,
)
from app.facts.terms import Agreement
from app.facts.wall_time import local_date
from app.facts.work import AnyItem, Call, Edit, Request
from app.journal.edits import terms_at
from app.journal.week_facts import rounds_at
from app.papers.annex import agreement_sentences
from app.rules.both_calendars import my_calendar
from app.rules.contact import speaker_at
from app.rules.lost_days import Claim, claim_of_request, claimed_days, edit_claim, lost_days
from app.storage.shelf import items, parties
from app.words import Words

if TYPE_CHECKING:
    from app.journal.journal import Journal

_NOUNS = ("edit", "request", "call")


def statement_facts(
    journal: Journal, client: int, shown: Sequence[tuple[int, Entry]], gaps: Sequence[Gap], words: Words
) -> StatementFacts:
    """`shown` are (number among the client's entries, entry) in order of what happened."""
    now = journal.clock()
    with journal.look() as connection:
        me, found = parties.owner(connection), journal.clients.get(client)
        agreement = terms_at(connection, client, now)
        people = parties.people(connection, client)
        periods = parties.contacts(connection, client)
        every = [item for noun in _NOUNS for item in items.items_of(connection, client, noun)]
    zone, terms = agreement.terms.zone, agreement.terms
    head, count = journal.evidence.foot(client)
    agreed = {each.channel for each in terms.agreed_channels}
    at = [entry.happened for _, entry in shown]
    return StatementFacts(
        client=found.name,
        owner=Party(name=me.name, detail=me.place),
        zone=zone,
        made_at=now,
        first=local_date(zone, min(at, default=now)),
        last=local_date(zone, max(at, default=now)),
        head=head,
        count=count,
        parties=(Party(name=me.name, detail=me.place), Party(name=found.legal_name or found.name, detail=found.place)),
        contract=found.contract.number,
        agreement_title=_title(agreement, words),
        agreement=agreement_sentences(terms, me.name, found.name, words) if agreement.entry else (),
        channels=tuple(f"{each.channel}: {each.address}" for each in terms.agreed_channels),
        contacts=_contacts(periods, people, zone),
        counts=_counts(len(shown), gaps),
        anchors=_anchors(journal, client, {p.number: p.name for p in people}),
        names=((0, me.name), *((p.number, p.name) for p in people)),
        lines=tuple(_line(cseq, entry, every, periods, found.signer, agreed) for cseq, entry in shown),
        gaps=tuple(gaps),
        attachments=tuple(row for _, entry in shown for row in _attachments(entry)),
        **_delays(every, zone, now, my_calendar(me, terms).in_zone(zone)),
    )


def _contacts(periods: tuple[ContactPeriod, ...], people: tuple[Person, ...], zone: str) -> tuple[ContactSpan, ...]:
    names = {person.number: person for person in people}
    return tuple(
        ContactSpan(
            person=names[p.person].name,
            role=names[p.person].role,
            since=local_date(zone, p.since),
            until=local_date(zone, p.until) if p.until else None,
        )
        for p in periods
        if p.person in names
    )


def _delays(every: Sequence[AnyItem], zone: str, now: datetime, mine: Calendar) -> dict[str, Any]:
    """Both sides' delays and lost days, never only one's (D12)."""
    theirs, own = _claims(every, zone, now)
    rows = [
        _delay(side, claim, done, every, len(claimed_days(mine, claim)), zone)
        for side, claims in (("client", theirs), ("me", own))
        for claim, done in claims
    ]
    return {
        "delays": tuple(row for row in rows if row.days),
        "lost_theirs": lost_days(mine, [claim for claim, _ in theirs]).total,
        "lost_mine": lost_days(mine, [claim for claim, _ in own]).total,
    }


def _title(agreement: Agreement, words: Words) -> str:
    if agreement.effective_from is None:
        return ""
    return words.text("Agreement {n}, in force {since:since}", n=agreement.number, since=agreement.effective_from)


def _counts(shown: int, gaps: Sequence[Gap]) -> StatementCounts:
    def of(*reasons: str) -> int:
        return sum(gap.count for gap in gaps if gap.reason.value in reasons)

    return StatementCounts(
        shown=shown, private=of("private"), redacted=of("redacted"), outside=of("before_period", "after_period")
    )


def _claims(
    every: Sequence[AnyItem], zone: str, now: datetime
) -> tuple[list[tuple[Claim, datetime | None]], list[tuple[Claim, datetime | None]]]:
    """What each side was late with: (claim, when it was done)."""
    today = local_date(zone, now)
    theirs = [
        (claim, each.ended.at if each.ended else None)
        for each in every
        if isinstance(each, Request) and (claim := claim_of_request(each, zone, today))
    ]
    own = [
        (claim, told.delivered)
        for each in every
        if isinstance(each, Edit)
        for told in rounds_at(each, every, now)
        if (claim := edit_claim(told, zone, today))
    ]
    return theirs, own


def _delay(side: str, claim: Claim, done: datetime | None, every: Sequence[AnyItem], days: int, zone: str) -> DelayRow:
    what = next((each.title for each in every if each.number == claim.item), "")
    finished = local_date(zone, done) if done else None
    return DelayRow(side=side, what=what, entry=claim.item, due=claim.after, done=finished, days=days)


def _line(
    cseq: int,
    entry: Entry,
    every: Sequence[AnyItem],
    periods: tuple[ContactPeriod, ...],
    signer: int | None,
    agreed: set[str],
) -> StatementLine:
    source = entry.body.get("source", {})
    received = entry.kind in ("message.received", "edit.requested")
    person = entry.body.get("person")
    speaker = speaker_at(periods, signer, entry.happened)
    confirmed = {item.number for item in every if isinstance(item, Edit | Call) and item.confirmed}
    late = (entry.recorded - entry.happened).days if source.get("class") == "B" else None
    return StatementLine(
        entry=entry,
        cseq=cseq,
        proof=Proof(source.get("class", "D")),
        confirmed_by_client=entry.seq in confirmed,
        import_days_later=late,
        not_the_contact=received and person is not None and person != speaker,
        channel_not_agreed=received and bool(agreed) and entry.body.get("channel", "") not in agreed,
        attachments=tuple(each["name"] for each in entry.body.get("attachments", ()) if isinstance(each, dict)),
    )


def _anchors(journal: Journal, client: int, names: dict[int, str]) -> tuple[AnchorRow, ...]:
    return tuple(
        AnchorRow(
            at=each["at"], how=each["how"], size=each["size"], head=each["head"], to=names.get(each.get("to", -1), "")
        )
        for each in journal.evidence.anchors()
        if each["client"] == client
    )


def _attachments(entry: Entry) -> list[AttachmentRow]:
    rows = []
    for each in entry.body.get("attachments", ()):
        if not isinstance(each, dict):
            continue
        missing = "not in the source" if each.get("missing") else ""
        if each.get("use") == "whole_source":
            missing = "holds other chats as well"
        rows.append(
            AttachmentRow(
                name=each["name"],
                entry=entry.seq,
                size=each.get("size", 0),
                sha256=each.get("sha256", ""),
                missing=missing,
            )
        )
    return rows
