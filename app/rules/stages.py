"""How my clock on a stage stands: it rests while an overdue request is needed for it, and goes on when that came."""

from __future__ import annotations

from app.facts.plan import Stage
from app.rules.edits import Rest, rests
from app.rules.promises import Promised
from app.rules.rested import after_rests
from app.rules.view import ClientView


def stage_rests(view: ClientView, stage: Stage) -> tuple[Rest, ...]:
    """When my clock on the stage rested: (from, to), to None while it still does (D11)."""
    return rests(view, stage.number)


def is_done(stage: Stage) -> bool:
    """Delivered, accepted or dropped: no day is waited for."""
    return bool(stage.deliveries or stage.accepted or stage.dropped)


def moved_by_rest(view: ClientView, stage: Stage, stops: tuple[Rest, ...] = ()) -> Promised | None:
    """The day to propose for a stage on which my clock rested since its day was set; None where it never did (D11).

    `stops` are the times when all work was stopped (work.stopped to work.resumed).
    """
    due = stage.due
    if due is None or is_done(stage):
        return None
    calendar = view.dates.in_zone(view.terms_of(stage).zone)
    closing = due.closing or view.closing(due.on)
    return after_rests(calendar, due.on, closing, due.at, (*stage_rests(view, stage), *stops), view.now)
