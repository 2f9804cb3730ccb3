"""What was recorded by mistake a moment ago is taken back: every entry of that act at once, as retractions (1.3b)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.facts.entries import Entry

if TYPE_CHECKING:
    from app.journal.journal import Journal

_STAYS = "journal."
"""What the program noted by itself in the same act stays true."""
_NEVER = frozenset(("client.added", "file.imported", "entry.corrected", "entry.retracted"))


def may_be_taken_back(journal: Journal, numbers: Sequence[int]) -> bool:
    """Whether every entry of an act can be retracted; nothing of an act is taken back by halves."""
    entries = _entries(journal, numbers)
    return bool(entries) and all(each.kind not in _NEVER and each.retracted_by is None for each in entries)


def take_back(journal: Journal, numbers: Sequence[int], reason: str) -> tuple[int, ...]:
    """Retract the entries of one act in one act, the last one first; a mark is taken off again.

    Gives the numbers of the retractions. Raises Refused where one of them cannot be taken back.
    """
    with journal.act():
        entries = _entries(journal, numbers)
        if not entries:
            raise Refused("There is nothing to take back.")
        return tuple(_retract(journal, each, reason) for each in reversed(entries))


def _retract(journal: Journal, entry: Entry, reason: str) -> int:
    if entry.kind == "message.marked":
        return journal.record("message.marked", entry.client, _unmarked(entry.body))
    return journal.talk.retract(entry.client, entry.seq, reason)


def _unmarked(body: dict[str, Any]) -> dict[str, Any]:
    """A mark is not retracted but marked anew (C4): what was set is dropped, what was dropped is set."""
    if "set" in body:
        return {"of": body["of"], "drop": list(body["set"])}
    return {"of": body["of"], "set": dict.fromkeys(body["drop"], True)}


def _entries(journal: Journal, numbers: Sequence[int]) -> list[Entry]:
    found = [journal.reading.entry(number) for number in numbers]
    return [each for each in found if not each.kind.startswith(_STAYS)]
