"""The next month's plan as a paper: what is due on which day, to which goals, and what we need for it (F25)."""

from __future__ import annotations

from typing import Final

from app.facts.month import MonthFacts
from app.facts.pages import Leaf, Paragraph, plain
from app.papers.month_close import COMING, DECISIONS, GOALS, PLAN, RISKS, WAITING, Part
from app.papers.week_dates import Seen
from app.words import N_, Words


def confirm(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """The line that asks for a yes; in my edition there is nobody to ask."""
    if seen.mine:
        return ()
    return (Paragraph(plain(words.text("Please confirm the plan, or say what is to be different."))),)


CONFIRM: Final = Part(N_("Your answer"), confirm)

PLAN_SECTIONS: Final = (COMING, PLAN, GOALS, WAITING, DECISIONS, RISKS, CONFIRM)
