"""F14: what was delivered and told is to be accepted: one reason on the last day for it, and no ladder (1.4)."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.flags import Ball, Severity
from app.facts.plan import Stage
from app.facts.wall_time import end_instant
from app.facts.work import Edit
from app.rules.edits import EditRead, EditState, read_edit
from app.rules.flags.raising import Finding
from app.rules.stage_state import StageRead, StageState, read_stage
from app.rules.view import ClientView


def acceptances(view: ClientView) -> Iterator[Finding]:
    """Edits, then stages, whose acceptance ends today in the zone of dates."""
    if view.now >= end_instant(view.terms.zone, view.today):
        return
    for edit in view.snapshot.edits:
        asked = read_edit(view, edit)
        if asked.state is EditState.DELIVERED:
            yield from _ends_today(view, edit, asked)
    for stage in view.snapshot.stages:
        planned = read_stage(view, stage) if stage.begun <= view.now else None
        if planned is not None and planned.state is StageState.DELIVERED:
            yield from _ends_today(view, stage, planned)


def _ends_today(view: ClientView, item: Edit | Stage, read: EditRead | StageRead) -> Iterator[Finding]:
    if read.acceptance is None or read.delivery is None or read.acceptance.on != view.today:
        return
    yield Finding(
        rule="F14",
        subject=f"{read.delivery.entry}/1",
        code="f14_acceptance",
        since=read.since,
        due=read.acceptance.closing,
        severity=Severity.TODAY,
        values={"title": item.title, "due": read.acceptance.on},
        item=item.number,
        about=(item.number,),
        ball=Ball.CLIENT,
        draft="f14_acceptance",
    )
