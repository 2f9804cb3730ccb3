"""The date that a message may tell for an edit: counted from now by the edit's own terms, with its count (W8)."""

from __future__ import annotations

from app.facts.calendar_body import minute_of
from app.facts.flags import Flag, Severity
from app.facts.letter import NewDate
from app.facts.work import CountedDay, Edit
from app.rules.promises import CountLine, promise
from app.rules.view import ClientView

NEW_DATE_RULES = ("F3", "F5")
"""A message clears them by telling a date; F4 does so once it is late."""


def new_date(view: ClientView, flag: Flag) -> NewDate | None:
    """The date by which a message would clear the reason; None where it tells none."""
    late = flag.rule == "F4" and flag.severity is Severity.LATE
    item = view.items.get(flag.item or 0)
    if not (late or flag.rule in NEW_DATE_RULES) or not isinstance(item, Edit):
        return None
    return date_of(view, item)


def date_of(view: ClientView, edit: Edit) -> NewDate:
    """The date that the terms give for an edit now."""
    terms = view.terms_of(edit)
    cutoff = None if terms.edits.cutoff == "none" else minute_of(terms.edits.cutoff)
    days = int(getattr(terms.edits, edit.size))
    found = promise(view.dates, view.now, days, terms.edits.rule, cutoff)
    return NewDate(on=found.on, count=tuple(_day(line) for line in found.count))


def _day(line: CountLine) -> CountedDay:
    return CountedDay(line.on, line.is_.value, line.why)
