"""The only room that writes the derived tables: records in, rows out, in the transaction that appended them (7.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.facts.acts import item_begun, side_of
from app.ledger.record import Record
from app.storage.apply.amend import amend
from app.storage.apply.items import refold_item
from app.storage.apply.lines import (
    Line,
    insert_lines,
    insert_links,
    insert_words,
    line_of,
    links_of,
    words_of,
)
from app.storage.apply.parties import CLIENT_KINDS, refold_client, refold_owner
from app.storage.apply.people import (
    CONTACT_KINDS,
    refold_agreement,
    refold_contacts,
    refold_person,
    refold_report,
    refold_snooze,
)
from app.storage.connection import Connection

Thing = tuple[str, int]
"""What has to be worked out anew: the name of a fold and the number it takes."""

_FOLDS: dict[str, Callable[[Connection, int], None]] = {
    "owner": lambda connection, _: refold_owner(connection),
    "client": refold_client,
    "person": refold_person,
    "contacts": refold_contacts,
    "agreement": refold_agreement,
    "item": refold_item,
    "report": refold_report,
    "snooze": refold_snooze,
}
_AMENDING = frozenset(("entry.corrected", "entry.retracted", "message.marked"))


def apply(connection: Connection, records: Sequence[Record]) -> None:
    """Lay new records out in the tables, then work out anew what they touch."""
    lines: list[Line] = []
    links: list[tuple[int, str, int]] = []
    words: list[tuple[int, str, str]] = []
    for record in records:
        line = line_of(record.seq, record.client, record.kind, record.rec_utc, record.body)
        lines.append(line)
        links.extend(links_of(record.seq, record.body))
        words.append(words_of(line, record.body))
    insert_lines(connection, lines)
    insert_links(connection, links)
    insert_words(connection, words)
    touched = dict.fromkeys(thing for record in records for thing in _touched(connection, record))
    _refold(connection, touched)


def rebuild(connection: Connection, batches: Iterable[Sequence[Record]]) -> None:
    """Lay the whole log out in empty tables; the same folds as `apply`, so the result is the same."""
    for records in batches:
        apply(connection, records)


def _refold(connection: Connection, touched: Iterable[Thing]) -> None:
    for name, number in touched:
        _FOLDS[name](connection, number)


def _touched(connection: Connection, record: Record) -> list[Thing]:
    """Everything whose row depends on this record; corrections are worked into the lines on the way."""
    kind, body = record.kind, record.body
    things = _own(kind, record.client, record.seq)
    if kind in ("person.changed", "person.anonymised"):
        things.append(("person", body["person"]))
    if "item" in body:
        things.append(("agreement" if kind == "agreement.confirmed" else "item", body["item"]))
    elif item_begun(kind, body):
        things.append(("item", record.seq))
    if "about" in body and side_of(kind, body) == 1:
        things.extend(("item", number) for number in body["about"])
    if kind in _AMENDING:
        of = body["of"]
        for target in [of] if isinstance(of, int) else of:
            things.extend(_amended(connection, target))
    return things


def _own(kind: str, client: int, seq: int) -> list[Thing]:
    """The things that an entry of this kind makes or changes by itself."""
    if kind in ("journal.opened", "owner.changed"):
        return [("owner", 0)]
    if kind in CLIENT_KINDS:
        return [("client", client)]
    if kind in CONTACT_KINDS:
        return [("contacts", client)]
    if kind == "person.added":
        return [("person", seq)]
    if kind == "agreement.made":
        return [("agreement", seq), ("client", client)]
    if kind == "report.sent":
        return [("report", seq)]
    return [("snooze", seq)] if kind in ("flag.snoozed", "flag.dismissed") else []


def _amended(connection: Connection, target: int) -> list[Thing]:
    """Work a correction, a mark or a retraction into its entry, and name what has to follow."""
    before = _named(connection, target, "about")
    persons = _named(connection, target, "person")
    line = amend(connection, target)
    if line is None:
        return []
    things = _own(line.kind, line.client, target)
    if line.item == target:
        followers = connection.exec_driver_sql("SELECT seq FROM entry WHERE item = ? AND seq != item", (target,)).all()
        for (seq,) in followers:
            amend(connection, seq)
    if line.item is not None:
        things.append(("agreement" if line.kind == "agreement.confirmed" else "item", line.item))
    if line.kind in ("person.changed", "person.anonymised"):
        persons += _named(connection, target, "person")
        things.extend(("person", number) for number in dict.fromkeys(persons))
    if line.kind == "owner.changed":
        clients = connection.exec_driver_sql("SELECT number FROM party WHERE number > 0").all()
        things.extend(("contacts", number) for (number,) in clients)
    if line.kind == "agreement.made":
        things.append(("contacts", line.client))
    after = _named(connection, target, "about")
    things.extend(("item", number) for number in dict.fromkeys([*before, *after]))
    return things


def _named(connection: Connection, seq: int, how: str) -> list[int]:
    """The entries that `seq` names."""
    rows = connection.exec_driver_sql("SELECT target FROM link WHERE seq = ? AND how = ?", (seq, how))
    return list(rows.scalars())
