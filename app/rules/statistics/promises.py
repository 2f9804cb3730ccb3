"""Promises of a period: one result per edit (W10), in the month in which it was decided; edits accepted."""

from __future__ import annotations

from datetime import date

from msgspec.structs import asdict

from app.facts.statistics import Accepted, PromiseMonth, PromisePoint, Promises
from app.facts.work import Edit
from app.rules.edits import EditState, read_edit, rests
from app.rules.promise_results import Result, Round, binding_date, result_of_round, rounds_of, tally
from app.rules.statistics.reading import Reading, month_of, months_between

_WORSE = list(Result).index
_ACCEPTED = (EditState.ACCEPTED, EditState.BY_SILENCE)


def promises(reading: Reading) -> Promises:
    """Every edit whose result was certain on a day of the period, in that order; what is still open is not judged."""
    read = (point_of(reading, each) for each in reading.view.snapshot.edits)
    points = sorted((each for each in read if each and reading.period.holds(each.decided)), key=_place)
    if not points:
        return Promises()
    by_month: dict[str, list[PromisePoint]] = {
        name: [] for name in months_between(points[0].decided, points[-1].decided)
    }
    for each in points:
        by_month[month_of(each.decided)].append(each)
    return Promises(
        points=tuple(points),
        months=tuple(_counted(month, found) for month, found in by_month.items()),
        total=_counted("", points),
    )


def point_of(reading: Reading, edit: Edit) -> PromisePoint | None:
    """The worst of an edit's rounds, as `result_of` has it; None while none is decided."""
    view = reading.view
    decided = [
        (result, each)
        for each in rounds_of(edit, (*rests(view, edit.number), *reading.stops))
        if (result := result_of_round(each, view.now))
    ]
    if not decided:
        return None
    result, told = max(decided, key=_how_bad)
    on = _binding(result, told)
    in_time = result in (Result.KEPT, Result.MOVED_IN_TIME)
    return PromisePoint(
        item=edit.number,
        title=edit.title,
        on=on,
        decided=min(on, view.day_of(told.delivered)) if in_time and told.delivered else on,
        result=result.value,
        told=tuple(each.on for each in told.told),
        delivered=told.delivered,
    )


def accepted(reading: Reading) -> Accepted:
    """Edits accepted in the period, expressly or by silence; each was asked for once, and once more per return."""
    found = [
        each
        for each in reading.view.snapshot.edits
        if (read := read_edit(reading.view, each)).state in _ACCEPTED and reading.holds(read.since)
    ]
    asked = sum(1 + len(each.returns) for each in found)
    return Accepted(edits=tuple(each.number for each in found), asked=asked)


def _binding(result: Result, told: Round) -> date:
    binding = binding_date(told)
    return told.told[0].on if result is Result.KEPT or binding is None else binding.on


def _counted(month: str, points: list[PromisePoint]) -> PromiseMonth:
    return PromiseMonth(month=month, **asdict(tally(Result(each.result) for each in points)))


def _how_bad(decided: tuple[Result, Round]) -> int:
    return _WORSE(decided[0])


def _place(point: PromisePoint) -> tuple[date, int]:
    return point.decided, point.item
