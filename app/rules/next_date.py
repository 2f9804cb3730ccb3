"""The date to tell for an edit now: one given and never told, what is left after a rest, or the term counted (D11)."""

from __future__ import annotations

from datetime import datetime

from app.facts.calendar_body import minute_of
from app.facts.work import Edit, Promise
from app.rules.edits import EditRead, EditState, read_edit, rests
from app.rules.promise_results import telling
from app.rules.promises import Promised, promise
from app.rules.rested import after_rests
from app.rules.view import ClientView

_ASKED = (EditState.NO_DATE, EditState.RETURNED)


def next_date(view: ClientView, edit: Edit) -> Promised:
    """The date that the terms give at the view's now (W8).

    After a rest: the working days that were left, counted anew from the answer (D11). For what was asked for or came
    back: the term from that event, as long as that date has not passed. Else the term from now.
    """
    read = read_edit(view, edit)
    rested = _after_rest(view, read)
    if rested is not None:
        return rested
    if read.state in _ASKED:
        found = _counted(view, edit, read.since)
        if found.closing > view.now:
            return found
    return _counted(view, edit, view.now)


def untold_date(view: ClientView, edit: Edit) -> Promise | None:
    """The newest date, where nobody was told of it yet and it still lies ahead: a message about the edit tells it (B8).

    One that was given before the edit came back, or before my clock rested, is no date any more.
    """
    if not edit.promises:
        return None
    last, read = edit.promises[-1], read_edit(view, edit)
    if telling(edit, last) is not None or last.closing <= view.now or last.at > view.now:
        return None
    return None if last.at < read.since and read.state in (EditState.RETURNED, EditState.RESUMED) else last


def _after_rest(view: ClientView, read: EditRead) -> Promised | None:
    given = read.promise
    if given is None or given.provisional or read.state not in (EditState.RESUMED, EditState.RESTING):
        return None
    told = view.told(given.told, given.at, read.edit.mentions) or given.at
    calendar = view.mine.in_zone(view.terms_of(read.edit).zone)
    return after_rests(calendar, given.on, given.closing, told, rests(view, read.edit.number), view.now)


def _counted(view: ClientView, edit: Edit, received: datetime) -> Promised:
    terms = view.terms_of(edit)
    cutoff = None if terms.edits.cutoff == "none" else minute_of(terms.edits.cutoff)
    days = int(getattr(terms.edits, edit.size))
    return promise(view.mine.in_zone(terms.zone), received, days, terms.edits.rule, cutoff)
