"""The rows of the Plan tab in words: goals, risks, words both sides use, objections, money, what was said."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final

from app.facts.plan import Objection, Understanding
from app.facts.plan_page import GoalLine, MoneyLine, RiskLine, SaidLine
from app.facts.visible import visible
from app.words import N_, Words
from ui.pages.client.row_words import Reader
from ui.widgets.item import Item

OBJECTION_STEPS: Final = (
    ("what", N_("What they say")),
    ("paraphrase", N_("What you understood")),
    ("common_ground", N_("What both want")),
    ("proposals", N_("What you propose")),
    ("proof", N_("What proves it")),
    ("outcome", N_("What came of it")),
)
"""The six steps in their order, and what each is called (3.3)."""

SUBJECTS: Final = {
    "work": N_("the work"),
    "talk": N_("the talk"),
    "reports": N_("the reports"),
    "paperwork": N_("the paperwork"),
    "telephony": N_("the phone"),
}


def goal_item(reader: Reader, line: GoalLine) -> Item:
    """A goal: from where to where and by when; the last reading, and how far off its line it is (F20)."""
    words, goal = reader.words, line.goal
    way = way_words(words, goal.metric, goal.base, goal.target, goal.unit)
    return Item(
        key=str(goal.number),
        icon="circle-check" if goal.closed else "target",
        title=visible(way),
        due="" if goal.closed else words.text("{day:by-short}", day=goal.by),
        state=visible(_goal_state(reader, line)),
        severity="today" if line.is_off and goal.open else "none",
    )


def way_words(words: Words, metric: str, base: str, target: str, unit: str) -> str:
    """From where to where; a value that is to be kept stays where it is."""
    end = measured(words, target, unit)
    if Decimal(base) == Decimal(target):
        return words.text("{metric}: to stay at {target}", metric=metric, target=end)
    return words.text("{metric}: from {base} to {target}", metric=metric, base=words.decimal(base), target=end)


def _goal_state(reader: Reader, line: GoalLine) -> str:
    words, goal = reader.words, line.goal
    if goal.closed:
        return words.text("Closed {day:on-short}", day=reader.day(goal.closed.at))
    if line.last is None or line.off is None:
        return words.text("No reading yet")
    value = measured(words, line.last.value, goal.unit)
    said = words.text("{value} {day:on-short}, {off}", value=value, day=line.last.on, off=off_words(words, line))
    if not goal.since <= line.last.on <= goal.by:
        return words.text("{reading}. That day lies outside the goal's time", reading=said)
    return said


def off_words(words: Words, line: GoalLine) -> str:
    """ "4 % behind the line", "12 % ahead of the line", "on the line"."""
    off = line.off or Decimal(0)
    share = words.percent(round(abs(off) * 100))
    if not round(abs(off) * 100):
        return words.text("on the line")
    if Decimal(line.goal.base) == Decimal(line.goal.target):
        return words.text("{share} off the line", share=share)
    if off > 0:
        return words.text("{share} behind the line", share=share)
    return words.text("{share} ahead of the line", share=share)


def measured(words: Words, value: str, unit: str) -> str:
    """A value with its unit: "52 leads"."""
    return f"{words.decimal(value)} {unit}".strip()


def risk_item(reader: Reader, line: RiskLine) -> Item:
    """A risk: told or not, and what it threatens."""
    words, risk = reader.words, line.risk
    if risk.passed:
        state = words.text("Passed {day:on-short}", day=reader.day(risk.passed.at))
    elif line.told:
        state = words.text("Told {day:on-short}", day=line.told)
    else:
        state = words.text("Not told yet")
    if line.threatens:
        state = words.text("{state}, threatens «{title}»", state=state, title=line.threatens)
    waits = risk.open and not line.told
    return Item(key=str(risk.number), icon="triangle-alert" if risk.open else "circle-check",
                title=visible(risk.title), state=visible(state), severity="today" if waits else "none")  # fmt: skip


def word_item(reader: Reader, word: Understanding) -> Item:
    """A word both sides use: what each means, or what was agreed."""
    words = reader.words
    if word.state == "refused":
        state = words.text("No agreement on it")
    elif word.state == "agreed":
        said = measured(words, word.value, word.unit) if word.value else word.mine or word.theirs
        state = words.text("Agreed: {text}", text=said) if said else words.text("Agreed")
    elif word.mine or word.theirs:
        state = words.text("I mean: {mine} · they mean: {theirs}", mine=word.mine or "…", theirs=word.theirs or "…")
    else:
        state = words.text("Nobody has said yet what it means")
    return Item(key=str(word.number), icon="quote" if word.open else "circle-check",
                title=visible(f"«{word.word}»"), state=visible(state.replace("\n", " · ")))  # fmt: skip


def objection_item(reader: Reader, objection: Objection, now: datetime) -> Item:
    """An objection: its pause, or the step that comes next, or what came of it."""
    words = reader.words
    if objection.resolved:
        day = reader.day(objection.resolved.at)
        state = words.text("Resolved {day:on-short}", day=day)
        if objection.outcome:
            state = words.text("{state}: {text}", state=state, text=objection.outcome)
    elif objection.pause_until and objection.pause_until > now:
        state = words.text("Pause {until:until-short}", until=reader.day(objection.pause_until))
    else:
        at = next_step(objection)
        state = words.text("Next, step {n} of 6: {step}", n=at + 1, step=words.text(OBJECTION_STEPS[at][1]))
    waits = objection.open and not (objection.pause_until and objection.pause_until > now)
    return Item(key=str(objection.number), icon="scale" if objection.open else "circle-check",
                title=visible(objection.title), state=visible(state.replace("\n", " · ")),
                severity="today" if waits else "none")  # fmt: skip


def next_step(objection: Objection) -> int:
    """The first of the six steps that nothing is written of; the last one when all are."""
    written = [bool(getattr(objection, key)) for key, _ in OBJECTION_STEPS]
    return next((n for n, done in enumerate(written) if not done), len(OBJECTION_STEPS) - 1)


def money_item(reader: Reader, line: MoneyLine) -> Item:
    """A payment, and whether work was begun since."""
    words = reader.words
    sum_ = words.money(line.amount, line.currency)
    state = words.text("Work was begun") if line.begun else words.text("No stage was begun since")
    return Item(key=str(line.entry), icon="banknote",
                title=visible(words.text("{sum}, {what}", sum=sum_, what=line.for_what) if line.for_what else sum_),
                due=words.date(line.on, short=True), state=state)  # fmt: skip


def said_item(reader: Reader, line: SaidLine) -> Item:
    """Feedback with its scores, or a planning session."""
    words = reader.words
    scores = words.list_of([f"{words.text(SUBJECTS.get(key, key))} {score}" for key, score in line.scores])
    feedback = line.kind == "feedback.given"
    state = words.text("Feedback") if feedback else words.text("Planning session")
    return Item(
        key=str(line.entry),
        icon="star" if feedback else "list",
        title=visible((line.text or scores).replace("\n", " · ")),
        due=words.date(line.on, short=True),
        state=words.text("Feedback: {scores}", scores=scores) if feedback and scores and line.text else state,
    )
