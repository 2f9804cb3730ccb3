"""What a client confirmed, and with which entry: a step of its own, or a reply that quotes a paper's head (4.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.facts.vouching import HeadHeld
from app.journal.vouching import anchors_of
from app.storage.shelf import confirmations as shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.facts.entries import Entry
    from app.journal.journal import Journal


def confirmations(journal: Journal, client: int) -> dict[int, int]:
    """The entry that confirmed each one of the client's that he confirmed."""
    with journal.look() as connection:
        found = shelf.confirmations(connection, client)
    return found | papers_confirmed(anchors_of(journal, client))


def confirmed_by(journal: Journal, entry: Entry) -> int | None:
    """The entry with which the client confirmed this one; None where he did not."""
    if entry.kind == "report.sent":
        return papers_confirmed(anchors_of(journal, entry.client)).get(entry.seq)
    with journal.look() as connection:
        return shelf.confirmations_about(connection, entry.seq).get(entry.seq)


def how_many_confirmed(journal: Journal, heads: Iterable[HeadHeld]) -> int:
    """Entries that a client confirmed, in the whole journal; `heads` are all that are held."""
    with journal.look() as connection:
        return len(shelf.confirmations(connection) | papers_confirmed(heads))


def papers_confirmed(heads: Iterable[HeadHeld]) -> dict[int, int]:
    """Papers whose head a message of the client quotes, and that message."""
    return {head.report: head.reply for head in heads if head.report and head.reply and not head.differs}
