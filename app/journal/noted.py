"""What the journal says of itself: a backup restored, a clock set back, a key changed; newest first (6.9)."""

from __future__ import annotations

from app.facts.entries import Entry
from app.facts.evidence import Noted, Sentence
from app.journal.journal import Journal
from app.ledger.log import JOURNAL
from app.storage.shelf.entries import entries_of_kinds
from app.words import N_

_RESTORED = {
    "backup": N_("A backup was restored: the journal once went on to entry {expected}, this one ended with {found}."),
    "other_computer": N_(
        "The journal came from another computer: here it went on to entry {expected}, that one ended with {found}."
    ),
    "unknown": N_("The journal came back with {found} entries, it once had {expected}; nobody said why."),
}
_CLOCK = N_("The clock of the computer stood earlier than at the entry before.")
_KEY = N_("The key was changed; from here on the new one signs.")
_KEY_LOST = N_("The key was changed, because the old one was lost; from here on the new one signs.")


def noted(journal: Journal) -> tuple[Noted, ...]:
    """Every such entry as a sentence with its number and time."""
    with journal.look() as connection:
        kinds = ("journal.restored", "journal.clock_noted", "journal.key_changed")
        entries = entries_of_kinds(connection, JOURNAL, kinds)
    return tuple(Noted(entry.seq, entry.recorded, _sentence(entry)) for entry in reversed(entries))


def _sentence(entry: Entry) -> Sentence:
    body = entry.body
    if entry.kind == "journal.restored":
        values = {"expected": body["expected_size"], "found": body["found_size"]}
        return Sentence(_RESTORED[body["said"]], values)
    if entry.kind == "journal.key_changed":
        return Sentence(_KEY_LOST if body.get("old_key_lost") else _KEY, {})
    return Sentence(_CLOCK, {})
