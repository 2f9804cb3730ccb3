"""The sections of a week sheet: rows of facts as tables, lists and bars."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from app.facts.call_rows import NextCall
from app.facts.pages import (
    Align,
    Cell,
    Column,
    Leaf,
    NumberedLine,
    NumberedList,
    Paragraph,
    Run,
    Table,
    Tone,
    plain,
)
from app.facts.pages import Mark as Sign
from app.facts.week import (
    DecisionRow,
    DoneRow,
    Edition,
    NextLine,
    RiskRow,
    SheetSection,
    WeekFacts,
)
from app.papers.call_blocks import call_blocks, next_call_line
from app.papers.week_dates import goal_bars, lost_blocks, plan_table, promised_table, waiting_table
from app.words import N_, Words

HEADINGS: Final = {
    SheetSection.DONE: N_("Done"),
    SheetSection.PROMISED: N_("Promised dates"),
    SheetSection.WAITING: N_("Waiting for you"),
    SheetSection.CALLS: N_("Calls"),
    SheetSection.DECISIONS: N_("Decisions we need"),
    SheetSection.PLAN: N_("Plan"),
    SheetSection.GOALS: N_("Goals"),
    SheetSection.RISKS: N_("Risks told"),
    SheetSection.NEXT_WEEK: N_("Next week"),
    SheetSection.LOST_DAYS: N_("Lost days"),
}
WAITING_FOR_THEM: Final = N_("Waiting for them")
EMPTY: Final = {
    SheetSection.DONE: N_("Nothing was finished this week."),
    SheetSection.PROMISED: N_("No promised date fell into this week."),
    SheetSection.WAITING: N_("Nothing is waited for."),
    SheetSection.CALLS: N_("There was no call this week."),
    SheetSection.DECISIONS: N_("No decision is needed now."),
    SheetSection.PLAN: N_("No stage of the plan fell into this week."),
    SheetSection.GOALS: N_("No goal was measured."),
    SheetSection.RISKS: N_("No risk was told this week."),
    SheetSection.NEXT_WEEK: N_("Nothing is planned for next week yet."),
    SheetSection.LOST_DAYS: N_("No working day was lost on either side."),
}
DONE_COLUMNS: Final = (Column(733), Column(150), Column(117, Align.RIGHT))


def heading_of(section: SheetSection, edition: Edition, words: Words) -> str:
    """The section's heading; my edition speaks of the client, not to him."""
    if section is SheetSection.WAITING and edition is Edition.MINE:
        return words.text(WAITING_FOR_THEM)
    return words.text(HEADINGS[section])


def blocks_of(section: SheetSection, facts: WeekFacts, words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    """The blocks of one section; none when it holds nothing."""
    match section:
        case SheetSection.DONE:
            return done_table(facts.done, words)
        case SheetSection.PROMISED:
            return promised_table(facts, words, zone)
        case SheetSection.WAITING:
            return waiting_table(facts, words, zone)
        case SheetSection.CALLS:
            return tuple(leaf for call in facts.calls for leaf in call_blocks(call, words, zone))
        case SheetSection.DECISIONS:
            return decisions(facts.decisions, words)
        case _:
            return _later_blocks(section, facts, words, zone)


def _later_blocks(section: SheetSection, facts: WeekFacts, words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    match section:
        case SheetSection.PLAN:
            return plan_table(facts.plan, words)
        case SheetSection.GOALS:
            return goal_bars(facts.goals, words)
        case SheetSection.RISKS:
            return risks(facts.risks, words)
        case SheetSection.NEXT_WEEK:
            return next_week(facts.next_week, facts.next_call, words, zone)
        case _:
            return lost_blocks(facts, words)


def done_table(rows: tuple[DoneRow, ...], words: Words) -> tuple[Leaf, ...]:
    """What was delivered, on which day, said by which entry."""
    cells = tuple(
        (
            Cell(plain(row.title), Sign.CHECK),
            Cell(plain(words.date(row.on, short=True), Tone.MUTED)),
            Cell(plain(str(row.entry), Tone.FAINT)),
        )
        for row in rows
    )
    return (Table(columns=DONE_COLUMNS, rows=cells),) if rows else ()


def decisions(rows: tuple[DecisionRow, ...], words: Words) -> tuple[Leaf, ...]:
    """Decisions, numbered so that an answer can name them."""
    lines = tuple(NumberedLine(runs=plain(row.what), right=words.by_date(row.by) if row.by else "") for row in rows)
    return (NumberedList(lines=lines),) if rows else ()


def risks(rows: tuple[RiskRow, ...], words: Words) -> tuple[Leaf, ...]:
    """Risks the client was told of, and when."""
    lines = tuple(
        NumberedLine(runs=plain(row.title), right=words.text("told {day:on}", day=row.told) if row.told else "")
        for row in rows
    )
    return (NumberedList(lines=lines),) if rows else ()


def next_week(lines: tuple[NextLine, ...], call: NextCall | None, words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    """One line each: the day, what comes; then the next call."""
    said = [_next_line(line, words) for line in lines]
    if call:
        said.append(next_call_line(call, words, zone))
    return (Paragraph((Run("\n".join(said)),)),) if said else ()


def _next_line(line: NextLine, words: Words) -> str:
    if line.on is None:
        return line.text
    return words.text("{day}: {text}", day=Words.capital(words.date(line.on)), text=line.text)
