"""The bodies of journal.redacted: what is said for ever about a record whose bytes are dropped (4-evidence 4.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.errors import Refused
from app.facts.erasure import Grounds
from app.storage.log_table import Row

KIND = "journal.redacted"

_COUNTED_BY = ("client.added", "agreement.made", "owner.changed")
_OF_ANOTHER = ("entry.corrected", "entry.retracted")


def redaction(row: Row, grounds: Grounds, attachments: Sequence[str]) -> dict[str, Any]:
    """The body for one record; its attachments by their hashes, because a name may be what is erased."""
    return {
        "seq": row.seq,
        "cseq": row.cseq,
        "sha256": row.sha256.hex(),
        "erased_kind": row.kind,
        "reason": grounds.reason.strip(),
        "basis": grounds.basis.strip(),
        "asked_by": grounds.asked_by,
        "attachments": sorted(attachments),
    }


def refuse_unerasable(row: Row) -> None:
    """Refused for what the journal counts by, and for what goes only together with something else (4.7)."""
    if row.record is None:
        raise Refused("Entry {n} was erased already.", n=row.seq)
    if row.kind.startswith("journal."):
        raise Refused("Entry {n} is about the journal itself and holds no words of a client. Leave it away.", n=row.seq)
    if row.kind.startswith("person."):
        raise Refused("Entry {n} is about a person. Take the name away from the person instead.", n=row.seq)
    if row.kind in _OF_ANOTHER:
        raise Refused(
            "Entry {n} changes another entry and goes together with that. Name the entry it changes.", n=row.seq
        )
    if row.kind in _COUNTED_BY:
        raise Refused(
            "Entry {n} cannot be erased: the journal counts by it. Record what holds now, and erase the entries"
            " that only hold words.",
            n=row.seq,
        )


_LEAST = 12
"""Characters; a shorter line stands in too many places to say that it is the same words."""
_NOT_WORDS = frozenset(("happened", "source", "sha256", "address", "shown", "closing", "zone", "rule", "type", "use"))


def lines_in(value: object) -> list[str]:
    """The lines of a body that are long enough to be known again elsewhere; each once."""
    return list(dict.fromkeys(_lines(value)))


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (line for each in value.splitlines() if len(line := each.strip()) >= _LEAST)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _NOT_WORDS:
                yield from _lines(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _lines(inner)


def names_in(body: Mapping[str, Any]) -> list[str]:
    """What of a person.* body leads to the person: the name and the addresses."""
    found = [body.get("name"), *(each.get("address") for each in body.get("addresses", ()))]
    return [each for each in found if isinstance(each, str) and each]
