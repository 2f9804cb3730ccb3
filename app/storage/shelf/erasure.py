"""Questions before an erasure: what hangs on a record, who uses a file, where else the words stand (4.7)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from app.ledger.named_files import SOURCE_USES
from app.storage.connection import Connection
from app.storage.shelf.entries import body_of


class Use(Struct, frozen=True, kw_only=True):
    """A standing record names a file."""

    seq: int
    client: int
    kind: str
    sha256: str
    name: str
    size: int
    is_source: bool
    chat: str = ""
    """Of an import: the id of the chat."""


def changes_of(connection: Connection, seq: int) -> list[int]:
    """The corrections and retractions of an entry that still hold words."""
    rows = connection.exec_driver_sql(
        "SELECT log.seq FROM link JOIN log ON log.seq = link.seq WHERE link.target = ? AND link.how = 'of'"
        " AND log.kind IN ('entry.corrected', 'entry.retracted') AND log.record IS NOT NULL ORDER BY log.seq",
        (seq,),
    )
    return list(rows.scalars())


def records_of_person(connection: Connection, client: int, person: int) -> list[int]:
    """person.added, .changed and .joined of one number, the earlier new names left alone."""
    rows = connection.exec_driver_sql(
        "SELECT seq, record FROM log WHERE client = ? AND kind IN ('person.added', 'person.changed', 'person.joined')"
        " AND record IS NOT NULL ORDER BY seq",
        (client,),
    )
    return [seq for seq, record in rows if person in (seq, body_of(record).get("person"))]


def joined(connection: Connection, client: int, person: int) -> tuple[int, ...]:
    """All numbers under which the same person stands, the one asked for first."""
    rows = connection.exec_driver_sql(
        "SELECT record FROM log WHERE client = ? AND kind = 'person.joined' AND record IS NOT NULL", (client,)
    )
    pairs = [(body["person"], body["other"]) for (record,) in rows if (body := body_of(record))]
    found = [person]
    for each in found:
        found += [b for pair in pairs for a, b in (pair, pair[::-1]) if a == each and b not in found]
    return tuple(dict.fromkeys(found))


def place_of_person(connection: Connection, client: int, person: int) -> int:
    """Counting within the client: 1 for the first person added there (4.7)."""
    count = "SELECT count(*) FROM log WHERE client = ? AND kind = 'person.added' AND seq <= ?"
    return int(connection.exec_driver_sql(count, (client, person)).scalar_one())


def items_of_client(connection: Connection, client: int) -> list[int]:
    """The numbers of a client's items."""
    return list(connection.exec_driver_sql("SELECT number FROM item WHERE client = ?", (client,)).scalars())


def uses(connection: Connection) -> list[Use]:
    """Every file that a standing record names, corrections included."""
    rows = connection.exec_driver_sql(
        "SELECT seq, client, kind, record FROM log"
        " WHERE record IS NOT NULL AND instr(record, CAST('\"attachments\":' AS BLOB)) > 0 ORDER BY seq"
    )
    return [use for row in rows if row[2] != "journal.redacted" for use in _uses(*row)]


def _uses(seq: int, client: int, kind: str, record: bytes) -> Iterator[Use]:
    body = body_of(record)
    chat = body.get("choices", {}).get("chat", {}) if kind == "file.imported" else {}
    for file in [*body.get("attachments", ()), *body.get("set", {}).get("attachments", ())]:
        if "sha256" in file:
            yield Use(
                seq=seq,
                client=client,
                kind=kind,
                sha256=file["sha256"],
                name=str(file.get("name", "")),
                size=int(file.get("size", 0)),
                is_source=file.get("use") in SOURCE_USES,
                chat=str(chat.get("id") or chat.get("name") or "") if isinstance(chat, dict) else "",
            )


def came_out_of(connection: Connection, imports: Sequence[int], without: Sequence[int]) -> int:
    """How many standing entries came out of these imports, those of `without` left out."""
    if not imports:
        return 0
    marks = ", ".join("?" * len(imports))
    rows = connection.exec_driver_sql(
        "SELECT log.seq FROM log WHERE log.record IS NOT NULL"
        " AND instr(log.record, CAST('\"source\":{' AS BLOB)) > 0"
        f" AND json_extract(CAST(log.record AS TEXT), '$.body.source.import') IN ({marks})",
        tuple(imports),
    )
    return len(set(rows.scalars()) - set(without))


def holding(connection: Connection, needles: Sequence[str], without: Sequence[int]) -> list[int]:
    """The standing entries of all clients that hold one of the texts, as their bytes have it."""
    found: set[int] = set()
    forms = [json.dumps(needle, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass") for needle in needles]
    for start in range(0, len(forms), 50):
        escaped = tuple(forms[start : start + 50])
        any_of = " OR ".join(("instr(record, ?) > 0",) * len(escaped))
        found.update(connection.exec_driver_sql(f"SELECT seq FROM log WHERE {any_of}", escaped).scalars())
    return sorted(found - set(without))


def sourceless_imports(connection: Connection) -> set[int]:
    """The imports whose files were erased: what came out of them rests on the owner's word (class D, 4.7).

    Not so where a copy without the passage was kept in their place.
    """
    rows = connection.exec_driver_sql("SELECT record FROM log WHERE kind = 'journal.redacted'")
    erasures = [body_of(record) for (record,) in rows]
    gone = {sha256 for body in erasures for sha256 in body.get("attachments", ())}
    if not gone:
        return set()
    bare = {int(body["seq"]) for body in erasures if body["erased_kind"] == "file.imported"}
    standing = connection.exec_driver_sql(
        "SELECT log.seq, log.record FROM entry JOIN log ON log.seq = entry.seq WHERE entry.kind = 'file.imported'"
        " AND entry.kind NOT IN ('message.sent', 'message.received')"
    )
    copies: dict[int, int] = {}
    for seq, record in standing:
        body = body_of(record)
        if "instead_of" in body:
            copies[body["instead_of"]] = seq
        files: list[dict[str, Any]] = body.get("attachments", [])
        kept = {file["sha256"] for file in files if file.get("use") in SOURCE_USES and "sha256" in file}
        # An export of everything may go while the chat's own bytes, cut out of it, stay.
        if kept and kept <= gone:
            bare.add(seq)
    return {seq for seq in bare if _last_copy(seq, copies) in bare}


def _last_copy(seq: int, copies: dict[int, int]) -> int:
    """The import that now stands for this one: of a copy without an erased passage, or of a copy of that."""
    while seq in copies and copies[seq] > seq:
        seq = copies[seq]
    return seq


def redactions_of(connection: Connection, records: Sequence[int]) -> tuple[int, ...]:
    """The journal.redacted entries that name these records."""
    rows = connection.exec_driver_sql("SELECT seq, record FROM log WHERE kind = 'journal.redacted' ORDER BY seq")
    return tuple(seq for seq, record in rows if body_of(record).get("seq") in records)
