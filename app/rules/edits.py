"""What state an edit is in, which promise binds, when my clock on it rests, and who has the ball (D7, D10, D11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from app.facts.flags import Ball
from app.facts.work import Delivery, Edit, Promise, Request
from app.rules.promises import Promised, client_term
from app.rules.view import ClientView

_term = lru_cache(maxsize=1024)(client_term)
"""Asked anew at every look at the list, and always with the same answer."""

Rest = tuple[datetime, datetime | None]


class EditState(StrEnum):
    """Where an edit stands, from the request to its end."""

    UNCONFIRMED = "unconfirmed"
    """A voice asked; the contact has not confirmed (D7)."""
    NO_DATE = "no_date"
    RESUMED = "resumed"
    """What it waited for came; a new date is to be told (D11)."""
    RESTING = "resting"
    """An overdue request of mine is needed for it (D11)."""
    PROVISIONAL = "provisional"
    PROMISED = "promised"
    UNTOLD = "untold"
    """Delivered, but the contact was not told."""
    DELIVERED = "delivered"
    RETURNED = "returned"
    """Came back, and no new date is told yet."""
    ACCEPTED = "accepted"
    BY_SILENCE = "by_silence"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class EditRead(Struct, frozen=True, kw_only=True):
    """An edit as the rules read it. `since` is when the present state began."""

    edit: Edit
    state: EditState
    since: datetime
    ball: Ball | None
    unconfirmed: bool = False
    promise: Promise | None = None
    """The promise in force: the last one told (B8)."""
    delivery: Delivery | None = None
    acceptance: Promised | None = None
    """By when the client is to accept what was delivered and told (1.4)."""


_ENDS = {
    "edit.accepted": EditState.ACCEPTED,
    "edit.declined": EditState.DECLINED,
    "edit.withdrawn": EditState.WITHDRAWN,
}


def read_edit(view: ClientView, edit: Edit) -> EditRead:
    """The state of an edit at the view's now; read once for all rules."""
    found = view.read.get(edit.number)
    if not isinstance(found, EditRead):
        found = view.read[edit.number] = _read_edit(view, edit)
    return found


def _read_edit(view: ClientView, edit: Edit) -> EditRead:
    if edit.ended and edit.ended.at <= view.now:
        return EditRead(edit=edit, state=_ENDS[edit.ended.kind], since=edit.ended.at, ball=None)
    start, state = _asked(edit)
    unconfirmed = edit.confirmed is None and view.is_voice(edit.person, edit.begun)
    promised = _in_force(view, edit, start)
    delivery = _last_delivery(edit)
    if delivery and (promised is None or promised[1] <= delivery.at):
        return _handed_over(view, edit, delivery, unconfirmed)
    if promised is None and unconfirmed:
        return EditRead(edit=edit, state=EditState.UNCONFIRMED, since=edit.begun, ball=Ball.ME, unconfirmed=True)
    return _on_its_way(view, edit, state, start, promised, unconfirmed)


def rests(view: ClientView, number: int) -> tuple[Rest, ...]:
    """When my clock on an edit or stage rested: while an overdue request was needed for it (D11); None: it still is."""
    return rests_by(view.snapshot.requests, number, view.now)


def rests_by(requests: Iterable[Request], number: int, now: datetime) -> tuple[Rest, ...]:
    """The same out of the requests alone."""
    found = []
    for each in requests:
        if number in each.needed_for and each.closing and each.closing < now:
            end = each.ended.at if each.ended else None
            if end is None or end > each.closing:
                found.append((each.closing, end))
    return tuple(sorted(found, key=_begin))


def _last_delivery(edit: Edit) -> Delivery | None:
    """The delivery that stands: the last one, if it was not returned since."""
    if not edit.deliveries:
        return None
    last = edit.deliveries[-1]
    return None if edit.returns and edit.returns[-1].at > last.at else last


def _begin(rest: Rest) -> datetime:
    return rest[0]


def _asked(edit: Edit) -> tuple[datetime, EditState]:
    """The event from which a date is owed: the request, its confirmation, or the last return."""
    if edit.returns:
        return edit.returns[-1].at, EditState.RETURNED
    return (edit.confirmed.at if edit.confirmed else edit.begun), EditState.NO_DATE


def _in_force(view: ClientView, edit: Edit, start: datetime) -> tuple[Promise, datetime] | None:
    """The last promise told since a date was owed, and when it was told."""
    found = None
    returned = bool(edit.returns)
    for each in edit.promises:
        if returned and each.at < start:
            continue
        at = view.told(each.told, each.at, edit.mentions)
        if at is not None and at <= view.now and (found is None or at >= found[1]):
            found = each, at
    return found


def _on_its_way(
    view: ClientView,
    edit: Edit,
    state: EditState,
    start: datetime,
    promised: tuple[Promise, datetime] | None,
    unconfirmed: bool,
) -> EditRead:
    told = since = promised[1] if promised else start
    promise = promised[0] if promised else None
    if promise:
        state = EditState.PROVISIONAL if promise.provisional else EditState.PROMISED
    met = [
        (begin, end)
        for begin, end in rests(view, edit.number)
        if not (promise and promise.closing <= begin) and not (end and end <= told)
    ]
    running = [begin for begin, end in met if end is None or end > view.now]
    if running:
        state, since = EditState.RESTING, running[0]
    elif met:
        state, since = EditState.RESUMED, max(end for _, end in met if end is not None)
    ball = Ball.CLIENT if state is EditState.RESTING else Ball.ME
    return EditRead(
        edit=edit,
        state=state,
        since=since,
        ball=ball,
        unconfirmed=unconfirmed,
        promise=promise,
    )


def _handed_over(view: ClientView, edit: Edit, delivery: Delivery, unconfirmed: bool) -> EditRead:
    told = view.told(delivery.told, delivery.at, edit.mentions)
    if told is None or told > view.now:
        return EditRead(
            edit=edit,
            state=EditState.UNTOLD,
            since=delivery.at,
            ball=Ball.ME,
            unconfirmed=unconfirmed,
            delivery=delivery,
        )
    terms = view.terms_of(edit)
    due = _term(view.their_calendar(terms), told, terms.acceptance.days, terms.zone)
    silent = terms.acceptance.edits_by_silence == "yes" and due.closing <= view.now
    return EditRead(
        edit=edit,
        state=EditState.BY_SILENCE if silent else EditState.DELIVERED,
        since=due.closing if silent else told,
        ball=None if silent else Ball.CLIENT,
        unconfirmed=unconfirmed,
        delivery=delivery,
        acceptance=due,
    )
