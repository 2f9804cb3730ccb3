"""A client's timeline, page by page: entries with their verdicts and the standing of their items (6.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from app.facts.acts import item_begun, whom
from app.facts.entries import Entry
from app.facts.people import Person
from app.facts.timeline import CallStanding, Line
from app.facts.work import AnyItem, Call, Edit
from app.journal.edit_standing import edit_standing
from app.journal.line_view import line_view
from app.rules.calls import remarks_of, summary_told
from app.rules.contact import speaker_at
from app.rules.edits import EditState
from app.rules.view import ClientView
from app.storage.database import Connection
from app.storage.shelf.entries import entries_of_kinds, read_entry
from app.storage.shelf.items import items_numbered

SPOKEN_BY_THEM = frozenset(("message.received", "edit.requested"))
JUDGED_BY_CHANNEL = SPOKEN_BY_THEM | {"message.sent"}


def lines(connection: Connection, client: int, entries: Sequence[Entry], now: datetime) -> tuple[Line, ...]:
    """The entries as lines of the timeline; a handful of look-ups by number, whatever the journal's length."""
    items = items_numbered(connection, sorted(_items_of(entries)))
    view = line_view(connection, client, now, items.values())
    if view is None:
        return ()
    removed = _redactions(connection, view, entries)
    return tuple(_line(connection, view, entry, items, removed) for entry in entries)


def _items_of(entries: Iterable[Entry]) -> set[int]:
    found = set()
    for entry in entries:
        if isinstance(number := entry.body.get("item"), int):
            found.add(number)
        elif item_begun(entry.kind, entry.body):
            found.add(entry.seq)
    return found


def _line(
    connection: Connection, view: ClientView, entry: Entry, items: dict[int, AnyItem], removed: dict[int, int]
) -> Line:
    item = items.get(entry.body.get("item", entry.seq))
    spoke = whom(entry.kind, entry.body)
    voice = entry.kind in SPOKEN_BY_THEM and not _old(view, entry) and view.is_voice(spoke, entry.happened)
    standing = edit_standing(view, item) if isinstance(item, Edit) else None
    contact = view.person(speaker_at(view.snapshot.contacts, view.client.signer, entry.happened))
    return Line(
        entry=entry,
        zone=view.terms.zone,
        person=_person(view, entry, spoke) or contact,
        contact=contact,
        by_voice=voice,
        off_channel=_off_channel(view, entry),
        item=item,
        edit=standing,
        call=_call(view, item),
        reason=_reason(connection, entry),
        redacted_by=removed.get(entry.seq),
        number=_version(view, entry),
        speaks=standing is None or standing.state != EditState.UNCONFIRMED.value,
        people=view.snapshot.people,
    )


def _old(view: ClientView, entry: Entry) -> bool:
    return view.before_us(entry.happened)


def _person(view: ClientView, entry: Entry, spoke: int | None) -> Person | None:
    named = entry.body.get("person", entry.body.get("by"))
    return view.person(spoke if spoke is not None else named if isinstance(named, int) else None)


def _off_channel(view: ClientView, entry: Entry) -> bool:
    channel = entry.body.get("channel")
    if entry.kind not in JUDGED_BY_CHANNEL or not channel or "message" in entry.body or _old(view, entry):
        return False
    agreed = view.agreement_at(entry.happened).terms.agreed_channels
    return bool(agreed) and channel not in {each.channel for each in agreed}


def _call(view: ClientView, item: AnyItem | None) -> CallStanding | None:
    if not isinstance(item, Call) or item.held is None:
        return None
    said = tuple(each.value for each in remarks_of(view, item))
    return CallStanding(summary_told(view, item), item.confirmed.at if item.confirmed else None, said)


def _reason(connection: Connection, entry: Entry) -> str:
    by = entry.retracted_by or (entry.corrected_by[-1] if entry.corrected_by else None)
    found = read_entry(connection, by) if by else None
    return str(found.body.get("reason", "")) if found else ""


def _redactions(connection: Connection, view: ClientView, entries: Sequence[Entry]) -> dict[int, int]:
    if not any(entry.redacted for entry in entries):
        return {}
    found = entries_of_kinds(connection, view.client.number, ("journal.redacted",))
    return {int(each.body.get("seq", 0)): each.seq for each in found}


def _version(view: ClientView, entry: Entry) -> int:
    number = entry.body.get("item", entry.seq) if entry.kind.startswith("agreement.") else 0
    return next((each.number for each in view.snapshot.agreements if each.entry == number), 0)
