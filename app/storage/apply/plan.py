"""How stages, goals, risks, understandings, objections and forms are read out of their entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from app.facts.entries import Entry
from app.facts.item import Delivery, Mention
from app.facts.plan import Form, Goal, Objection, Reading, Risk, Stage, StageDate, Understanding
from app.storage.apply.steps import begun, last, of_kind, title_of, told
from app.storage.shelf.entries import step_of

Mentions = tuple[Mention, ...]


def fold_stage(begin: Entry, steps: list[Entry], mentions: Mentions) -> Stage:
    """A stage with every day it had."""
    said = _said(begin, steps, "title", "deliverable", "order")
    accepted, dropped = last(steps, "stage.accepted"), last(steps, "stage.dropped")
    return Stage(
        **begun(begin, mentions),
        open=accepted is None and dropped is None,
        title=said["title"],
        deliverable=said.get("deliverable", ""),
        order=said.get("order", 0),
        dates=tuple(_stage_date(e) for e in (begin, *steps) if "due" in e.body),
        started=last(steps, "stage.started"),
        deliveries=tuple(Delivery(entry=e.seq, at=e.happened, told=told(e)) for e in of_kind(steps, "stage.delivered")),
        accepted=accepted,
        by_silence=any(e.body.get("by_silence", False) for e in of_kind(steps, "stage.accepted")),
        dropped=dropped,
    )


def _stage_date(entry: Entry) -> StageDate:
    body = entry.body
    return StageDate(
        entry=entry.seq,
        at=entry.happened,
        on=date.fromisoformat(body["due"]),
        closing=datetime.fromisoformat(body["closing"]) if "closing" in body else None,
        cause=body.get("cause", "") if entry.kind == "stage.moved" else "",
        reason=body.get("reason", ""),
        agreed_in=body.get("agreed_in"),
        told=told(entry) is not None,
    )


def fold_risk(begin: Entry, steps: list[Entry], mentions: Mentions) -> Risk:
    """A risk and its warnings."""
    body, passed = begin.body, last(steps, "risk.passed")
    return Risk(
        **begun(begin, mentions),
        open=passed is None,
        title=title_of(body),
        text=body["text"],
        threatens=body.get("threatens"),
        cause=body.get("cause", ""),
        known_at=datetime.fromisoformat(body["known_at"]) if "known_at" in body else None,
        warnings=tuple(step_of(e) for e in of_kind(steps, "risk.warned")),
        passed=passed,
    )


def fold_goal(begin: Entry, steps: list[Entry], mentions: Mentions) -> Goal:
    """A goal and its readings."""
    body, closed = begin.body, last(steps, "goal.closed")
    return Goal(
        **begun(begin, mentions),
        open=closed is None,
        title=title_of(body),
        metric=body["metric"],
        base=body["base"],
        target=body["target"],
        since=date.fromisoformat(body["since"]),
        by=date.fromisoformat(body["by"]),
        unit=body.get("unit", ""),
        data_source=body.get("data_source", ""),
        readings=_readings(of_kind(steps, "goal.measured")),
        closed=closed,
    )


def _readings(measured: Iterable[Entry]) -> tuple[Reading, ...]:
    by_day = {
        e.body["on"]: Reading(entry=e.seq, at=e.happened, on=date.fromisoformat(e.body["on"]), value=e.body["value"])
        for e in measured
    }
    return tuple(sorted(by_day.values(), key=attrgetter("on")))


def fold_understanding(begin: Entry, steps: list[Entry], mentions: Mentions) -> Understanding:
    """A word, and what was agreed of it; the last word of each key holds."""
    said = _said(begin, steps, "word", "mine", "theirs", "number", "unit", "state")
    state = said.get("state", "open")
    return Understanding(
        **begun(begin, mentions),
        open=state == "open",
        title=said["word"],
        word=said["word"],
        mine=said.get("mine", ""),
        theirs=said.get("theirs", ""),
        value=said.get("number", ""),
        unit=said.get("unit", ""),
        state=state,
        settled=last(steps, "understanding.settled"),
    )


_OBJECTION = ("what", "paraphrase", "common_ground", "proposals", "proof", "outcome", "pause_until")


def fold_objection(begin: Entry, steps: list[Entry], mentions: Mentions) -> Objection:
    """An objection; a further objection.raised that names it adds steps or moves the pause."""
    said = _said(begin, steps, *_OBJECTION)
    resolved = last(steps, "objection.resolved")
    pause = said.pop("pause_until", None)
    said["proposals"] = tuple(said.get("proposals", ()))
    return Objection(
        **begun(begin, mentions),
        **said,
        open=resolved is None,
        title=title_of(begin.body),
        pause_until=datetime.fromisoformat(pause) if pause else None,
        resolved=resolved,
    )


def fold_form(begin: Entry, steps: list[Entry], mentions: Mentions) -> Form:
    """A form as it is filled now: each form.filled holds all answers, so that one can be taken back."""
    said = _said(begin, steps, "language", "given_by")
    whole = [begin, *of_kind(steps, "form.filled")][-1].body
    closed = last(steps, "form.closed")
    return Form(
        **begun(begin, mentions),
        open=closed is None,
        title=begin.body["sort"],
        sort_of_form=begin.body["sort"],
        language=said.get("language", ""),
        fields=whole.get("fields", {}),
        ticks=tuple(whole.get("ticks", ())),
        given_by=said.get("given_by"),
        fills=tuple(step_of(e) for e in of_kind(steps, "form.filled")),
        closed=closed,
    )


def _said(begin: Entry, steps: Iterable[Entry], *keys: str) -> dict[str, Any]:
    """The last word on each of some keys."""
    found: dict[str, Any] = {}
    for entry in (begin, *steps):
        found |= {key: entry.body[key] for key in keys if key in entry.body}
    return found
