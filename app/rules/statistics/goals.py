"""Goals against their target lines (1.8): each reading beside what the line expected on its day, by F20."""

from __future__ import annotations

from decimal import Decimal

from app.facts.goal_figures import GoalFigures, GoalPoint
from app.facts.plan import Goal
from app.facts.plan import Reading as Measured
from app.facts.shares import tenth
from app.rules.goal_line import deviation_of, expected
from app.rules.statistics.reading import Reading


def goals(reading: Reading) -> tuple[GoalFigures, ...]:
    """The goals whose days touch the period, with the readings of the period."""
    period = reading.period
    pursued = [each for each in reading.view.snapshot.goals if each.since <= period.last and each.by >= period.first]
    return tuple(_figures(reading, each) for each in pursued)


def _figures(reading: Reading, goal: Goal) -> GoalFigures:
    last = {each.on: each for each in goal.readings if each.at <= reading.view.now}
    measured = [last[on] for on in sorted(last) if reading.period.holds(on)]
    return GoalFigures(
        item=goal.number,
        metric=goal.metric,
        unit=goal.unit,
        base=Decimal(goal.base),
        target=Decimal(goal.target),
        since=goal.since,
        by=goal.by,
        told_percent=Decimal(reading.view.terms_of(goal).kpi_deviation_percent),
        points=tuple(_point(goal, each) for each in measured),
    )


def _point(goal: Goal, measured: Measured) -> GoalPoint:
    return GoalPoint(
        entry=measured.entry,
        on=measured.on,
        value=Decimal(measured.value),
        expected=expected(goal, measured.on),
        off_percent=tenth(100 * deviation_of(goal, measured)),
    )
