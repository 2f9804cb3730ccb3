"""The weekly status sheet: one week's facts in, a paper out, in the client's edition or in mine (5.1, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.facts.pages import Block, Figure, Figures, KeyLine, Leaf, Paper, Paragraph, Run, Section, Tone, plain
from app.facts.week import Edition, SheetSection, WeekFacts
from app.papers.sheet_foot import sheet_foot
from app.papers.week_sections import EMPTY, blocks_of, heading_of
from app.words import Words, words_for

NO_DATES: Final = "–"
"""Where no date fell due none was kept and none missed: "0 dates kept" would blame."""


def week_sheet(facts: WeekFacts, words: Words) -> Paper:
    """The sheet of one client in the language of `words`. An empty week prints one line per section asked for."""
    words = _in_year(words, facts.week)
    return Paper(
        title=words.text("Status of week {number}", number=int(facts.week[6:])),
        subtitle=facts.client,
        language=words.language,
        author=facts.owner,
        made_at=facts.printed_at.isoformat(),
        right=_right(facts, words),
        foot=sheet_foot(words, facts.head, facts.count),
        blocks=(_figures(facts, words), *sections(facts, words)),
    )


def all_clients_sheet(weeks: Sequence[WeekFacts], words: Words) -> Paper:
    """The owner's own sheet over all clients, one section each; all in the language of `words`."""
    first = weeks[0]
    words = _in_year(words, first.week)
    blocks = [_client_section(facts, words) for facts in weeks]
    return Paper(
        title=words.text("Status of week {number}", number=int(first.week[6:])),
        subtitle=words.text("All clients"),
        language=words.language,
        author=first.owner,
        made_at=first.printed_at.isoformat(),
        right=(_days(first.week, words), _printed(first, words)),
        foot=sheet_foot(words, first.head),
        blocks=tuple(blocks),
    )


def sections(facts: WeekFacts, words: Words) -> tuple[Section, ...]:
    """The sections asked for that hold something; all that were asked for, with a line each, when none does."""
    zone = ZoneInfo(facts.zone)
    filled = [(section, blocks_of(section, facts, words, zone)) for section in _asked(facts)]
    if not any(blocks for _, blocks in filled):
        filled = [(section, (Paragraph(plain(words.text(EMPTY[section]), Tone.MUTED)),)) for section, _ in filled]
    return tuple(Section(heading_of(section, facts.edition, words), blocks) for section, blocks in filled if blocks)


def _asked(facts: WeekFacts) -> list[SheetSection]:
    mine = facts.edition is Edition.MINE
    return [section for section in SheetSection if section in facts.sections and (mine or not _for_me(section))]


def _for_me(section: SheetSection) -> bool:
    return section in (SheetSection.LOST_DAYS, SheetSection.FIGURES)


def _client_section(facts: WeekFacts, words: Words) -> Block:
    blocks: list[Leaf] = [Paragraph(plain(_in_one_line(facts, words), Tone.MUTED))]
    for section in sections(facts, words):
        blocks.extend((KeyLine(section.heading), *section.blocks))
    return Section(facts.client, tuple(blocks))


def _in_one_line(facts: WeekFacts, words: Words) -> str:
    counts = facts.counts
    return words.text(
        "Done: {done}. Dates kept: {kept} of {due}. Waiting for them: {waiting}. Decisions: {decisions}.",
        done=counts.done,
        kept=counts.in_time,
        due=counts.due,
        waiting=counts.waiting,
        decisions=counts.decisions,
    )


def _figures(facts: WeekFacts, words: Words) -> Figures:
    counts = facts.counts
    kept = words.text("{kept} of {due}", kept=counts.in_time, due=counts.due) if counts.due else NO_DATES
    figures = (
        (words.number(counts.done), words.plural("delivery this week", "deliveries this week", counts.done), True),
        (kept, words.plural("date kept", "dates kept", counts.in_time), True),
        (words.number(counts.waiting), words.plural("thing we wait for", "things we wait for", counts.waiting), False),
        (words.number(counts.decisions), words.plural("decision", "decisions", counts.decisions), False),
    )
    return Figures(
        tuple(Figure(value, caption, accent and value not in ("0", NO_DATES)) for value, caption, accent in figures)
    )


def _right(facts: WeekFacts, words: Words) -> tuple[Run, ...]:
    addressee = (Run(words.text("For {person}", person=facts.contact), Tone.MUTED),) if facts.contact else ()
    mine = (Run(words.text("My edition, not for the client"), Tone.MUTED),) if facts.edition is Edition.MINE else ()
    return (_days(facts.week, words), *(mine or addressee), _printed(facts, words))


def _days(week: str, words: Words) -> Run:
    """Monday to Sunday; inside one month the month is said once."""
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    sunday = monday + timedelta(days=6)
    if monday.month == sunday.month:
        text = words.text("Monday, {day} to {sunday} {year}", day=monday.day, sunday=sunday, year=sunday.year)
    else:
        text = words.text("{monday} to {sunday} {year}", monday=monday, sunday=sunday, year=sunday.year)
    return Run(Words.capital(text), Tone.STRONG)


def _printed(facts: WeekFacts, words: Words) -> Run:
    at = words.moment(facts.printed_at, ZoneInfo(facts.zone))
    dated = words_for(words.language, 0)
    return Run(dated.text("From {owner}, {at}", owner=facts.owner, at=at), Tone.MUTED)


def _in_year(words: Words, week: str) -> Words:
    """Dates on the sheet name their year when it is not that of the week's Sunday."""
    sunday = date.fromisocalendar(int(week[:4]), int(week[6:]), 7)
    return words_for(words.language, sunday.year)
