"""Plan, goals, risks and what comes next in a stretch of time, as values for papers (5.1, F20)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from app.facts.plan import Goal, Risk, Stage
from app.facts.plan_rows import GoalRow, NextLine, NextSort, RiskRow, StageMove, StageRow, StageState
from app.facts.week import PromiseRow
from app.facts.work import Call
from app.journal.spans import Stretch
from app.rules.goal_line import deviation_of, way_gone
from app.rules.periods import periods_around
from app.rules.working_time import working_days_between
from app.storage.shelf.items import of_noun

_LAST = 1 << 30


def stage_rows(stretch: Stretch) -> tuple[StageRow, ...]:
    """The plan in its order: stages that are open, and those that ended in the span."""
    stages = sorted(of_noun(stretch.items, Stage), key=_place)
    return tuple(_stage_row(each, stretch) for each in stages if _on_plan(each, stretch))


def _place(stage: Stage) -> tuple[int, date, int]:
    return stage.order or _LAST, stage.due.on if stage.due else date.max, stage.number


def _on_plan(stage: Stage, stretch: Stretch) -> bool:
    end = stage.accepted or stage.dropped
    return end is None or stretch.span.holds(end.at)


def _stage_row(stage: Stage, stretch: Stretch) -> StageRow:
    state, since = _state(stage, stretch)
    given = stage.deliveries[-1].at if stage.deliveries else None
    waits = state in (StageState.PLANNED, StageState.IN_WORK, StageState.RESTING)
    over = working_days_between(stretch.mine, stage.due.on, stretch.today) if waits and stage.due else 0
    return StageRow(
        title=stage.title,
        dates=tuple(each.on for each in stage.dates),
        moves=tuple(StageMove(to=new.on, cause=new.cause, reason=new.reason) for _, new in pairwise(stage.dates)),
        state=state,
        since=since,
        delivered=stretch.day_of(given) if given else None,
        over=max(over, 0),
    )


def _state(stage: Stage, stretch: Stretch) -> tuple[StageState, date | None]:
    accepted = StageState.BY_SILENCE if stage.by_silence else StageState.ACCEPTED
    for step, state in ((stage.dropped, StageState.DROPPED), (stage.accepted, accepted)):
        if step:
            return state, stretch.day_of(step.at)
    if stage.deliveries:
        return StageState.DELIVERED, stretch.day_of(stage.deliveries[-1].at)
    for begin, end in stretch.rests(stage.number):
        if end is None or end > stretch.at:
            return StageState.RESTING, stretch.day_of(begin)
    if stage.started:
        return StageState.IN_WORK, stretch.day_of(stage.started.at)
    return StageState.PLANNED, None


def goal_rows(stretch: Stretch) -> tuple[GoalRow, ...]:
    """Goals that are pursued, and those closed in the span, each with its last reading."""
    return tuple(_goal_row(each, stretch) for each in of_noun(stretch.items, Goal)
                 if each.closed is None or stretch.span.holds(each.closed.at))  # fmt: skip


def _goal_row(goal: Goal, stretch: Stretch) -> GoalRow:
    read = [each for each in goal.readings if each.on <= stretch.today]
    left = (goal.by - stretch.today).days
    row = GoalRow(metric=goal.metric, unit=goal.unit, base=goal.base, target=goal.target, days_left=max(left, 0))
    if not read:
        return row
    last = read[-1]
    percent = (deviation_of(goal, last) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return GoalRow(
        metric=goal.metric,
        unit=goal.unit,
        base=goal.base,
        target=goal.target,
        days_left=row.days_left,
        value=last.value,
        on=last.on,
        done=way_gone(goal, last.value),
        off_percent=str(percent + 0),
    )


def risk_rows(stretch: Stretch, *, mine: bool = False) -> tuple[RiskRow, ...]:
    """Risks the client was told of in the span; `mine`: also those not told yet, and causes."""
    titles = {each.number: each.title for each in stretch.items}
    found = [(_told_on(each, stretch), each) for each in of_noun(stretch.items, Risk)]
    return tuple(
        RiskRow(
            title=risk.title,
            told=told,
            threatens=titles.get(risk.threatens or 0, ""),
            cause=risk.cause if mine else "",
        )
        for told, risk in found
        if stretch.span.has_day(told) or (mine and told is None and risk.passed is None)
    )


def _told_on(risk: Risk, stretch: Stretch) -> date | None:
    """The day of the first warning, or of the first message about it (F17)."""
    at = [each.at for each in risk.warnings] + [each.at for each in risk.mentions if each.to is None]
    return stretch.day_of(min(at)) if at else None


def next_lines(stretch: Stretch, promised: tuple[PromiseRow, ...], since: date | None = None) -> tuple[NextLine, ...]:
    """What comes in the span ahead, by its day: promises, stages, calls after the next one, and reports beside them.

    A regular report alone is no news. `since` is the day from which the next call is looked for.
    """
    lines = [*_promises(stretch, promised), *_stages(stretch), *_calls(stretch, since or stretch.today)]
    return tuple(sorted([*lines, *_reports(stretch)], key=_on)) if lines else ()


def _on(line: NextLine) -> date:
    return line.on or date.max


def _promises(stretch: Stretch, promised: tuple[PromiseRow, ...]) -> Iterator[NextLine]:
    for row in promised:
        if row.delivered is None and stretch.ahead.has_day(row.dates[-1]):
            yield NextLine(text=row.title, on=row.dates[-1])


def _stages(stretch: Stretch) -> Iterator[NextLine]:
    for each in of_noun(stretch.items, Stage):
        over = each.deliveries or each.accepted or each.dropped
        if each.due and not over and stretch.ahead.has_day(each.due.on):
            yield NextLine(text=each.title, on=each.due.on, sort=NextSort.STAGE)


def _reports(stretch: Stretch) -> Iterator[NextLine]:
    """Weekly reports in the week ahead, monthly ones in a month ahead too; a daily one goes without saying."""
    agreed = stretch.terms.reports
    days = (stretch.ahead.last - stretch.ahead.first).days
    for report in () if isinstance(agreed, str) else agreed:
        if report.every == "month" or (report.every == "week" and days < 7):
            for period in periods_around(stretch.mine, report, stretch.ahead.first):
                if stretch.ahead.has_day(period.due) and period.due >= (stretch.agreed_from or date.max):
                    yield NextLine(text=period.name, on=period.due, sort=NextSort.REPORT)


def _calls(stretch: Stretch, since: date) -> Iterator[NextLine]:
    """Planned calls after the next one, which has a line of its own."""
    later = [each for each in of_noun(stretch.items, Call) if each.state == "planned" and each.planned_day]
    planned = sorted(_planned(each) for each in later if _planned(each)[0] >= since)
    for on, title in planned[1:]:
        if stretch.ahead.has_day(on):
            yield NextLine(text=title, on=on, sort=NextSort.CALL)


def _planned(call: Call) -> tuple[date, str]:
    assert call.planned_day is not None
    return call.planned_day, ", ".join(topic.title for topic in call.planned_topics)
