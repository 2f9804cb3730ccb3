"""The date that a message may tell, with its count: given already, left after a rest, or counted by the terms (W8)."""

from __future__ import annotations

from app.facts.flags import Flag, Severity
from app.facts.letter import NewDate
from app.facts.plan import Stage
from app.facts.work import CountedDay, Edit
from app.rules.next_date import next_date, untold_date
from app.rules.promises import CountLine
from app.rules.stages import moved_by_rest
from app.rules.view import ClientView

NEW_DATE_RULES = ("F3", "F5")
"""A message clears them by telling a date; F4 does so once it is late."""


def new_date(view: ClientView, flag: Flag) -> NewDate | None:
    """The date by which a message would clear the reason; None where it tells none."""
    late = flag.rule == "F4" and flag.severity is Severity.LATE
    item = view.items.get(flag.item or 0)
    if flag.reason.code == "f3_stage" and isinstance(item, Stage):
        return _day_of_stage(view, item)
    if not (late or flag.rule in NEW_DATE_RULES) or not isinstance(item, Edit):
        return None
    return date_of(view, item)


def _day_of_stage(view: ClientView, stage: Stage) -> NewDate | None:
    """The working days that were left, counted anew from the answer (D11); None where another day stands already."""
    found = moved_by_rest(view, stage)
    return NewDate(on=found.on, count=tuple(_day(line) for line in found.count)) if found else None


def date_of(view: ClientView, edit: Edit) -> NewDate:
    """A date that was given and not told yet, else the one that the terms give now (W8, D11)."""
    given = untold_date(view, edit)
    if given is not None:
        return NewDate(on=given.on, count=given.count, provisional=given.provisional)
    found = next_date(view, edit)
    return NewDate(on=found.on, count=tuple(_day(line) for line in found.count))


def _day(line: CountLine) -> CountedDay:
    return CountedDay(line.on, line.is_.value, line.why)
