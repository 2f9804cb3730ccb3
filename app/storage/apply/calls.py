"""How a call is read out of its entries, from the plan to the confirmed summary."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from app.facts.entries import Entry
from app.facts.work import Call, Mention, Outcome, Topic
from app.storage.apply.steps import begun, last, of_kind
from app.storage.shelf.entries import step_of

State = Literal["planned", "held", "missed", "cancelled"]

_PLANS = ("call.planned", "call.moved")


def fold_call(begin: Entry, steps: list[Entry], mentions: tuple[Mention, ...]) -> Call:
    """The call as all its entries leave it; planned, held, missed or cancelled."""
    course = [begin, *steps]
    plan = _plan(of_kind(course, *_PLANS))
    held = of_kind(course, "call.held")
    notes: dict[str, Any] = held[-1].body if held else {}
    state, missed_by = _state(course)
    topics = tuple(_topic(each) for each in notes.get("topics", ()))
    planned_topics = tuple(_topic(each) for each in plan.get("topics", ()))
    at = plan.get("at", {})
    return Call(
        **begun(begin, mentions)
        | {"channel": notes.get("channel", plan.get("channel", begin.body.get("channel", "")))},
        open=state in ("planned", "held"),
        title=", ".join(each.title for each in topics or planned_topics),
        state=state,
        planned_local=at.get("local", ""),
        planned_zone=at.get("zone", ""),
        planned_day=_day(plan),
        planned_topics=planned_topics,
        minutes=notes.get("minutes", plan.get("minutes", 0)),
        purpose=notes.get("purpose", plan.get("purpose", "")),
        held=step_of(held[-1]) if held else None,
        topics=topics,
        on_topic_minutes=notes.get("on_topic_minutes", 0),
        off_topic_minutes=notes.get("off_topic_minutes", 0),
        missed_by=missed_by,
        confirmed=last(course, "call.confirmed"),
        moves=tuple(step_of(e) for e in of_kind(course, "call.moved")),
        initiated_by=notes.get("initiated_by", plan.get("initiated_by", "")),
        participants=tuple(notes.get("participants", ())),
    )


def _plan(plans: list[Entry]) -> dict[str, Any]:
    """The plan in force: a later entry replaces the time, the topics or the channel that it names."""
    plan: dict[str, Any] = {}
    for entry in plans:
        told = {key: value for key, value in entry.body.items() if key in _PLANNED}
        if "at" in told or "on" in told:
            plan.pop("at", None)
            plan.pop("on", None)
        plan |= told
    return plan


_PLANNED = ("at", "on", "minutes", "channel", "topics", "purpose", "initiated_by")


def _day(plan: dict[str, Any]) -> date | None:
    text = plan.get("on") or plan.get("at", {}).get("local", "")[:10]
    return date.fromisoformat(text) if text else None


def _state(course: list[Entry]) -> tuple[State, str]:
    """What became of it: held outweighs everything; a new date after a missed one makes it planned again."""
    if of_kind(course, "call.held"):
        return "held", ""
    for entry in reversed(course):
        if entry.kind == "call.cancelled":
            return "cancelled", ""
        if entry.kind == "call.missed":
            return "missed", str(entry.body["missed_by"])
        if entry.kind in _PLANS:
            break
    return "planned", ""


def _topic(each: dict[str, Any]) -> Topic:
    return Topic(
        title=each["title"],
        agreed=each.get("agreed", False),
        outcomes=tuple(_outcome(outcome) for outcome in each.get("outcomes", ())),
    )


def _outcome(each: dict[str, Any]) -> Outcome:
    return Outcome(
        what=each.get("what", ""),
        who=each.get("who"),
        by=date.fromisoformat(each["by"]) if "by" in each else None,
        becomes=each.get("becomes", ""),
        decided=not each.get("nothing_decided", False),
    )
