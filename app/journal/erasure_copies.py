"""Copies of imported files without what is erased, where the owner wants them kept instead of dropped (4.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from msgspec import Struct

from app.exchange.telegram.leaving_out import copy_without
from app.facts.erasure import ErasurePlan, TakenFile
from app.facts.wall_time import zone_named
from app.ledger.redaction import lines_in
from app.storage import log_table
from app.storage.database import Connection
from app.storage.erasure import holds_any
from app.storage.shelf.entries import body_of
from app.storage.shelf.erasure import Use, uses

if TYPE_CHECKING:
    from app.journal.act import Act
    from app.journal.journal import Journal

LARGEST: int = 256 << 20
"""Bytes of a file that is copied while its owner looks on; a larger one is dropped."""
_PARSER = "telegram"


class Copy(Struct, frozen=True, kw_only=True):
    """A copy on the shelf: of which file, by which import, how many messages it leaves out."""

    import_entry: int
    name: str
    sha256: str
    size: int
    left_out: int


def copyable(journal: Journal, connection: Connection, plan: ErasurePlan, files: Sequence[TakenFile]) -> set[str]:
    """The imported files of which a copy without the words can be made; each is tried, and nothing is kept."""
    if plan.person:
        return set()
    found = set()
    for use in _chats(connection, plan, {each.sha256 for each in files if each.is_source}):
        with _cleared(journal, connection, plan, use) as (_, left_out):
            if left_out:
                found.add(use.sha256)
    return found


def make_copies(journal: Journal, plan: ErasurePlan) -> tuple[Copy, ...]:
    """The copies, on the shelf before an entry names them."""
    made = []
    with journal.look() as connection:
        for use in _chats(connection, plan, set(plan.copyable)):
            with _cleared(journal, connection, plan, use) as (scratch, left_out):
                kept = journal.files.keep(scratch)
            made.append(
                Copy(import_entry=use.seq, name=use.name, sha256=kept.sha256, size=kept.size, left_out=left_out)
            )
    return tuple(made)


def note_copies(act: Act, client: int, copies: Sequence[Copy]) -> tuple[int, ...]:
    """An entry for each: what was imported then stands in this file now. Gives their numbers."""
    return tuple(
        act.note("file.imported", _body(_body_at(act.connection, each.import_entry), each), client) for each in copies
    )


def _body(imported: Mapping[str, Any], copy: Copy) -> dict[str, Any]:
    """The body of the import again, of the copy: the same parser and choices, its own hash and counts."""
    file = {"sha256": copy.sha256, "size": copy.size, "name": copy.name}
    again = {key: imported[key] for key in ("parser", "choices") if key in imported}
    counts = {"messages": imported["counts"].get("messages", 0) - copy.left_out, "left_out": copy.left_out}
    return {
        **file,
        **again,
        "counts": {key: count for key, count in counts.items() if count > 0},
        "instead_of": copy.import_entry,
        "attachments": [{**file, "use": "source"}],
    }


def _chats(connection: Connection, plan: ErasurePlan, wanted: Collection[str]) -> list[Use]:
    """The imports of this client that name one of those files; each file once."""
    found: dict[str, Use] = {}
    for use in uses(connection):
        if use.sha256 in wanted and use.client == plan.client and use.kind == "file.imported" and use.is_source:
            found.setdefault(use.sha256, use)
    return list(found.values())


@contextmanager
def _cleared(journal: Journal, connection: Connection, plan: ErasurePlan, use: Use) -> Iterator[tuple[BinaryIO, int]]:
    """The copy in a scratch file, and how many messages it leaves out: 0 where no copy can be without the words."""
    imported, path = _body_at(connection, use.seq), journal.files.path_of(use.sha256)
    bodies = [_body_at(connection, each.seq) for each in plan.records]
    ids = {str(body["source"]["id"]) for body in bodies if "id" in body.get("source", {})}
    zone = imported.get("choices", {}).get("zone")
    with TemporaryFile(dir=journal.path.parent) as file:
        scratch, left_out = cast(BinaryIO, file), 0
        if imported.get("parser", {}).get("name") == _PARSER and path.is_file() and use.size <= LARGEST:
            left_out = copy_without(path, ids, zone_named(zone) if zone else None, scratch)
        scratch.seek(0)
        if left_out and holds_any(scratch, lines_in(bodies)):
            left_out = 0
        scratch.seek(0)
        yield scratch, left_out


def _body_at(connection: Connection, seq: int) -> dict[str, Any]:
    row = log_table.read(connection, seq)
    return body_of(row.record) if row else {}
