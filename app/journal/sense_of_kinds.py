"""What single kinds refuse beyond what all do: a second contact, terms that contradict, an answer to nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from app.errors import Refused
from app.facts.calendar_body import calendar_of, public_holidays
from app.facts.terms import Terms
from app.facts.wall_time import local_date, start_instant
from app.facts.work import Request
from app.journal.zones import zone_of_dates
from app.rules.terms_sense import refuse_nonsense
from app.storage.shelf.entries import read_entry
from app.storage.shelf.items import item
from app.storage.shelf.parties import OWNER, contacts, party_body

if TYPE_CHECKING:
    from app.journal.act import Act

Body = dict[str, Any]


def _owner(act: Act, number: int | None, body: Body) -> None:
    """The calendar that the owner's entries would leave must be one (W1)."""
    whole = {k: v for k, v in party_body(act.connection, OWNER).items() if k not in body.get("drop", ())} | body
    if "hours" in whole or "zone" in whole:
        calendar_of(
            zone=whole.get("zone", "UTC"),
            hours=whole.get("hours", {"mon": [["09:00", "18:00"]]}),
            days_off=whole.get("days_off", ()),
            extra_days=whole.get("extra_days", ()),
            holidays=whole.get("holidays"),
        )


def _client(act: Act, number: int | None, body: Body) -> None:
    public_holidays(body.get("holidays", {}))
    contract = body.get("contract", {})
    first, last = contract.get("from"), contract.get("to")
    if first and last and last < first:
        raise Refused(
            "The contract ends on {last}, before it begins on {first}. Correct one of the two.",
            last=date.fromisoformat(last),
            first=date.fromisoformat(first),
        )


def _contact(act: Act, number: int | None, body: Body) -> None:
    """Only a past overlap is refused: designating ends the running period in the same act (D6, D8)."""
    assert number is not None
    since = instant_or_day(body["since"], zone_of(act, number))
    until = instant_or_day(body["until"], zone_of(act, number)) if "until" in body else None
    if until is None and "then" in body:
        raise Refused("Somebody can only follow where the time ends. Say until when this person is the contact.")
    if until is not None and until <= since:
        raise Refused("The contact's time ends before it begins. Correct one of the two dates.")
    for period in contacts(act.connection, number):
        if period.entry == act.corrects:
            continue
        over = period.until is not None and period.until <= since
        ahead = until is not None and until <= period.since
        runs_on = period.until is None and period.since < since
        if not over and not ahead and not runs_on:
            raise Refused(
                "Only one person can speak at a time. Somebody else is the contact from {since}; end that first.",
                since=local_date(zone_of(act, number), period.since),
            )


def _contact_ended(act: Act, number: int | None, body: Body) -> None:
    assert number is not None
    until = instant_or_day(body["until"], zone_of(act, number))
    periods = [p for p in contacts(act.connection, number) if p.person == body["person"]]
    again = act.corrects is not None  # the end that is corrected has ended the period already
    if not any(p.since < until and (again or p.until is None or p.until > until) for p in periods):
        raise Refused("This person is not the contact at that time, so it cannot end. Name another date or person.")


def _agreement(act: Act, number: int | None, body: Body) -> None:
    refuse_nonsense(msgspec.convert(body, Terms))


def _agreement_confirmed(act: Act, number: int | None, body: Body) -> None:
    entry = read_entry(act.connection, body["item"])
    if entry is None or entry.kind != "agreement.made" or entry.client != number:
        raise Refused("Entry {item} is not an agreement of this client. Record the agreement first.", item=body["item"])


def _held(act: Act, number: int | None, body: Body) -> None:
    minutes = body.get("minutes")
    if minutes is not None and body.get("off_topic_minutes", 0) > minutes:
        raise Refused("There are more minutes off topic than minutes. Correct one of the two.")


def _promise(act: Act, number: int | None, body: Body) -> None:
    day = date.fromisoformat(body["on"])
    if datetime.fromisoformat(body["closing"]) < start_instant(body["zone"], day):
        raise Refused("The promise closes before its day, {on}, begins. Correct the closing.", on=day)


def _request(act: Act, number: int | None, body: Body) -> None:
    numbers = [each["n"] for each in body["items"]]
    if len(set(numbers)) != len(numbers):
        raise Refused("Two lines of the request have the same number. Number them apart.")


def _answered(act: Act, number: int | None, body: Body) -> None:
    found = item(act.connection, body["item"])
    asked = {each.n for each in found.items} if isinstance(found, Request) else set()
    for n in body.get("items", ()):
        if n not in asked:
            raise Refused("The request has no line {n}.", n=n)


def zone_of(act: Act, number: int) -> str:
    """The zone of dates of a client at this moment."""
    return zone_of_dates(act.connection, number, act.now)


def instant_or_day(text: str, zone: str) -> datetime:
    """`since` and `until` (D8): a date is 00:00 in the zone of dates."""
    if "T" in text:
        return datetime.fromisoformat(text).astimezone(UTC)
    return start_instant(zone, date.fromisoformat(text))


KINDS: dict[str, Callable[[Act, int | None, Body], None]] = {
    "owner.changed": _owner,
    "client.added": _client,
    "client.changed": _client,
    "contact.designated": _contact,
    "contact.ended": _contact_ended,
    "agreement.made": _agreement,
    "agreement.confirmed": _agreement_confirmed,
    "edit.promised": _promise,
    "call.held": _held,
    "request.made": _request,
    "request.answered": _answered,
}
