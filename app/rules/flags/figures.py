"""F20: the last reading of a goal is off its target line by as much as must be told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from app.facts.plan import Goal, Reading
from app.rules.flags.raising import Finding
from app.rules.goal_line import deviation_of
from app.rules.heard import first_heard
from app.rules.view import ClientView

_PERCENT = Decimal(100)
_WHOLE = Decimal(1)


def off_target(view: ClientView) -> Iterator[Finding]:
    """F20: off by the agreed deviation or more, and no contact about the goal since it was read."""
    for goal in view.snapshot.goals:
        last = next((each for each in reversed(goal.readings) if each.at <= view.now), None)
        if last is None or (goal.closed is not None and goal.closed.at <= view.now):
            continue
        percent = deviation_of(goal, last) * _PERCENT
        if percent < Decimal(view.terms_of(goal).kpi_deviation_percent):
            continue
        if first_heard(view, goal.mentions, last.at) is None:
            yield _off(view, goal, last, percent)


def _off(view: ClientView, goal: Goal, last: Reading, percent: Decimal) -> Finding:
    unit = f" {goal.unit}" if goal.unit else ""
    return Finding(
        rule="F20",
        subject=last.entry,
        code="f20",
        since=last.at,
        due=view.answer_due(last.at, duty=False),
        values={
            "metric": goal.metric,
            "value": f"{last.value}{unit}",
            "target": f"{goal.target}{unit}",
            "off": f"{percent.quantize(_WHOLE, ROUND_HALF_UP)} %",
        },
        item=goal.number,
        about=(goal.number,),
        waits=True,
    )
