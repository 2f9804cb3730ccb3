"""Gathers the Plan tab of a client (6.4). Nothing here decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.facts.entries import Entry
from app.facts.flags import Severity
from app.facts.plan import Goal, Objection, Risk, Stage, Understanding
from app.facts.plan_page import GoalLine, MoneyLine, PlanPage, RiskLine, SaidLine, StageLine
from app.rules.goal_line import deviation_of, expected
from app.rules.stage_state import read_stage
from app.rules.view import ClientView
from app.storage.database import Connection
from app.storage.shelf.entries import entries_of_kinds
from app.storage.shelf.items import Noun, item, items_of, of_noun

_SORT_LAST = 10_000
_HUNDRED = Decimal(100)
T = TypeVar("T")


def plan_page(connection: Connection, view: ClientView) -> PlanPage:
    """The client of the view at its now, the whole history."""
    number = view.client.number
    stages = tuple(stage_line(view, each) for each in _all(connection, number, Stage, "stage"))
    goals = tuple(goal_line(view, each) for each in _all(connection, number, Goal, "goal"))
    return PlanPage(
        now=view.now,
        today=view.today,
        stages=tuple(sorted(stages, key=_place)),
        goals=_open_first(goals, [line.goal.open for line in goals]),
        risks=tuple(_risks(connection, view)),
        words=_open(_all(connection, number, Understanding, "understanding")),
        objections=_open(_all(connection, number, Objection, "objection")),
        money=tuple(_money(connection, view, stages)),
        said=tuple(_said(connection, view)),
    )


def stage_line(view: ClientView, stage: Stage) -> StageLine:
    """A stage as the rules read it now."""
    read = read_stage(view, stage)
    late = read.is_to_do and read.closing is not None and view.severity(read.closing) is Severity.LATE
    return StageLine(
        stage=stage,
        state=read.state.value,
        due=read.due.on if read.due else stage.due.on if stage.due else None,
        closing=read.closing,
        accept_by=read.acceptance.on if read.acceptance else None,
        is_late=late,
        ball=read.ball.value if read.ball else "",
    )


def goal_line(view: ClientView, goal: Goal) -> GoalLine:
    """A goal and how far its last reading is off its line (F20)."""
    if not goal.readings:
        return GoalLine(goal=goal)
    last = goal.readings[-1]
    off = deviation_of(goal, last)
    agreed = Decimal(view.terms_of(goal).kpi_deviation_percent) / _HUNDRED
    return GoalLine(goal=goal, last=last, expected=expected(goal, last.on), off=off, is_off=off >= agreed)


def _risks(connection: Connection, view: ClientView) -> Iterator[RiskLine]:
    for risk in _open(_all(connection, view.client.number, Risk, "risk")):
        threatened = item(connection, risk.threatens) if risk.threatens else None
        yield RiskLine(risk=risk, told=told_of(view, risk), threatens=threatened.title if threatened else "")


def told_of(view: ClientView, risk: Risk) -> date | None:
    """The day on which the contact first heard of a risk: by a warning, or by a message about it (F17)."""
    heard = [each.at for each in risk.warnings]
    heard += [each.at for each in risk.mentions if view.reaches(each.to, each.at)]
    return view.day_of(min(heard)) if heard else None


def _money(connection: Connection, view: ClientView, stages: Sequence[StageLine]) -> Iterator[MoneyLine]:
    begun = [line.stage.started.at for line in stages if line.stage.started]
    for entry in _entries(connection, view, "payment.noted"):
        money = entry.body["sum"]
        on = date.fromisoformat(entry.body["received_on"]) if "received_on" in entry.body else None
        day = on or view.day_of(entry.happened)
        yield MoneyLine(
            entry=entry.seq,
            amount=money["amount"],
            currency=money["currency"],
            on=day,
            for_what=entry.body.get("for", ""),
            begun=any(view.day_of(at) >= day for at in begun),
        )


def _said(connection: Connection, view: ClientView) -> Iterator[SaidLine]:
    for entry in _entries(connection, view, "feedback.given", "planning.held"):
        yield SaidLine(
            entry=entry.seq,
            kind=entry.kind,
            on=view.day_of(entry.happened),
            text=entry.body.get("text", ""),
            scores=tuple(entry.body.get("scores", {}).items()),
        )


def _entries(connection: Connection, view: ClientView, *kinds: str) -> list[Entry]:
    """Entries that hold, newest first."""
    found = entries_of_kinds(connection, view.client.number, kinds)
    standing = [each for each in found if each.retracted_by is None and not each.redacted]
    return sorted(standing, key=lambda each: (each.happened, each.seq), reverse=True)


def _all(connection: Connection, client: int, noun: type[Noun], sort: str) -> tuple[Noun, ...]:
    return of_noun(items_of(connection, client, sort), noun)


def _open(items: tuple[Noun, ...]) -> tuple[Noun, ...]:
    return _open_first(items, [each.open for each in items])


def _open_first(lines: tuple[T, ...], is_open: Sequence[bool]) -> tuple[T, ...]:
    both = list(zip(lines, is_open, strict=True))
    return (*(line for line, runs in both if runs), *(line for line, runs in both if not runs))


def _place(line: StageLine) -> tuple[int, date, int]:
    stage = line.stage
    return stage.order or _SORT_LAST, stage.due.on if stage.due else date.max, stage.number
