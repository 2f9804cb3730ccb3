"""What state a stage is in, which day binds, and who has the ball (D10, D11, F18)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from app.facts.flags import Ball
from app.facts.plan import Stage, StageDate
from app.facts.work import Delivery
from app.rules.edits import Rest, rests
from app.rules.heard import first_heard
from app.rules.promises import Promised, client_term
from app.rules.view import ClientView

_term = lru_cache(maxsize=1024)(client_term)


class StageState(StrEnum):
    """Where a stage stands, from the plan to its end."""

    PLANNED = "planned"
    """Under way or not yet begun; `due` is its day, if it has one."""
    RESTING = "resting"
    """An overdue request of mine is needed for it (D11)."""
    RESUMED = "resumed"
    """What it waited for came; its new day is to be told (D11)."""
    UNTOLD = "untold"
    """Delivered, but the contact was not told."""
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    BY_SILENCE = "by_silence"
    DROPPED = "dropped"


class StageRead(Struct, frozen=True, kw_only=True):
    """A stage as the rules read it. `since` is when the present state began."""

    stage: Stage
    state: StageState
    since: datetime
    ball: Ball | None
    due: StageDate | None = None
    """The day that binds: the planned one, or the last to which it was moved in agreement."""
    closing: datetime | None = None
    """When that day closes for me."""
    delivery: Delivery | None = None
    acceptance: Promised | None = None
    """By when the client is to accept what was delivered and told (1.4)."""

    @property
    def is_to_do(self) -> bool:
        """Not delivered and not ended."""
        return self.state in (StageState.PLANNED, StageState.RESTING, StageState.RESUMED)


def read_stage(view: ClientView, stage: Stage) -> StageRead:
    """The state of a stage at the view's now; read once for all rules."""
    found = view.read.get(stage.number)
    if not isinstance(found, StageRead):
        found = view.read[stage.number] = _read_stage(view, stage)
    return found


def _read_stage(view: ClientView, stage: Stage) -> StageRead:
    for end, state in ((stage.dropped, StageState.DROPPED), (stage.accepted, StageState.ACCEPTED)):
        if end is not None and end.at <= view.now:
            state = StageState.BY_SILENCE if end is stage.accepted and stage.by_silence else state
            delivery = _last_delivery(stage, end.at)
            acceptance = _acceptance(view, stage, delivery) if delivery else None
            return StageRead(
                stage=stage, state=state, since=end.at, ball=None, delivery=delivery, acceptance=acceptance
            )
    delivery = _last_delivery(stage, view.now)
    return _handed_over(view, stage, delivery) if delivery else _on_its_way(view, stage)


def _last_delivery(stage: Stage, until: datetime) -> Delivery | None:
    return next((each for each in reversed(stage.deliveries) if each.at <= until), None)


def _acceptance(view: ClientView, stage: Stage, delivery: Delivery) -> Promised | None:
    """The client's term, from the moment when the delivery was told; None while it is not."""
    told = view.told(delivery.told, delivery.at, stage.mentions)
    if told is None or told > view.now:
        return None
    terms = view.terms_of(stage)
    return _term(view.their_calendar(terms), told, terms.acceptance.days, terms.zone)


def _handed_over(view: ClientView, stage: Stage, delivery: Delivery) -> StageRead:
    due = _acceptance(view, stage, delivery)
    if due is None:
        return StageRead(stage=stage, state=StageState.UNTOLD, since=delivery.at, ball=Ball.ME, delivery=delivery)
    silent = view.terms_of(stage).acceptance.stages_by_silence == "yes" and due.closing <= view.now
    return StageRead(
        stage=stage,
        state=StageState.BY_SILENCE if silent else StageState.DELIVERED,
        since=due.closing if silent else view.told(delivery.told, delivery.at, stage.mentions) or delivery.at,
        ball=None if silent else Ball.CLIENT,
        delivery=delivery,
        acceptance=due,
    )


def _on_its_way(view: ClientView, stage: Stage) -> StageRead:
    met = rests(view, stage.number)
    due = _binding(view, stage, met)
    closing = (due.closing or view.closing(due.on)) if due else None
    state, since = StageState.PLANNED, stage.started.at if stage.started else stage.begun
    for begin, end in met:
        if closing is not None and closing <= begin:
            continue
        if end is None or end > view.now:
            state, since = StageState.RESTING, begin
        elif state is not StageState.RESTING and not _new_day_told(view, stage, end):
            state, since = StageState.RESUMED, end
    ball = Ball.CLIENT if state is StageState.RESTING else Ball.ME
    return StageRead(stage=stage, state=state, since=since, ball=ball, due=due, closing=closing)


def _binding(view: ClientView, stage: Stage, met: tuple[Rest, ...]) -> StageDate | None:
    """F18: only a move in agreement puts another day in place of the planned one."""
    found = None
    for each in stage.dates:
        if each.at <= view.now and (found is None or _is_agreed(view, stage, each, met)):
            found = each
    return found


def _is_agreed(view: ClientView, stage: Stage, move: StageDate, met: tuple[Rest, ...]) -> bool:
    """Whether a move is one in agreement.

    It names the entry in which the client agreed; or it is told, and either its cause is a new agreement, or the
    client kept the stage waiting before it: then the agreement itself gives a new day (D11). A day that I moved alone,
    told or not, leaves the old one in force.
    """
    if move.agreed_in is not None:
        return True
    if not (move.told or first_heard(view, stage.mentions, move.at)):
        return False
    return move.cause == "new_agreement" or (move.cause == "client" and any(begin <= move.at for begin, _ in met))


def _new_day_told(view: ClientView, stage: Stage, resumed: datetime) -> bool:
    """D11: after the rest a day was told, or anything else about the stage."""
    moved = any(each.told and resumed <= each.at <= view.now for each in stage.dates)
    return moved or first_heard(view, stage.mentions, resumed) is not None
