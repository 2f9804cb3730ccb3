"""Where a client's work stands in short: what is done, and what comes with its date (3.3, "where we are")."""

from __future__ import annotations

from app.facts.letter import Ahead
from app.facts.plan import Stage
from app.facts.work import Edit
from app.rules.edits import read_edit
from app.rules.view import ClientView

MOST = 6
"""So many lines of each are said; a message is no list of everything."""


def done(view: ClientView) -> tuple[str, ...]:
    """Titles of what was delivered or accepted, newest first."""
    every: list[Edit | Stage] = [*view.snapshot.edits, *view.snapshot.stages]
    handed = [(each.deliveries[-1].at, each) for each in every if each.deliveries and not _is_back(view, each)]
    handed.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(each.title for at, each in handed if at <= view.now)[:MOST]


def ahead(view: ClientView) -> tuple[Ahead, ...]:
    """What was promised or planned from today on and is not handed over yet, the nearest day first."""
    found = [each for each in (*_stages(view), *_edits(view)) if each.on >= view.today]
    return tuple(sorted(found, key=lambda each: each.on)[:MOST])


def stages_ahead(view: ClientView) -> tuple[Ahead, ...]:
    """The stages still to come with their days: what is told when work goes on or a stage was accepted late."""
    return tuple(sorted(_stages(view), key=lambda each: each.on))


def _stages(view: ClientView) -> list[Ahead]:
    coming = (each for each in view.snapshot.stages if each.open and not each.deliveries and each.due)
    return [Ahead(each.title, each.due.on) for each in coming if each.due is not None]


def _edits(view: ClientView) -> list[Ahead]:
    read = ((each, read_edit(view, each)) for each in view.snapshot.edits if each.open)
    return [
        Ahead(each.title, found.promise.on)
        for each, found in read
        if found.promise is not None and found.delivery is None
    ]


def _is_back(view: ClientView, item: Edit | Stage) -> bool:
    """An edit that came back is not done."""
    return isinstance(item, Edit) and item.open and read_edit(view, item).delivery is None
