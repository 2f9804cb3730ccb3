"""The month's close: results, goals, dates and lost days of both sides, what comes, what is asked back (1.9, F25)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from app.facts.month import MonthFacts
from app.facts.pages import Cell, Column, Leaf, Paragraph, Table, Tone, plain
from app.facts.week import Edition
from app.papers.call_blocks import call_list, off_topic
from app.papers.feedback_blocks import feedback_blocks
from app.papers.figures.blocks import figure_blocks
from app.papers.plan_blocks import goal_bars, next_lines, plan_table, risk_lines
from app.papers.week_dates import Seen, lost_blocks, waiting_table
from app.papers.week_sections import decisions, done_table
from app.words import N_, Words

Blocks = Callable[[MonthFacts, Words, Seen], tuple[Leaf, ...]]
_SIDES: Final = (Column(557), Column(210), Column(233))


class Part(Struct, frozen=True):
    """A section of a paper: its heading in either edition, and how its blocks are made."""

    heading: str
    blocks: Blocks
    mine: str = ""

    def heading_in(self, facts: MonthFacts, words: Words) -> str:
        """My edition speaks of the client, not to them."""
        return words.text(self.mine if self.mine and facts.edition is Edition.MINE else self.heading)


def done(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What was delivered."""
    return done_table(facts.done, words)


def goals(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """Goals: base, value, target."""
    return goal_bars(facts.goals, words)


def stages(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """The stages of the plan with the days they had."""
    return plan_table(facts.plan, words, mine=seen.mine)


def charts(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """The figures of the time as charts; of a month they are read for my edition only."""
    return figure_blocks(facts.figures, words, seen) if facts.figures else ()


def both_sides(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """Dates kept and working days lost, of both sides beside each other, never only one's (D12)."""
    dates, lost = facts.dates, {row.side: row.days for row in facts.lost}
    if not (dates.due or dates.theirs_due or any(lost.values())):
        return ()
    yours = words.text("The client's side") if seen.mine else words.text("Your side")
    ours = words.text("My side") if seen.mine else words.text("Our side")
    rows = [
        (words.text("Dates that fell into this time"), dates.due, dates.theirs_due),
        (words.text("kept, or moved in time"), dates.in_time, dates.theirs_in_time),
        (words.text("Working days lost"), lost.get("me", 0), lost.get("client", 0)),
    ]
    cells = tuple(
        (
            Cell(plain(name, Tone.STRONG)),
            Cell(plain(words.number(mine))),
            Cell(plain(words.number(theirs))),
        )
        for name, mine, theirs in rows
    )
    table = Table(columns=_SIDES, head=("", ours, yours), rows=cells, ruled=True)
    return (table, *(lost_blocks(facts.lost, words) if seen.mine else ()))


def calls(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """The calls, one line each."""
    idle = off_topic(facts.off_topic_percent, words) if seen.mine else ()
    return (*call_list(facts.calls, words, seen.zone), *idle)


def waiting(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What we wait for."""
    return waiting_table(facts.waiting, words, seen)


def decided(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """Decisions asked for."""
    return decisions(facts.decisions, words)


def risks(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """Risks told."""
    return risk_lines(facts.risks, words, mine=seen.mine)


def coming(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What comes, and the next call."""
    return next_lines(facts.coming, facts.next_call, words, seen.zone)


def offers(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What could be done next, in the owner's words."""
    return (Paragraph(plain(facts.offers)),) if facts.offers else ()


def feedback(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What they said, or the boxes in which to say it."""
    return feedback_blocks(facts.feedback, facts.asked_on, words, seen.mine)


DONE: Final = Part(N_("Done"), done)
GOALS: Final = Part(N_("Goals"), goals)
PLAN: Final = Part(N_("Plan"), stages)
BOTH_SIDES: Final = Part(N_("Dates on both sides"), both_sides)
CHARTS: Final = Part(N_("In figures"), charts)
CALLS: Final = Part(N_("Calls"), calls)
WAITING: Final = Part(N_("Waiting for you"), waiting, mine=N_("Waiting for them"))
DECISIONS: Final = Part(N_("Decisions we need"), decided)
RISKS: Final = Part(N_("Risks told"), risks)
COMING: Final = Part(N_("What comes on which day"), coming)
OFFERS: Final = Part(N_("What could be done next"), offers)
FEEDBACK: Final = Part(N_("What you think of it"), feedback, mine=N_("What they think of it"))

CLOSE_SECTIONS: Final = (
    DONE, GOALS, PLAN, BOTH_SIDES, CHARTS, CALLS, WAITING, DECISIONS, RISKS, COMING, OFFERS, FEEDBACK,
)  # fmt: skip
