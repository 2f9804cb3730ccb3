"""The papers about a month and a contract: what stands on each, in which order, and over what (5.1, F25)."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from app.facts.month import MonthFacts, PaperSort
from app.facts.pages import Figure, Figures, Paper, Run, Section, Tone
from app.facts.week import Edition
from app.papers.final_report import FINAL_SECTIONS
from app.papers.month_close import CLOSE_SECTIONS, Part
from app.papers.month_plan import PLAN_SECTIONS
from app.papers.sheet_foot import sheet_foot
from app.papers.week_sections import seen_by
from app.papers.week_sheet import NO_DATES
from app.words import Words, words_for

_SECTIONS: Final[dict[PaperSort, tuple[Part, ...]]] = {
    PaperSort.MONTHLY: CLOSE_SECTIONS,
    PaperSort.FINAL: FINAL_SECTIONS,
    PaperSort.PLAN: PLAN_SECTIONS,
}


def month_paper(facts: MonthFacts, words: Words) -> Paper:
    """The paper of `facts.sort` in the language of `words`; sections without anything in them are left out."""
    words = words_for(words.language, facts.last.year)
    seen = seen_by(facts.edition, facts.printed_at, ZoneInfo(facts.zone))
    made = ((part.heading_in(facts, words), part.blocks(facts, words, seen)) for part in _SECTIONS[facts.sort])
    return Paper(
        title=title_of(facts, words),
        subtitle=facts.client,
        language=words.language,
        author=facts.owner,
        made_at=facts.printed_at.isoformat(),
        right=_right(facts, words),
        foot=sheet_foot(words, facts.head, facts.count),
        blocks=(*_figures(facts, words), *(Section(heading, blocks) for heading, blocks in made if blocks)),
    )


def title_of(facts: MonthFacts, words: Words) -> str:
    """What the paper is called."""
    if facts.sort is PaperSort.FINAL:
        return words.text("Final report")
    month = words_for(words.language).month(facts.first)
    if facts.sort is PaperSort.PLAN:
        return words.text("Plan: {month}", month=month)
    return words.text("Results: {month}", month=month)


def _figures(facts: MonthFacts, words: Words) -> tuple[Figures, ...]:
    """Four figures over what was done; a plan has none."""
    if facts.sort is PaperSort.PLAN:
        return ()
    dates, held = facts.dates, sum(not call.missed_by for call in facts.calls)
    mine = facts.edition is Edition.MINE
    theirs = words.text("their dates kept") if mine else words.text("dates kept on your side")
    their_dates = ((_of(dates.theirs_in_time, dates.theirs_due, words), theirs, False),) if dates.theirs_due else ()
    shown = (
        (words.number(len(facts.done)), words.plural("delivery", "deliveries", len(facts.done)), True),
        (_of(dates.in_time, dates.due, words), words.plural("date kept", "dates kept", dates.in_time), True),
        *their_dates,
        (words.number(held), words.plural("call held", "calls held", held), False),
    )
    return (
        Figures(
            tuple(Figure(value, caption, accent and value not in ("0", NO_DATES)) for value, caption, accent in shown)
        ),
    )


def _of(kept: int, due: int, words: Words) -> str:
    return words.text("{kept} of {due}", kept=kept, due=due) if due else NO_DATES


def _right(facts: MonthFacts, words: Words) -> tuple[Run, ...]:
    addressee = (Run(words.text("For {person}", person=facts.contact), Tone.MUTED),) if facts.contact else ()
    mine = (Run(words.text("My edition, not for the client"), Tone.MUTED),) if facts.edition is Edition.MINE else ()
    contract = (Run(words.text("Contract {number}", number=facts.contract), Tone.MUTED),) if facts.contract else ()
    dated = words_for(words.language, 0)
    at = dated.moment(facts.printed_at, ZoneInfo(facts.zone))
    return (
        Run(_days(facts, words.language), Tone.STRONG),
        *(contract if facts.sort is PaperSort.FINAL else ()),
        *(mine or addressee),
        Run(dated.text("From {owner}, {at}", owner=facts.owner, at=at), Tone.MUTED),
    )


def _days(facts: MonthFacts, language: str) -> str:
    """Both days with their weekday; of a contract with the year, which a month's title has already named."""
    first, last = facts.first, facts.last
    words = words_for(language, first.year)
    if facts.sort is PaperSort.FINAL and first.year == last.year:
        said = words.text("{monday} to {sunday} {year}", monday=first, sunday=last, year=last.year)
    else:
        dated = words if first.year == last.year else words_for(language, 0)
        said = dated.text("{first} to {last}", first=first, last=last)
    return Words.capital(said)
