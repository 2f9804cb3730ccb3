"""Gathers who holds which head, by the journal's own entries: sheets and mails given, replies that quote it (4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.facts.vouching import HeadHeld, Vouched, Vouching, rungs
from app.ledger.head import Head
from app.ledger.quotes import quoted_heads
from app.storage import log_table
from app.storage.database import Connection
from app.storage.shelf import parties
from app.storage.shelf.entries import read_entry
from app.storage.shelf.search import search

if TYPE_CHECKING:
    from app.journal.journal import Journal

_BY_HOW = {"reply": Vouched.ACKNOWLEDGED, "stamp": Vouched.TIMED}
_ENOUGH_REPLIES = 20


def vouching(journal: Journal) -> Vouching:
    """The ladder of the whole journal and every head that somebody else holds, newest first."""
    size, head = journal.size_and_head()
    found = anchors_of(journal)
    return Vouching(entries=size, head=head, heads=found, rungs=rungs(size, found))


def anchors_of(journal: Journal, client: int | None = None) -> tuple[HeadHeld, ...]:
    """Heads held, newest first; of one client when asked."""
    recorded = [each for each in journal.evidence.anchors() if client in (None, each["client"])]
    with journal.look() as connection:
        own = heads_at(connection, {int(each["size"]) for each in recorded})
        made = [_held(connection, each, own) for each in recorded]
    return tuple(reversed(made))


def heads_at(connection: Connection, sizes: Iterable[int]) -> dict[int, str]:
    """H_n of this journal for each n asked for, in one pass; those beyond its end are left out."""
    wanted = sorted(set(sizes))
    found = {0: Head().hex()} if wanted[:1] == [0] else {}
    head, done = Head(), 0
    for digests in log_table.digests(connection, wanted[-1] if wanted else 0):
        stops = [size for size in wanted if done < size <= done + len(digests)]
        taken = 0
        for stop in stops:
            head.add_all(digests[taken : stop - done])
            taken = stop - done
            found[stop] = head.hex()
        head.add_all(digests[taken:])
        done += len(digests)
    return found


def _held(connection: Connection, anchor: Mapping[str, Any], own: Mapping[int, str]) -> HeadHeld:
    client = parties.client(connection, anchor["client"])
    given = read_entry(connection, anchor["report"]) if anchor.get("report") else None
    body = given.body if given else {}
    verdict = _BY_HOW.get(anchor["how"], Vouched.HELD)
    reply = anchor.get("message") if anchor["how"] == "reply" else _quoted(connection, anchor)
    if verdict is Vouched.HELD and reply:
        verdict = Vouched.ACKNOWLEDGED
    return HeadHeld(
        entry=anchor["entry"],
        client=anchor["client"],
        client_name=client.name if client else "",
        how=anchor["how"],
        at=anchor["at"],
        size=anchor["size"],
        head=anchor["head"],
        verdict=verdict,
        person=_person(connection, anchor),
        channel=str(body.get("channel", "")),
        period=str(body.get("period", "")),
        report=anchor.get("report"),
        reply=reply,
        authority=anchor.get("authority", ""),
        differs=own.get(anchor["size"]) != anchor["head"],
    )


def _quoted(connection: Connection, anchor: Mapping[str, Any]) -> int | None:
    """The first later message of the client that holds these 64 digits, shown by a source of class A or B."""
    hits = search(connection, anchor["head"][:8], anchor["client"], _ENOUGH_REPLIES)
    return min(
        (
            hit.seq
            for hit in hits
            if hit.retracted_by is None
            and hit.seq > anchor["size"]
            and anchor["head"] in quoted_heads(hit.kind, hit.body)
        ),
        default=None,
    )


def _person(connection: Connection, anchor: Mapping[str, Any]) -> str:
    people = parties.people(connection, anchor["client"]) if anchor.get("to") else ()
    return next((person.name for person in people if person.number == anchor["to"]), "")
