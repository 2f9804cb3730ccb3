"""Gathers what an erasure would take with it and what it would leave; a question, nothing is written (4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.errors import Refused
from app.facts.erasure import CopyGiven, ErasurePlan, TakenAs, TakenRecord
from app.journal.erasure_copies import copyable
from app.journal.erasure_files import files_shared, files_taken, imports_left_bare
from app.ledger.log import JOURNAL
from app.ledger.redaction import lines_in, names_in, refuse_unerasable
from app.reports import reports_hold
from app.storage import log_table
from app.storage.database import Connection
from app.storage.log_table import Row
from app.storage.shelf import erasure, parties
from app.storage.shelf.entries import body_of, entries_of_kinds, read_entry
from app.unsent import find_unsent

if TYPE_CHECKING:
    from app.journal.journal import Journal


def plan_of_entries(journal: Journal, numbers: Sequence[int], client: int | None = None) -> ErasurePlan:
    """The plan for single entries of one client; Refused for what cannot be erased, or under legal hold."""
    asked = tuple(sorted(set(numbers)))
    if not asked:
        raise Refused("Name the entries to erase.")
    with journal.look() as connection:
        rows = [_row(connection, seq) for seq in asked]
        for row in rows:
            refuse_unerasable(row)
            if row.client != (client or rows[0].client):
                raise Refused("Entry {n} is not of this client. Erase what belongs to one client at a time.", n=row.seq)
        taken = [_taken(connection, row, TakenAs.ASKED) for row in rows]
        taken += _changes(connection, asked)
        lines = lines_in([body_of(_row(connection, each.seq).record) for each in taken])
        blank = _blank(journal, connection, rows[0].client, asked)
        return _gathered(journal, connection, replace(blank, records=tuple(taken)), lines)


def plan_of_person(journal: Journal, person: int) -> ErasurePlan:
    """The plan for the name and the addresses of a person; what they said stays (4.7)."""
    with journal.look() as connection:
        added = log_table.read(connection, person)
        if added is None or added.kind != "person.added":
            raise Refused("Entry {n} is not a person. Name one that the client's people list shows.", n=person)
        client = added.client
        numbers = erasure.joined(connection, client, person)
        found = [seq for each in numbers for seq in erasure.records_of_person(connection, client, each)]
        if not found:
            raise Refused("The name of this person was taken away already.")
        records = sorted(dict.fromkeys(found))
        taken = [_taken(connection, _row(connection, seq), TakenAs.PERSON) for seq in records]
        taken += _changes(connection, records)
        bodies = [body_of(_row(connection, each.seq).record) for each in taken]
        names = [name for body in bodies for name in names_in(body) + names_in(body.get("set", {}))]
        known = next((p.name for p in parties.people(connection, client) if p.number == person), "")
        place = erasure.place_of_person(connection, client, min(numbers))
        blank = replace(
            _blank(journal, connection, client, numbers),
            person=person,
            person_name=known,
            new_name=f"Person {place}",
            records=tuple(taken),
        )
        return _gathered(journal, connection, blank, list(dict.fromkeys(names)))


def _gathered(journal: Journal, connection: Connection, plan: ErasurePlan, lines: list[str]) -> ErasurePlan:
    """The same with files, drafts, backups, copies, and other places of the words."""
    without = [each.seq for each in plan.records]
    uses = erasure.uses(connection)
    files = files_taken(journal.files, plan, uses, {each: _source(connection, each) for each in without}, lines)
    gone = {each.sha256 for each in files}
    _refuse_held(connection, plan.client, [use.client for use in uses if use.sha256 in gone])
    holding = erasure.holding(connection, lines, without)
    return replace(
        plan,
        files=files,
        copyable=tuple(sorted(copyable(journal, connection, plan, files))),
        reports=reports_hold(lines),
        shared=files_shared(plan, uses),
        imported=any("import" in _source(connection, seq) for seq in without),
        falls=erasure.came_out_of(connection, imports_left_bare(uses, gone), without),
        drafts=find_unsent(journal.log_id, plan.client, [*_numbers(connection, plan.client), *without], lines),
        backups=journal.backups.older(),
        aside=journal.backups.set_aside(),
        copies=_copies(connection, plan.client, min(without)),
        also_in=tuple(seq for seq in holding if _could_go(connection, plan.client, seq)),
        bound_in=tuple(seq for seq in holding if not _could_go(connection, plan.client, seq)),
    )


def _numbers(connection: Connection, client: int) -> list[int]:
    """Of the client's items and people: drafts are kept under them."""
    return erasure.items_of_client(connection, client) + [each.number for each in parties.people(connection, client)]


def _could_go(connection: Connection, client: int, seq: int) -> bool:
    row = _row(connection, seq)
    try:
        refuse_unerasable(row)
    except Refused:
        return False
    return row.client == client


def _copies(connection: Connection, client: int, first: int) -> tuple[CopyGiven, ...]:
    """What the journal itself knows to have left since the words were recorded; an export leaves no entry."""
    found = entries_of_kinds(connection, client, ("report.sent", "journal.anchored"))
    found += entries_of_kinds(connection, JOURNAL, ("journal.checked",))
    people = {person.number: person.name for person in parties.people(connection, client)}
    return tuple(
        CopyGiven(
            entry=each.seq,
            kind=each.kind,
            at=each.happened,
            how=str(each.body.get("how", "")),
            to=people.get(each.body.get("to", 0), ""),
            period=str(each.body.get("period", "")),
        )
        for each in found
        if each.seq > first and "report" not in each.body  # the paper that carries the head is in the list itself
    )


def _changes(connection: Connection, numbers: Sequence[int]) -> list[TakenRecord]:
    found = dict.fromkeys(seq for number in numbers for seq in erasure.changes_of(connection, number))
    return [_taken(connection, _row(connection, seq), TakenAs.CHANGE) for seq in found]


def _blank(journal: Journal, connection: Connection, client: int, asked: Sequence[int]) -> ErasurePlan:
    found = parties.client(connection, client)
    _refuse_held(connection, client, ())
    last = log_table.tail(connection)
    size = last.seq if last else 0
    return ErasurePlan(
        client=client,
        client_name=found.name if found else "",
        asked=tuple(asked),
        size=size,
        head=journal.head_of(connection, size),
    )


def _refuse_held(connection: Connection, client: int, others: Sequence[int]) -> None:
    """A client under legal hold cannot be redacted, not even by a file that his talk shares with another's (4.7)."""
    for number in dict.fromkeys((client, *others)):
        found = parties.client(connection, number)
        if found is not None and found.legal_hold:
            raise Refused(
                "{name} is under legal hold: nothing of this client may be erased. Lift the hold first, when the"
                " matter is over.",
                name=found.name,
            )


def _row(connection: Connection, seq: int) -> Row:
    row = log_table.read(connection, seq)
    if row is None:
        raise Refused("There is no entry {n}. Look at the number again.", n=seq)
    return row


def _taken(connection: Connection, row: Row, taken: TakenAs) -> TakenRecord:
    entry = read_entry(connection, row.seq)
    assert entry is not None
    return TakenRecord(seq=row.seq, kind=row.kind, happened=entry.happened, taken=taken, text=entry.text)


def _source(connection: Connection, seq: int) -> dict[str, object]:
    found = body_of(_row(connection, seq).record).get("source", {})
    return found if isinstance(found, dict) else {}
