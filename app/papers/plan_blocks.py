"""Plan, goals, risks and what comes next on papers: where things stand, in words that blame nobody (5.1)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from app.facts.call_rows import NextCall
from app.facts.pages import Bar, Cell, Leaf, Mark, NumberedLine, NumberedList, Paragraph, Run, Table, Tone, plain
from app.facts.plan_rows import GoalRow, NextLine, NextSort, RiskRow, StageMove, StageRow, StageState
from app.papers.call_blocks import next_call_line
from app.papers.periods import period_name
from app.papers.week_dates import FOUR, dates_in_row
from app.words import N_, Words

MOVED_BY: Final = {
    "me": N_("moved from our side"),
    "client": N_("moved from the client's side"),
    "third_party": N_("moved by a third party"),
    "outside": N_("moved by events outside"),
    "new_agreement": N_("moved by a new agreement"),
}
STATES: Final = {
    StageState.ACCEPTED: N_("accepted {day:short}"),
    StageState.BY_SILENCE: N_("counts as accepted since {day:short}"),
    StageState.DELIVERED: N_("delivered, to be accepted"),
    StageState.DROPPED: N_("left out of the plan {day:short}"),
    StageState.RESTING: N_("waits for what we asked for"),
    StageState.IN_WORK: N_("in work since {day:short}"),
}
MARKS: Final = {
    StageState.ACCEPTED: Mark.CHECK,
    StageState.BY_SILENCE: Mark.CHECK,
    StageState.DELIVERED: Mark.CHECK,
    StageState.DROPPED: Mark.DASH,
}
RISK_CAUSES: Final = {
    "me": N_("on my side"),
    "client": N_("on the client's side"),
    "third_party": N_("with a third party"),
    "outside": N_("outside"),
}


def plan_table(rows: tuple[StageRow, ...], words: Words, *, mine: bool = False) -> tuple[Leaf, ...]:
    """Stages: planned with every move, delivered, where they stand, moved by whom; `mine` adds the reasons."""
    if not rows:
        return ()
    head = (words.text("Stage"), words.text("Planned"), words.text("Delivered"), words.text("State"))
    cells = tuple(
        (
            Cell(plain(row.title, Tone.STRONG)),
            Cell(dates_in_row(row.dates, words)),
            Cell(plain(words.date(row.delivered, short=True) if row.delivered else "", Tone.MUTED)),
            Cell(_stage_state(row, words, mine), MARKS.get(row.state, Mark.ARROW)),
        )
        for row in rows
    )
    return (Table(columns=FOUR, head=head, rows=cells, ruled=True),)


def _stage_state(row: StageRow, words: Words, mine: bool) -> tuple[Run, ...]:
    lines = [_standing(row, words)]
    if row.over:
        lines.append(words.plural("{n} working day past the day", "{n} working days past the day", row.over))
    said = "\n".join(line for line in lines if line)
    moved = "\n".join(dict.fromkeys(_move(each, words, mine) for each in row.moves if each.cause in MOVED_BY))
    return (*plain(said), *plain(f"\n{moved}" if said and moved else moved, Tone.MUTED))


def _standing(row: StageRow, words: Words) -> str:
    if row.state not in STATES:
        return words.text("planned") if row.dates and not row.over else ""
    return words.text(STATES[row.state], day=row.since or "")


def _move(move: StageMove, words: Words, mine: bool) -> str:
    by = words.text(MOVED_BY[move.cause])
    return words.text("{moved}: {reason}", moved=by, reason=move.reason) if mine and move.reason else by


def goal_bars(rows: tuple[GoalRow, ...], words: Words) -> tuple[Leaf, ...]:
    """Each goal: base, way, target, the last reading and its day, the deviation of F20, the days left."""
    return tuple(
        Bar(
            label=f"{row.metric}, {row.unit}" if row.unit else row.metric,
            base=words.decimal(row.base),
            target=words.decimal(row.target),
            value=words.decimal(row.value) if row.value else "",
            done=row.done,
            on=words.date(row.on, short=True) if row.on else words.text("not measured"),
            remark=_remark(row, words),
        )
        for row in rows
    )


def _remark(row: GoalRow, words: Words) -> str:
    left = words.plural("{n} day left", "{n} days left", row.days_left) if row.days_left else ""
    said = _deviation(row, words) if row.off_percent else ""
    return words.text("{deviation}, {left}", deviation=said, left=left) if said and left else said or left


def _deviation(row: GoalRow, words: Words) -> str:
    """Behind a line that falls is above it; a value that is to stay is off it on either side."""
    off, way = Decimal(row.off_percent), Decimal(row.target) - Decimal(row.base)
    share = words.percent(abs(off))
    if not off:
        return words.text("as planned")
    if not way:
        return words.text("{share} off the line", share=share)
    below = (off > 0) == (way > 0)
    if below:
        return words.text("{share} below the line", share=share)
    return words.text("{share} above the line", share=share)


def risk_lines(rows: tuple[RiskRow, ...], words: Words, *, mine: bool = False) -> tuple[Leaf, ...]:
    """Risks, what they threaten, and when the client was told."""
    lines = tuple(NumberedLine(runs=_risk(row, words), right=_told(row, words, mine)) for row in rows)
    return (NumberedList(lines=lines),) if rows else ()


def _risk(row: RiskRow, words: Words) -> tuple[Run, ...]:
    more = [words.text("It concerns: {what}", what=row.threatens)] if row.threatens else []
    if row.cause in RISK_CAUSES:
        more.append(words.text("Cause: {where}", where=words.text(RISK_CAUSES[row.cause])))
    if not more:
        return (Run(row.title),)
    return Run(f"{row.title.rstrip('.')}. "), Run(". ".join(more), Tone.MUTED)


def _told(row: RiskRow, words: Words, mine: bool) -> str:
    if row.told:
        return words.text("told {day:on}", day=row.told)
    return words.text("not told yet") if mine else ""


def next_lines(lines: tuple[NextLine, ...], call: NextCall | None, words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    """One line each: the day, what comes; then the next call."""
    said = [next_line(line, words) for line in lines]
    if call:
        said.append(next_call_line(call, words, zone))
    return (Paragraph((Run("\n".join(said)),)),) if said else ()


def next_line(line: NextLine, words: Words) -> str:
    """The day and what comes on it."""
    text = line.text
    if line.sort is NextSort.REPORT:
        text = words.text("report, {period}", period=period_name(words, line.text))
    elif line.sort is NextSort.CALL:
        text = words.text("call: {topics}", topics=line.text) if line.text else words.text("Call").lower()
    if line.on is None:
        return text
    return words.text("{day}: {text}", day=Words.capital(words.date(line.on)), text=text)
