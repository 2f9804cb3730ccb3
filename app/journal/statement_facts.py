"""The evidence statement's facts: what a bag shows of one client, as values for the paper (4.5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.facts.entries import Entry
from app.facts.people import ContactPeriod, Person
from app.facts.statement import (
    AnchorRow,
    AttachmentRow,
    ContactSpan,
    Gap,
    Party,
    Proof,
    StatementCounts,
    StatementFacts,
    StatementLine,
)
from app.facts.terms import Agreement
from app.facts.wall_time import local_date
from app.facts.work import AnyItem
from app.journal.confirming import confirmations
from app.journal.edits import terms_at
from app.journal.statement_delays import delays
from app.papers.annex import agreement_sentences
from app.rules.both_calendars import my_calendar
from app.rules.contact import speaker_at
from app.rules.work_stops import stops_of
from app.storage.shelf import desk, items, parties
from app.storage.shelf.erasure import sourceless_imports
from app.storage.shelf.their_exports import in_their_exports
from app.words import Words

if TYPE_CHECKING:
    from app.journal.journal import Journal


class Beside(NamedTuple):
    """What stands beside entries: which of the client's confirmed them, and which export of his holds them, too."""

    confirmed: Mapping[int, int]
    theirs: Mapping[int, int]


_NOUNS = ("edit", "request", "call", "stage")


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
        stops = stops_of(desk.turns_of_work(connection, client), now)
        sourceless = sourceless_imports(connection)
        theirs = in_their_exports(connection, client)
        every = [item for noun in _NOUNS for item in items.items_of(connection, client, noun)]
    beside = Beside(confirmations(journal, client), theirs)
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
        lines=tuple(_line(cseq, entry, beside, periods, found.signer, agreed, sourceless) for cseq, entry in shown),
        gaps=tuple(gaps),
        attachments=tuple(row for _, entry in shown for row in _attachments(entry)),
        **delays(every, zone, now, my_calendar(me, terms).in_zone(zone), stops),
    )


def limited(facts: StatementFacts, chosen: Sequence[AnyItem], about: Collection[int], words: Words) -> StatementFacts:
    """The same with a chronology of chosen items alone, named on the cover; all else stays, both sides' delays too."""
    lines = tuple(line for line in facts.lines if line.entry.seq in about)
    files = tuple(row for row in facts.attachments if row.entry in about)
    names = tuple(words.text("{what} (entry {entry})", what=each.title, entry=each.number) for each in chosen)
    return replace(facts, lines=lines, attachments=files, chosen=names)


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


def _line(
    cseq: int,
    entry: Entry,
    beside: Beside,
    periods: tuple[ContactPeriod, ...],
    signer: int | None,
    agreed: set[str],
    sourceless: set[int],
) -> StatementLine:
    source = entry.body.get("source", {})
    if source.get("import") in sourceless:
        source = {}  # its file was erased: it rests on the owner's word (4.7)
    received = entry.kind in ("message.received", "edit.requested")
    person = entry.body.get("person")
    speaker = speaker_at(periods, signer, entry.happened)
    late = (entry.recorded - entry.happened).days if source.get("class") == "B" else None
    return StatementLine(
        entry=entry,
        cseq=cseq,
        proof=Proof(source.get("class", "D")),
        confirmed_by=beside.confirmed.get(entry.seq),
        also_in=beside.theirs.get(entry.seq),
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
