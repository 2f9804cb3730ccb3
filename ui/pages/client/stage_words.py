"""Stages in words: how each stands, by when, and every day that it had."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.facts.plan import Stage, StageDate
from app.facts.plan_page import StageLine
from app.facts.visible import visible
from app.words import N_
from ui.pages.client.row_words import Reader
from ui.widgets.history import PromiseStep, StepState
from ui.widgets.item import Item

STAGE_ENDS: Final = ("accepted", "by_silence", "dropped")

STAGE_STATES: Final = {
    "resting": N_("Waits for what you asked them for"),
    "resumed": N_("What it waited for came, a new day is to be told"),
}

CAUSES: Final = {
    "me": N_("moved by me"),
    "client": N_("moved by them"),
    "third_party": N_("moved by a third party"),
    "outside": N_("moved from outside"),
    "new_agreement": N_("moved by a new agreement"),
}


def stage_item(reader: Reader, line: StageLine) -> Item:
    """A stage: its day in force, and where it stands."""
    words, stage = reader.words, line.stage
    over = line.state in STAGE_ENDS
    due = line.accept_by if line.state == "delivered" else line.due
    return Item(
        key=str(stage.number),
        icon="circle-check" if over and line.state != "dropped" else "ban" if over else "milestone",
        title=visible(stage.title),
        due=words.date(due, short=True) if due and not over else "",
        state=visible(_stage_state(reader, line)),
        severity="late" if line.is_late else "none",
    )


def _stage_state(reader: Reader, line: StageLine) -> str:
    words, stage = reader.words, line.stage
    if line.state in STAGE_STATES:
        return words.text(STAGE_STATES[line.state])
    if line.state == "dropped" and stage.dropped:
        return words.text("Left out of the plan {day:on-short}", day=reader.day(stage.dropped.at))
    if line.state in STAGE_ENDS:
        return _accepted(reader, line)
    if stage.deliveries:
        return _handed_over(reader, line)
    if stage.started:
        return words.text("In work {day:since-short}", day=reader.day(stage.started.at))
    return words.text("Not begun yet")


def _accepted(reader: Reader, line: StageLine) -> str:
    words, stage = reader.words, line.stage
    if line.state == "by_silence":
        return words.text("Counts as accepted, nothing was said in time")
    return words.text("Accepted {day:on-short}", day=reader.day(stage.accepted.at)) if stage.accepted else ""


def _handed_over(reader: Reader, line: StageLine) -> str:
    words, day = reader.words, reader.day(line.stage.deliveries[-1].at)
    if line.state == "untold":
        return words.text("Delivered {day:on-short}, not told yet", day=day)
    return words.text("Delivered {day:on-short}, to be accepted", day=day)


def stage_history(reader: Reader, line: StageLine) -> tuple[PromiseStep, ...]:
    """Every day that the stage had, from the second one on: moved ones struck, and by whom."""
    dates = line.stage.dates
    if len(dates) < 2:
        return ()
    steps = [_step(reader, line, each, dates[n + 1 :]) for n, each in enumerate(dates)]
    return tuple(steps)


def _step(reader: Reader, line: StageLine, each: StageDate, later: Sequence[StageDate]) -> PromiseStep:
    words = reader.words
    note = words.text(CAUSES[each.cause]) if each.cause in CAUSES else words.text("planned")
    state = StepState.MOVED if later else _last_state(line.stage, each)
    return PromiseStep(words.date(each.on, short=True), note, state)


def _last_state(stage: Stage, each: StageDate) -> StepState:
    if not stage.deliveries or each.closing is None:
        return StepState.CURRENT
    return StepState.KEPT if stage.deliveries[0].at <= each.closing else StepState.MISSED


def spoken_history(reader: Reader, steps: Sequence[PromiseStep]) -> str:
    """The days aloud; a moved one is announced as old."""
    words = reader.words
    said = [words.text("old: {text}", text=s.date) if s.state is StepState.MOVED else s.date for s in steps]
    return ". ".join(f"{day}, {step.note}" for day, step in zip(said, steps, strict=True))
