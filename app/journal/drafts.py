"""What a message to a client needs: contact, ladder, reasons it clears, and the values of its draft (3.3, 6.7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from app.facts.calendar_body import minute_of
from app.facts.flags import Flag, Severity, Suggested, Value
from app.facts.letter import Clearable, Letter, NewDate, Step
from app.facts.people import Owner
from app.facts.snapshot import Snapshot
from app.facts.work import AnyItem, Call, CountedDay, Edit, Request
from app.journal.their_clock import their_clock
from app.rules.channels import ladder, ladder_channel, usual_channel
from app.rules.flags import flags as every_flag
from app.rules.flags.cards import is_listed
from app.rules.promises import CountLine, promise
from app.rules.requests import reminder_days
from app.rules.view import ClientView
from app.rules.working_time import next_working_day

NEW_DATE_RULES = ("F3", "F5")
"""A message clears them by telling a date; F4 does so once it is late."""

DONE_HERE = ("F11",)
"""Reasons that are cleared by an entry of mine: there is nothing to write."""

_RENAMED = {"title": "item", "person": "asked_by", "items": "missing", "last": "since"}
_PASSED = ("due", "since", "quote", "channel", "at", "topics", "week", "metric", "value", "off")
_OLD_DATE_DRAFTS = ("f4_moved",)


def letter(snapshot: Snapshot, wanted: Sequence[str], now: datetime) -> Letter:
    """The message that would clear the reasons whose keys are `wanted`, the worst of them first."""
    view, flags = ClientView(snapshot, now), every_flag((snapshot,), now)
    listed = [flag for flag in flags if is_listed(flag)]
    first = next((flag for flag in listed if flag.key in wanted), None)
    period = next((each for each in reversed(snapshot.contacts) if each.since <= view.now), None)
    steps = _steps(view, first)
    values, count = draft_values(view, snapshot.owner, first)
    return Letter(
        now=view.now,
        client=view.client,
        contact=view.person(view.speaker),
        contact_since=view.day_of(period.since) if period and period.person == view.speaker else None,
        clock=their_clock(view),
        zone=view.terms.zone,
        owner=snapshot.owner.name,
        steps=steps,
        channel=_channel(view, first, steps),
        clearable=tuple(Clearable(flag=flag, date=_new_date(view, flag)) for flag in listed if flag.cleared_by_message),
        items=tuple(each for each in view.items.values() if each.open and each.begun <= view.now),
        silent_until=_silent_until(view, first, steps),
        paused_until=view.paused_until,
        draft=first.draft if first and first.rule not in DONE_HERE else "",
        values=values,
        count=count,
    )


def draft_values(view: ClientView, owner: Owner, flag: Flag | None) -> tuple[dict[str, Value], tuple[CountedDay, ...]]:
    """The values of a reason's draft by the names of its placeholders; what is not known is left out."""
    contact = view.person(view.speaker)
    found: dict[str, Value] = {"owner": owner.name, "client": view.client.name}
    if contact:
        found["called"] = contact.short
    if flag is None:
        return found, ()
    item = view.items.get(flag.item or 0)
    found |= _of_reason(view, flag, item)
    new = _new_date(view, flag) or (_date_of(view, item) if flag.rule == "F7" and isinstance(item, Edit) else None)
    if new is not None:
        found["due"] = new.on
    return found, new.count if new else ()


def _of_reason(view: ClientView, flag: Flag, item: AnyItem | None) -> dict[str, Value]:
    passed = {name: value for name, value in flag.reason.values.items() if name in _RENAMED or name in _PASSED}
    found = {_RENAMED.get(name, name): value for name, value in passed.items()}
    if item is not None:
        found |= _of_item(view, item)
    if flag.rule == "F14" and flag.severity is Severity.LATE:
        found["due"] = next_working_day(view.dates, view.today)
    if flag.draft in _OLD_DATE_DRAFTS and "due" in found:
        found["old_due"] = found.pop("due")
    return found


def _of_item(view: ClientView, item: AnyItem) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if isinstance(item, Request):
        found["missing"] = item.missing or (item.title,)
        needed = [view.items[number].title for number in item.needed_for if number in view.items]
        if needed:
            found["needed_for"] = ", ".join(needed)
    elif isinstance(item, Call):
        outcomes = [_outcome(view, each.what, each.who) for topic in item.topics for each in topic.outcomes]
        if any(outcomes):
            found["outcomes"] = tuple(each for each in outcomes if each)
        if item.minutes:
            found["minutes"] = item.minutes
        if item.held:
            found["since"] = view.day_of(item.held.at)
    else:
        found["item"] = item.title
    return found


def _outcome(view: ClientView, what: str, who: int | None) -> str:
    name = view.name_of(who) if who else ""
    return f"{what} ({name})" if what and name else what


def _steps(view: ClientView, flag: Flag | None) -> tuple[Step, ...]:
    request = view.items.get(flag.item or 0) if flag and flag.rule == "F14" else None
    tried: list[date] = []
    if isinstance(request, Request) and request.due is not None:
        tried = [day for day in reminder_days(view, request) if day > request.due]
    known = _known(view)
    return tuple(
        Step(channel=each.channel, address=each.address, tried=tried[n] if n < len(tried) else None)
        for n, each in enumerate(known)
    )


def _known(view: ClientView) -> list[Suggested]:
    """The agreed ladder; without an agreement where the contact can be reached, else the channel written through."""
    agreed = [ladder_channel(view, n) for n, _ in enumerate(ladder(view), 1)]
    if agreed:
        return [each for each in agreed if each is not None]
    person, usual = view.person(view.speaker), usual_channel(view)
    if person and person.addresses:
        return [Suggested(channel=each.channel, address=each.address) for each in person.addresses]
    return [usual] if usual else []


def _channel(view: ClientView, flag: Flag | None, steps: Sequence[Step]) -> str:
    suggested = flag.channel if flag and flag.channel else usual_channel(view)
    if suggested is not None:
        return suggested.channel
    return steps[0].channel if steps else ""


def _silent_until(view: ClientView, flag: Flag | None, steps: Sequence[Step]) -> date | None:
    """The day of the next step, if there is one (F14: one step per working day of mine)."""
    return next_working_day(view.dates, view.today) if flag is not None and len(steps) > 1 else None


def _new_date(view: ClientView, flag: Flag) -> NewDate | None:
    late = flag.rule == "F4" and flag.severity is Severity.LATE
    item = view.items.get(flag.item or 0)
    if not (late or flag.rule in NEW_DATE_RULES) or not isinstance(item, Edit):
        return None
    return _date_of(view, item)


def _date_of(view: ClientView, edit: Edit) -> NewDate:
    terms = view.terms_of(edit)
    cutoff = None if terms.edits.cutoff == "none" else minute_of(terms.edits.cutoff)
    days = int(getattr(terms.edits, edit.size))
    found = promise(view.dates, view.now, days, terms.edits.rule, cutoff)
    return NewDate(on=found.on, count=tuple(_day(line) for line in found.count))


def _day(line: CountLine) -> CountedDay:
    return CountedDay(line.on, line.is_.value, line.why)
