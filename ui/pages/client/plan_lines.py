"""Lines of the timeline about the plan: what happened in one line, and how the thing stands now (6.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from app.facts.plan import Goal, Objection, Risk, Stage, Understanding
from app.facts.timeline import Line
from app.facts.work import AnyItem
from app.words import Words
from ui.pages.client.plan_words import OBJECTION_STEPS, SUBJECTS, measured, way_words
from ui.pages.client.stage_words import CAUSES


def _stage(words: Words, line: Line) -> str:
    body = line.entry.body
    said = str(body.get("title", ""))
    if "due" in body:
        said = words.text("{title}, {day:by-short}", title=said, day=date.fromisoformat(body["due"]))
    return _also(said, body.get("deliverable", ""))


def _moved(words: Words, line: Line) -> str:
    body = line.entry.body
    day = date.fromisoformat(body["due"])
    cause = words.text(CAUSES[body["cause"]]) if body.get("cause") in CAUSES else ""
    said = words.text("«{title}» to {day:acc-short}, {cause}", title=_title(line), day=day, cause=cause)
    return _also(said, body.get("reason", ""))


def _step(words: Words, line: Line) -> str:
    body = line.entry.body
    links = " ".join(body.get("links", ()))
    return _also(f"«{_title(line)}»", body.get("reason", "") or body.get("text", "") or links or body.get("note", ""))


def _goal(words: Words, line: Line) -> str:
    body = line.entry.body
    way = way_words(words, body["metric"], body["base"], body["target"], body.get("unit", ""))
    return words.text("{way} {by:by-short}", way=way, by=date.fromisoformat(body["by"]))


def _measured(words: Words, line: Line) -> str:
    body = line.entry.body
    unit = line.item.unit if isinstance(line.item, Goal) else ""
    value, day = measured(words, body["value"], unit), date.fromisoformat(body["on"])
    return words.text("«{title}»: {value} {day:on-short}", title=_title(line), value=value, day=day)


def _word(words: Words, line: Line) -> str:
    body = line.entry.body
    said = words.text("«{title}»", title=str(body.get("word", _title(line))))
    both = [words.text("I mean: {mine}", mine=body["mine"])] if "mine" in body else []
    both += [words.text("they mean: {theirs}", theirs=body["theirs"])] if "theirs" in body else []
    number = measured(words, body["number"], body.get("unit", "")) if "number" in body else ""
    return _also(said, " · ".join(part for part in (*both, number) if part))


def _objection(words: Words, line: Line) -> str:
    """What is new of its steps; of one that goes on its own words are known already."""
    body = line.entry.body
    begins = "item" not in body
    steps = [str(body["what"])] if begins else [f"«{_title(line)}»"]
    for key, label in OBJECTION_STEPS[1:]:
        said = body.get(key)
        text = ", ".join(said) if isinstance(said, list) else said
        if text:
            steps.append(f"{words.text(label)}: {text}")
    return " · ".join(steps)


def _payment(words: Words, line: Line) -> str:
    body = line.entry.body
    return _also(words.money(body["sum"]["amount"], body["sum"]["currency"]), body.get("for", ""))


def _feedback(words: Words, line: Line) -> str:
    body = line.entry.body
    scores = [f"{words.text(SUBJECTS.get(key, key))} {score}" for key, score in body.get("scores", {}).items()]
    return _also(words.list_of(scores), body.get("text", "")) if scores else str(body.get("text", ""))


def _title(line: Line) -> str:
    return line.item.title if line.item is not None else ""


def _also(said: str, more: str) -> str:
    return " · ".join(part for part in (said, more.replace("\n", " · ")) if part)


PLAN_TEXTS: Final[dict[str, Callable[[Words, Line], str]]] = {
    "stage.planned": _stage,
    "stage.moved": _moved,
    **dict.fromkeys(("stage.started", "stage.delivered", "stage.accepted", "stage.dropped"), _step),
    **dict.fromkeys(("risk.warned", "risk.passed", "goal.closed"), _step),
    "goal.set": _goal,
    "goal.measured": _measured,
    "understanding.noted": _word,
    "understanding.settled": _word,
    "objection.raised": _objection,
    "objection.resolved": _objection,
    "payment.noted": _payment,
    "feedback.given": _feedback,
}
"""The words beside the kind; what an entry lacks is left out."""


def plan_state(words: Words, item: AnyItem) -> str:
    """How the thing stands now, under the entry that began it."""
    if isinstance(item, Stage):
        return _stage_state(words, item)
    if isinstance(item, Risk):
        if item.passed:
            return words.text_in("risk", "Passed")
        return words.text_in("risk", "Told") if item.warnings or item.mentions else words.text("Not told yet")
    if isinstance(item, Goal):
        return _goal_state(words, item)
    if isinstance(item, Understanding):
        return _word_state(words, item.state)
    if isinstance(item, Objection):
        return words.text_in("objection", "Resolved") if item.resolved else words.text_in("objection", "Open")
    return ""


def _word_state(words: Words, state: str) -> str:
    if state == "agreed":
        return words.text_in("word", "Agreed")
    return words.text("No agreement on it") if state == "refused" else words.text_in("word", "Open")


def _stage_state(words: Words, stage: Stage) -> str:
    if stage.dropped:
        return words.text("Left out of the plan")
    if stage.accepted:
        return words.text_in("stage", "Accepted")
    if stage.deliveries:
        return words.text_in("stage", "Delivered")
    if stage.due is None:
        return words.text_in("stage", "Open")
    return words.text_in("stage", "Open, due {day:by-short}", day=stage.due.on)


def _goal_state(words: Words, goal: Goal) -> str:
    if goal.closed:
        return words.text_in("goal", "Closed")
    if not goal.readings:
        return words.text("No reading yet")
    last = goal.readings[-1]
    value = measured(words, last.value, goal.unit)
    return words.text("Last reading {value} {day:on-short}", value=value, day=last.on)
