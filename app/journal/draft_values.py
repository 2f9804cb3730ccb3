"""What the draft of a reason is filled with: the reason's own values, those of its item, and what is always known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from app.facts.flags import Flag, Severity
from app.facts.plan import Stage
from app.facts.terms import CallTerms
from app.facts.wall_time import iso_week
from app.facts.work import AnyItem, CountedDay, Edit
from app.journal.item_values import Values, item_values
from app.journal.new_dates import date_of, new_date
from app.papers.draft_titles import TITLES
from app.rules.regular import next_calls
from app.rules.stages import moved_by_rest
from app.rules.view import ClientView
from app.rules.working_time import next_working_day, nth_working_day

DONE_HERE = ("F11",)
"""Reasons that are cleared by an entry of mine: there is nothing to write."""

_NAMES = {"title": "item", "person": "asked_by", "items": "missing", "last": "since"} | {
    name: name
    for name in ("due", "since", "quote", "channel", "at", "topics", "week", "metric", "value", "target", "off", "end",
                 "first", "back", "day", "month", "outcomes")
}  # fmt: skip
"""How the drafts call the values of a reason; a value without a name here stands in no draft."""
_OTHER_NAMES: Mapping[str, Mapping[str, str]] = {
    "F16": {"due": "end"},
    "F28": {"last": "last"},
    "f4_late": {"due": "old_due"},
    "f6_accepted_late": {"at": "since"},
    "f17_promise": {"since": "old_due"},
    "f18_late": {"due": "old_due"},
    "f19_planning": {"at": "since"},
}
"""The same by rule or by code, where a value means something else there."""


def draft_key(flag: Flag | None) -> str:
    """The draft of a reason: the one it asks for, or that of its own variant; empty where nothing is to be written."""
    if flag is None or flag.rule in DONE_HERE:
        return ""
    has_own = flag.draft in ("", flag.rule.lower()) and flag.reason.code in TITLES
    return flag.reason.code if has_own else flag.draft


def draft_values(view: ClientView, flag: Flag | None) -> tuple[Values, tuple[CountedDay, ...]]:
    """The values of a reason's draft by the names of its placeholders; what is not known is left out."""
    found = _always(view)
    if flag is None:
        return found, ()
    item = view.items.get(flag.item or 0)
    found |= item_values(view, item) if item is not None else {}
    found |= _of_reason(flag)
    found |= _by_rule(view, flag, found)
    new = new_date(view, flag)
    if new is None and flag.rule in ("F7", "F17") and isinstance(item, Edit):
        new = date_of(view, item)
    if new is not None:
        found["due"] = new.on
    return found, new.count if new else ()


def _always(view: ClientView) -> Values:
    """Who writes to whom, what still has to come from them, and the days that every draft may name."""
    contact = view.person(view.speaker)
    found: Values = {"owner": view.snapshot.owner.name, "client": view.client.name}
    if contact:
        found["called"] = contact.short
    missing = tuple(line for each in view.snapshot.requests if each.open for line in each.missing)
    if missing:
        found["missing"] = missing
    if view.client.contract.last_day:
        found["end"] = view.client.contract.last_day
    found["week"] = int(iso_week(view.terms.zone, view.now)[-2:])
    found["month"] = (view.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    return found


def _of_reason(flag: Flag) -> Values:
    other = _OTHER_NAMES.get(flag.reason.code) or _OTHER_NAMES.get(flag.rule) or {}
    named = ((other.get(name) or _NAMES.get(name), value) for name, value in flag.reason.values.items())
    return {name: value for name, value in named if name is not None and value not in ("", ())}


def _by_rule(view: ClientView, flag: Flag, found: Values) -> Values:
    """What follows from the reason and stands in no entry: the next step's day, the first day back, the start."""
    if flag.rule == "F4" and flag.severity is Severity.LATE and "due" in found:
        return {"old_due": found.pop("due")}
    if flag.rule == "F14" and flag.severity is Severity.LATE and flag.reason.code != "f14_acceptance":
        return {"due": next_working_day(view.dates, view.today)}
    if flag.rule in _TURNS:
        return _TURNS[flag.rule](view, flag)
    if flag.reason.code == "f3_stage":
        return _stage_day(view, view.items.get(flag.item or 0))
    last = found.get("last")
    if flag.rule == "F28" and isinstance(last, date):
        day = view.day_of(last) if isinstance(last, datetime) else last
        return {"back": next_working_day(view.dates, day)}
    return {}


def _again(view: ClientView, flag: Flag) -> Values:
    """When I write again: after the silence that is ideal (F1, F21)."""
    return {"due": nth_working_day(view.dates, view.today, max(1, view.terms.write_first.silence_ideal))}


def _call(view: ClientView, flag: Flag) -> Values:
    """When the next call would be by the agreed rhythm, and how long (F13)."""
    calls = view.terms.calls
    if not isinstance(calls, CallTerms):
        return {}
    (proposed,) = next_calls(view, 1)
    found: Values = {"minutes": calls.minutes}
    return found | ({"at": proposed.at} if proposed.fits and "at" not in flag.reason.values else {})


def _start(view: ClientView, flag: Flag) -> Values:
    """Work begins with the first stage that has not begun, on the agreed day or on the next working one (F27)."""
    agreed = view.day_of(flag.due)
    waiting = (each.title for each in view.snapshot.stages if each.started is None and each.open)
    title = next(waiting, "")
    begins: Values = {"due": agreed if agreed >= view.today else next_working_day(view.dates, view.today)}
    return begins | ({"item": title} if title else {})


def _stage_day(view: ClientView, item: AnyItem | None) -> Values:
    """The day to tell for a stage that goes on: what is left of it, counted anew; else that of the plan (D11)."""
    if not isinstance(item, Stage):
        return {}
    moved = moved_by_rest(view, item)
    day = moved.on if moved is not None else item.due.on if item.due else None
    return {"due": day} if day else {}


_TURNS: Mapping[str, Callable[[ClientView, Flag], Values]] = {
    "F1": _again,
    "F13": _call,
    "F21": _again,
    "F27": _start,
}
"""What a rule's terms give its draft."""
