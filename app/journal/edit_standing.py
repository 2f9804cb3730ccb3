"""An edit as a row shows it: every date that was given, what replaced it, and how it ended (6.4, W10)."""

from __future__ import annotations

from datetime import datetime

from app.facts.timeline import DateTold, EditStanding, Handed
from app.facts.work import Delivery, Edit, Promise
from app.rules.edits import EditState, read_edit
from app.rules.promise_results import result_of_round, rounds_of
from app.rules.view import ClientView


def edit_standing(view: ClientView, edit: Edit) -> EditStanding:
    """State, dates and result of an edit at the view's now."""
    read = read_edit(view, edit)
    by = read.acceptance.on if read.acceptance and read.state is EditState.DELIVERED else None
    return EditStanding(
        state=read.state.value,
        dates=tuple(_dates(view, edit)),
        handed=_handed(view, edit),
        accept_by=by,
    )


def _dates(view: ClientView, edit: Edit) -> list[DateTold]:
    found: list[DateTold] = []
    given = edit.deliveries[-1] if edit.deliveries else None
    firm: Promise | None = None
    for number, each in enumerate(edit.promises):
        told = view.told(each.told, each.at, edit.mentions)
        last = number + 1 == len(edit.promises)
        found.append(
            DateTold(
                on=each.on,
                at=told or each.at,
                told=told is not None,
                provisional=each.provisional,
                moved=_moved(firm, told),
                replaced=not last and told is not None,
                missed=last and told is not None and _is_missed(view, edit, each, given),
            )
        )
        if told is not None and not each.provisional:
            firm = each
    return found


def _moved(before: Promise | None, told: datetime | None) -> str:
    if before is None or told is None:
        return ""
    return "late" if told >= before.closing else "in_time"


def _is_missed(view: ClientView, edit: Edit, promise: Promise, given: Delivery | None) -> bool:
    return given is None and edit.ended is None and promise.closing <= view.now


def _handed(view: ClientView, edit: Edit) -> Handed | None:
    if not edit.deliveries:
        return None
    rounds = rounds_of(edit)
    result = result_of_round(rounds[-1], view.now) if rounds else None
    return Handed(edit.deliveries[-1].at, result.value if result else "")
