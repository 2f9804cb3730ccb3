"""What entries of the plan refuse: steps out of order, goals that lead nowhere, scores off the scale (D3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from app.errors import Refused
from app.facts.acts import item_begun
from app.facts.plan import Goal, Objection, Risk, Stage, Understanding
from app.facts.wall_time import local_date
from app.facts.work import AnyItem
from app.journal.sense_of_times import AHEAD
from app.journal.zones import zone_of_dates
from app.storage.shelf.entries import read_entry
from app.storage.shelf.items import item

if TYPE_CHECKING:
    from app.journal.act import Act

Body = dict[str, Any]
Noun = TypeVar("Noun", bound=AnyItem)


def _planned(act: Act, number: int | None, body: Body) -> None:
    """A day before the plan would have been missed before it was given; a plan written late says when it was made."""
    assert number is not None
    if "due" in body and date.fromisoformat(body["due"]) < _day(act, number, body):
        raise Refused("The stage is due on {due}, before it was planned. Correct the day, or say when it was planned.",
                      due=date.fromisoformat(body["due"]))  # fmt: skip


def _stage_step(act: Act, number: int | None, body: Body) -> Stage | None:
    """No step follows a stage that was dropped or accepted; None while a correction is looked at."""
    stage = _found(act, body, Stage)
    if stage is None:
        return None
    at = _at(act, body)
    if stage.dropped and stage.dropped.at <= at:
        raise Refused("Stage «{title}» was dropped. Plan a new stage instead.", title=stage.title)
    if stage.accepted and stage.accepted.at <= at:
        raise Refused("Stage «{title}» was accepted already. Plan a new stage for what follows.", title=stage.title)
    return stage


def _started(act: Act, number: int | None, body: Body) -> None:
    stage = _stage_step(act, number, body)
    if stage and stage.started:
        raise Refused("Stage «{title}» was begun already. Correct that entry if its day is wrong.", title=stage.title)


def _moved(act: Act, number: int | None, body: Body) -> None:
    assert number is not None
    _stage_step(act, number, body)
    if date.fromisoformat(body["due"]) < _day(act, number, body):
        raise Refused("The new day, {due}, lies before the day of the move. Choose a later one.",
                      due=date.fromisoformat(body["due"]))  # fmt: skip


def _accepted(act: Act, number: int | None, body: Body) -> None:
    stage = _stage_step(act, number, body)
    if stage and not any(given.at <= _at(act, body) for given in stage.deliveries):
        raise Refused("Stage «{title}» was not delivered yet. Record the delivery first, then that it was accepted.",
                      title=stage.title)  # fmt: skip


def _stage_goes_on(act: Act, number: int | None, body: Body) -> None:
    _stage_step(act, number, body)


def _risk(act: Act, number: int | None, body: Body) -> None:
    named = read_entry(act.connection, body["threatens"]) if "threatens" in body else None
    if named is not None and item_begun(named.kind, named.body) is None:
        raise Refused("Entry {n} is no item. Name the stage, edit or goal that the risk threatens.", n=named.seq)
    if "known_at" in body and datetime.fromisoformat(body["known_at"]) > act.now + AHEAD:
        raise Refused("The risk cannot have become known in the future. Correct the time.")


def _risk_step(act: Act, number: int | None, body: Body) -> None:
    risk = _found(act, body, Risk)
    if risk and risk.passed and risk.passed.at <= _at(act, body):
        raise Refused("The risk has passed already. Record a new one if it is back.")


def _goal(act: Act, number: int | None, body: Body) -> None:
    """A target that is the base is a value to be kept (F20); only a time without days is none."""
    if body["by"] <= body["since"]:
        raise Refused("The goal ends on {by}, not after it begins on {since}. Correct one of the two.",
                      by=date.fromisoformat(body["by"]), since=date.fromisoformat(body["since"]))  # fmt: skip


def _goal_step(act: Act, number: int | None, body: Body) -> None:
    goal = _found(act, body, Goal)
    if goal and goal.closed and goal.closed.at <= _at(act, body):
        raise Refused("Goal «{title}» is closed. Set a new goal for what is measured now.", title=goal.title)


def _measured(act: Act, number: int | None, body: Body) -> None:
    """A reading outside since and by is recorded, with its remark (D3); one of a day to come is none."""
    assert number is not None
    _goal_step(act, number, body)
    if date.fromisoformat(body["on"]) > local_date(zone_of_dates(act.connection, number, act.now), act.now):
        raise Refused("{on} has not come yet. A reading is of a day that was.", on=date.fromisoformat(body["on"]))


def _settled(act: Act, number: int | None, body: Body) -> None:
    if body["state"] == "open":
        raise Refused("A word is settled as agreed or refused. Say which.")
    word = _found(act, body, Understanding)
    if word and word.state != "open":
        raise Refused("«{word}» was settled already. Note the word anew if it is talked over again.", word=word.word)


def _objection(act: Act, number: int | None, body: Body) -> None:
    if "pause_until" in body and datetime.fromisoformat(body["pause_until"]) <= _at(act, body):
        raise Refused("The pause ends before it begins. Name a later day or hour.")
    objection = _found(act, body, Objection)
    if objection and objection.resolved and objection.resolved.at <= _at(act, body):
        raise Refused("This objection was resolved already. Record a new one if it is back.")


def _payment(act: Act, number: int | None, body: Body) -> None:
    assert number is not None
    if Decimal(body["sum"]["amount"]) <= 0:
        raise Refused("The sum of a payment is more than nothing. Correct the sum.")
    today = local_date(zone_of_dates(act.connection, number, act.now), act.now)
    if "received_on" in body and date.fromisoformat(body["received_on"]) > today:
        raise Refused("{on} has not come yet. Note the payment when it is there.",
                      on=date.fromisoformat(body["received_on"]))  # fmt: skip


def _feedback(act: Act, number: int | None, body: Body) -> None:
    for score in body.get("scores", {}).values():
        if not 1 <= Decimal(score) <= 5:
            raise Refused("A score is a number from 1 to 5, not {score}. Correct it.", score=score)


def _found(act: Act, body: Body, noun: type[Noun]) -> Noun | None:
    """The item of a step; None for a beginning, and while a correction is looked at: it holds the step already."""
    if act.corrects is not None or "item" not in body:
        return None
    found = item(act.connection, body["item"])
    return found if isinstance(found, noun) else None


def _at(act: Act, body: Body) -> datetime:
    """When the entry happened (D18)."""
    stated = body.get("happened")
    return datetime.fromisoformat(stated["at"]).astimezone(UTC) if stated else _recorded(act)


def _recorded(act: Act) -> datetime:
    entry = read_entry(act.connection, act.corrects) if act.corrects is not None else None
    return entry.recorded if entry else act.now


def _day(act: Act, number: int, body: Body) -> date:
    at = _at(act, body)
    return local_date(zone_of_dates(act.connection, number, at), at)


PLAN: dict[str, Callable[[Act, int | None, Body], None]] = {
    "stage.planned": _planned,
    "stage.started": _started,
    "stage.moved": _moved,
    "stage.delivered": _stage_goes_on,
    "stage.accepted": _accepted,
    "stage.dropped": _stage_goes_on,
    "risk.noticed": _risk,
    "risk.warned": _risk_step,
    "risk.passed": _risk_step,
    "goal.set": _goal,
    "goal.measured": _measured,
    "goal.closed": _goal_step,
    "understanding.settled": _settled,
    "objection.raised": _objection,
    "objection.resolved": _objection,
    "payment.noted": _payment,
    "feedback.given": _feedback,
}
