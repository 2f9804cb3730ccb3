"""The sections of a week sheet: rows of facts as tables, lists and bars."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.facts.pages import (
    Align,
    Cell,
    Column,
    Leaf,
    NumberedLine,
    NumberedList,
    Table,
    Tone,
    plain,
)
from app.facts.pages import Mark as Sign
from app.facts.week import (
    DecisionRow,
    DoneRow,
    Edition,
    SheetSection,
    WeekFacts,
)
from app.papers.call_blocks import call_blocks, off_topic
from app.papers.figures.blocks import figure_blocks
from app.papers.plan_blocks import goal_bars, next_lines, plan_table, risk_lines
from app.papers.week_dates import Seen, lost_blocks, promised_table, waiting_table
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
    SheetSection.FIGURES: N_("In figures"),
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
    SheetSection.FIGURES: N_("There is nothing to count yet."),
}
DONE_COLUMNS: Final = (Column(733), Column(150), Column(117, Align.RIGHT))


def heading_of(section: SheetSection, edition: Edition, words: Words) -> str:
    """The section's heading; my edition speaks of the client, not to him."""
    if section is SheetSection.WAITING and edition is Edition.MINE:
        return words.text(WAITING_FOR_THEM)
    return words.text(HEADINGS[section])


def blocks_of(section: SheetSection, facts: WeekFacts, words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    """The blocks of one section; none when it holds nothing."""
    seen = seen_by(facts.edition, facts.printed_at, zone)
    match section:
        case SheetSection.DONE:
            return done_table(facts.done, words)
        case SheetSection.PROMISED:
            return promised_table(facts.promised, words, seen)
        case SheetSection.WAITING:
            return waiting_table(facts.waiting, words, seen)
        case SheetSection.CALLS:
            return calls(facts, words, seen)
        case SheetSection.DECISIONS:
            return decisions(facts.decisions, words)
        case _:
            return _later_blocks(section, facts, words, seen)


def seen_by(edition: Edition, printed_at: datetime, zone: ZoneInfo) -> Seen:
    """How a paper of this edition, printed at that instant, looks at its rows."""
    return Seen(mine=edition is Edition.MINE, zone=zone, printed_on=printed_at.astimezone(zone).date())


def _later_blocks(section: SheetSection, facts: WeekFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    match section:
        case SheetSection.PLAN:
            return plan_table(facts.plan, words, mine=seen.mine)
        case SheetSection.GOALS:
            return goal_bars(facts.goals, words)
        case SheetSection.RISKS:
            return risk_lines(facts.risks, words, mine=seen.mine)
        case SheetSection.NEXT_WEEK:
            return next_lines(facts.next_week, facts.next_call, words, seen.zone)
        case SheetSection.LOST_DAYS:
            return lost_blocks(facts.lost, words)
        case _:
            return figure_blocks(facts.figures, words, seen) if facts.figures else ()


def calls(facts: WeekFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """Every call with its topics and outcomes; in my edition the share of idle talk under them."""
    blocks = [leaf for call in facts.calls for leaf in call_blocks(call, words, seen.zone)]
    return (*blocks, *(off_topic(facts.off_topic_percent, words) if seen.mine else ()))


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
