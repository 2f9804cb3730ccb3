"""An item as it stood at an instant: what happened later is taken off, so that a paper of a past week stays true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from msgspec.structs import replace

from app.facts.plan import Goal, Risk, Stage
from app.facts.work import AnyItem, Edit, Request, Step


class _Dated(Protocol):
    @property
    def at(self) -> datetime: ...


Happened = TypeVar("Happened", bound=_Dated)


def items_as_of(items: Sequence[AnyItem], at: datetime) -> tuple[AnyItem, ...]:
    """Edits, requests, stages, goals and risks as they stood; calls and the rest as they are."""
    return tuple(as_of(each, at) for each in items if each.begun <= at)


def as_of(item: AnyItem, at: datetime) -> AnyItem:
    """The item without what happened after `at`."""
    changed: dict[str, Any]
    match item:
        case Edit():
            changed = _edit(item, at)
        case Request():
            changed = _request(item, at)
        case Stage():
            changed = _stage(item, at)
        case Goal():
            changed = {"readings": _by(item.readings, at), "closed": _step(item.closed, at)}
        case Risk():
            changed = {"warnings": _by(item.warnings, at), "passed": _step(item.passed, at)}
        case _:
            return item
    return replace(item, mentions=_by(item.mentions, at), **changed)


def _edit(edit: Edit, at: datetime) -> dict[str, Any]:
    return {
        "confirmed": _step(edit.confirmed, at),
        "promises": _by(edit.promises, at),
        "deliveries": _by(edit.deliveries, at),
        "returns": _by(edit.returns, at),
        "ended": _step(edit.ended, at),
    }


def _request(request: Request, at: datetime) -> dict[str, Any]:
    """Which lines each answer brought is not kept: the lines count as come once one answer has."""
    answers = _by(request.answers, at)
    return {
        "answers": answers,
        "answered_items": request.answered_items if answers else (),
        "reminders": _by(request.reminders, at),
        "ended": _step(request.ended, at),
    }


def _stage(stage: Stage, at: datetime) -> dict[str, Any]:
    accepted = _step(stage.accepted, at)
    return {
        "dates": _by(stage.dates, at),
        "started": _step(stage.started, at),
        "deliveries": _by(stage.deliveries, at),
        "accepted": accepted,
        "by_silence": stage.by_silence and accepted is not None,
        "dropped": _step(stage.dropped, at),
    }


def _by(happened: tuple[Happened, ...], at: datetime) -> tuple[Happened, ...]:
    return tuple(each for each in happened if each.at <= at)


def _step(step: Step | None, at: datetime) -> Step | None:
    return step if step is not None and step.at <= at else None
