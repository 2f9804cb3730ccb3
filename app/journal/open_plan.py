"""Whose move it is in a client's plan: stages, risks, words, objections, money, the end of the contract (D10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.facts.client_page import OpenItem
from app.facts.flags import Ball, Flag
from app.facts.plan import Objection, Risk, Stage
from app.rules.heard import first_heard
from app.rules.stage_state import StageRead, StageState, read_stage
from app.rules.view import ClientView

FLAGGED = {"F20": "goal", "F25": "term", "F27": "payment"}
"""Rules whose reason is itself a move of mine, and the noun of its row; the others are seen by their items."""

THIRD = "third_party"


def my_plan(view: ClientView, raised: Sequence[Flag]) -> Iterator[OpenItem]:
    """What waits for me: stages to do or to tell, risks not told, words not settled, objections, and reasons of F25."""
    yield from _my_stages(view, raised)
    yield from _my_risks(view, raised)
    yield from (each for each in _objections(view, raised) if not _is_theirs(each))
    for word in view.snapshot.understandings:
        yield OpenItem(item=word.number, noun="understanding", title=word.word, state="not_settled")
    for flag in raised:
        if flag.rule in FLAGGED and flag.ball is Ball.ME and not flag.dismissed:
            yield OpenItem(item=flag.item or (flag.about[0] if flag.about else 0), noun=FLAGGED[flag.rule], title="",
                           state=flag.reason.code, closing=flag.due, flag=flag)  # fmt: skip


def _my_stages(view: ClientView, raised: Sequence[Flag]) -> Iterator[OpenItem]:
    for read in _stages(view):
        flag = _flag(raised, read)
        if read.ball is Ball.ME and not _with_third(read.stage) and (flag or _is_next(view, read)):
            yield _stage(read, flag)


def _my_risks(view: ClientView, raised: Sequence[Flag]) -> Iterator[OpenItem]:
    flags = {flag.item: flag for flag in raised if flag.rule == "F17"}
    for risk in view.snapshot.risks:
        flag = flags.get(risk.number)
        if risk.open and not _is_told(view, risk):
            yield OpenItem(item=risk.number, noun="risk", title=risk.title, state="not_told", flag=flag,
                           closing=flag.due if flag else None)  # fmt: skip


def their_plan(view: ClientView, raised: Sequence[Flag]) -> Iterator[OpenItem]:
    """Objections of which I spoke last: the client has the word (F26)."""
    yield from (each for each in _objections(view, raised) if _is_theirs(each))


def third_parties(view: ClientView) -> Iterator[OpenItem]:
    """What waits for somebody who speaks for nobody here: a stage that they moved, a risk of theirs (D10)."""
    for read in _stages(view):
        if read.is_to_do and _with_third(read.stage):
            yield _stage(read, None)
    for risk in view.snapshot.risks:
        if risk.open and risk.cause == THIRD and _is_told(view, risk):
            yield OpenItem(item=risk.number, noun="risk", title=risk.title, state="told")


def _stages(view: ClientView) -> list[StageRead]:
    """The stages that have begun to count, in the order of the plan."""
    reads = [read_stage(view, stage) for stage in view.snapshot.stages if stage.begun <= view.now]
    return sorted(reads, key=lambda read: (read.stage.order or 1_000, read.stage.number))


def _is_next(view: ClientView, read: StageRead) -> bool:
    """Of what is to be done only what is begun, and the first that is not; all that is to be told."""
    if not read.is_to_do or read.stage.started or read.state is StageState.RESUMED:
        return True
    to_do = [each for each in _stages(view) if each.is_to_do and not (each.stage.started or _with_third(each.stage))]
    return bool(to_do) and to_do[0].stage.number == read.stage.number


def _stage(read: StageRead, flag: Flag | None) -> OpenItem:
    started = read.state is StageState.PLANNED and read.stage.started is not None
    return OpenItem(
        item=read.stage.number,
        noun="stage",
        title=read.stage.title,
        state="in_work" if started else read.state.value,
        due=read.due.on if read.due else None,
        closing=read.closing or (flag.due if flag else None),
        flag=flag,
    )


def _flag(raised: Sequence[Flag], read: StageRead) -> Flag | None:
    """The reason that speaks of the stage itself: its day, its new day, its delivery."""
    rules = ("F18", "F3", "F6")
    return next((each for each in raised if each.item == read.stage.number and each.rule in rules), None)


def _with_third(stage: Stage) -> bool:
    due = stage.due
    return due is not None and due.cause == THIRD


def _is_told(view: ClientView, risk: Risk) -> bool:
    warned = any(each.at <= view.now for each in risk.warnings)
    return warned or first_heard(view, risk.mentions, min(risk.known_at or risk.begun, risk.begun)) is not None


def _objections(view: ClientView, raised: Sequence[Flag]) -> list[OpenItem]:
    return [_objection(view, each, raised) for each in view.snapshot.objections if each.open and each.begun <= view.now]


def _is_theirs(each: OpenItem) -> bool:
    return each.flag is not None and each.flag.ball is Ball.CLIENT


def _objection(view: ClientView, objection: Objection, raised: Sequence[Flag]) -> OpenItem:
    flag = next((each for each in raised if each.rule == "F26" and each.item == objection.number), None)
    pause = objection.pause_until
    paused = pause is not None and pause > view.now
    return OpenItem(
        item=objection.number,
        noun="objection",
        title=objection.title,
        state="paused" if paused else "answered" if flag and flag.ball is Ball.CLIENT else "open",
        due=view.day_of(pause) if pause is not None and paused else None,
        closing=pause if paused else flag.due if flag else None,
        flag=flag,
    )
