"""An anchor written down by hand: "the client holds the sheet of week 47" (4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Refused
from app.facts.entries import Entry
from app.ledger.findings import Held
from app.storage.shelf.entries import entries_of_kinds

if TYPE_CHECKING:
    from app.journal.journal import Journal


def anchor_by_hand(journal: Journal, client: int, held: Held | None, period: str, to: int | None) -> int:
    """Write it; without a head the one that the paper of that period was given with.

    Refused where this journal has another head at that size: a slip of the pen is likelier than a forged journal.
    """
    journal.clients.get(client)
    report = _report(journal, client, period) if period else None
    if held is None:
        held = _head_of(report, period)
    size, _ = journal.size_and_head()
    if held.size > size:
        raise Refused("The journal has {n} entries only. Look at the number on the paper once more.", n=size)
    with journal.look() as connection:
        own = journal.head_of(connection, held.size)
    if own != held.head:
        raise Refused(
            "This journal has another head after entry {n}. Compare the digits once more; if they are the ones on"
            " the paper, keep the paper and verify the journal with it.",
            n=held.size,
        )
    return journal.evidence.anchor(
        client, "by_hand", held.size, held.head, report=report.seq if report else None, to=to
    )


def _report(journal: Journal, client: int, period: str) -> Entry | None:
    """The newest paper of that period that was written down as given."""
    with journal.look() as connection:
        given = entries_of_kinds(connection, client, ("report.sent",))
    return next((each for each in reversed(given) if each.body.get("period") == period), None)


def _head_of(report: Entry | None, period: str) -> Held:
    if report is None or "head" not in report.body:
        raise Refused(
            "No paper of {period} with a head was written down as given. Type the head that is on the paper.",
            period=period,
        )
    return Held(int(report.body["size"]), str(report.body["head"]))
