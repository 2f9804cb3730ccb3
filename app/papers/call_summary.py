"""The summary of a call: as a message to the client, and as a paper (D14)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.call_rows import CallRow, NextCall
from app.facts.pages import Paper, Paragraph, Section, plain
from app.papers.call_blocks import call_blocks, next_call_line
from app.papers.sheet_foot import plain_foot
from app.words import Words, words_for


class SummaryFacts(Struct, frozen=True, kw_only=True):
    """A held call with its outcomes, for the client who took part."""

    client: str
    owner: str
    zone: str
    made_at: datetime
    call: CallRow
    next_call: NextCall | None = None


def call_summary(facts: SummaryFacts, words: Words) -> Paper:
    """The summary as a paper: headline, outcomes, the next call, and the line that asks for a confirmation."""
    zone = ZoneInfo(facts.zone)
    words = words_for(words.language, facts.call.at.astimezone(zone).year)
    closing = [words.text("Please confirm, or correct what was meant otherwise.")]
    if facts.next_call:
        closing.insert(0, next_call_line(facts.next_call, words, zone))
    return Paper(
        title=words.text("As agreed on the call"),
        subtitle=facts.client,
        language=words.language,
        author=facts.owner,
        made_at=facts.made_at.isoformat(),
        foot=plain_foot(words),
        blocks=(
            Section(words.text("What was agreed"), call_blocks(facts.call, words, zone)),
            Paragraph(plain("\n".join(closing))),
        ),
    )
