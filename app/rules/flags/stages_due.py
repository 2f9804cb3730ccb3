"""F18 stages due, and what F3 and F6 ask about stages: a new day, a delivery untold."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.flags import Severity
from app.rules.flags.raising import Finding
from app.rules.heard import first_heard
from app.rules.stage_state import StageRead, StageState, read_stage
from app.rules.view import ClientView
from app.rules.working_time import nth_working_day

SOON_DAYS = 2
"""F18 stands from the second working day before a stage's day."""

_CODES = {Severity.SOON: "f18", Severity.TODAY: "f18_today", Severity.LATE: "f18_late"}


def stages(view: ClientView) -> Iterator[Finding]:
    """F18: a stage is due or late and not delivered; only a delivery or a move in agreement clears it."""
    for read in _reads(view):
        severity = _severity(view, read)
        if severity is None or read.due is None or read.closing is None:
            continue
        yield Finding(
            rule="F18",
            subject=read.stage.number,
            code=_CODES[severity],
            since=read.since,
            due=read.closing,
            severity=severity,
            values={"title": read.stage.title, "due": read.due.on},
            item=read.stage.number,
            about=(read.stage.number,),
            cleared_by_message=False,
        )


def _severity(view: ClientView, read: StageRead) -> Severity | None:
    """None while the day is far, or my clock rests (D11)."""
    if read.state is not StageState.PLANNED or read.due is None or read.closing is None:
        return None
    if read.closing <= view.now:
        return Severity.LATE
    if view.today >= read.due.on:
        return Severity.TODAY
    return Severity.SOON if view.today >= nth_working_day(view.dates, read.due.on, -SOON_DAYS) else None


def stages_resumed(view: ClientView) -> Iterator[Finding]:
    """F3, D11: what a stage waited for came; its new day, or that the old one stands, is to be told."""
    for read in _reads(view):
        if read.state is StageState.RESUMED:
            yield Finding(
                rule="F3",
                subject=read.stage.number,
                code="f3_stage",
                since=read.since,
                due=view.answer_due(read.since, duty=True),
                values={"title": read.stage.title, "since": read.since},
                item=read.stage.number,
                about=(read.stage.number,),
                waits=True,
            )


def stages_untold(view: ClientView) -> Iterator[Finding]:
    """F6: a stage was delivered, or accepted after the client's term, and nobody told the client what it means."""
    for read in _reads(view):
        if read.state is StageState.UNTOLD and read.delivery is not None:
            yield _untold(view, read, read.delivery.entry, "f6_stage")
        elif _is_accepted_late(view, read) and read.stage.accepted is not None:
            yield _untold(view, read, read.stage.accepted.entry, "f6_accepted_late")


def _is_accepted_late(view: ClientView, read: StageRead) -> bool:
    """Accepted in words after the term: the plan moves, and the client must be told how.

    Where silence counts as acceptance the stage was accepted when the term ended, so nothing is late.
    """
    if read.state is not StageState.ACCEPTED or read.acceptance is None:
        return False
    if view.terms_of(read.stage).acceptance.stages_by_silence == "yes" or read.since <= read.acceptance.closing:
        return False
    return first_heard(view, read.stage.mentions, read.since) is None


def _untold(view: ClientView, read: StageRead, event: int, code: str) -> Finding:
    return Finding(
        rule="F6",
        subject=event,
        code=code,
        since=read.since,
        due=view.answer_due(read.since, duty=True),
        values={"at": read.since, "title": read.stage.title},
        item=read.stage.number,
        about=(read.stage.number,),
        draft=code,
        waits=True,
    )


def _reads(view: ClientView) -> Iterator[StageRead]:
    return (read_stage(view, stage) for stage in view.snapshot.stages if stage.begun <= view.now)
