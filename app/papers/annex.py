"""The annex to the contract (1.4): the agreement as numbered sentences, hours and days off, two signatures."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.facts.annex import AnnexFacts, NamedDay
from app.facts.pages import (
    Block,
    NumberedLine,
    NumberedList,
    Paper,
    Run,
    Section,
    SignatureLines,
    Tone,
    plain,
)
from app.facts.terms import Terms
from app.papers.agreed import chapters
from app.papers.agreed.sides import Sides
from app.papers.sheet_foot import plain_foot, sheet_foot
from app.words import Words, words_for


def annex(facts: AnnexFacts, words: Words) -> Paper:
    """The annex in the client's language; every sentence has a number that an argument can name."""
    words = words_for(words.language, facts.effective_from.year)
    dated = words_for(words.language, 0)
    printed = dated.moment(facts.printed_at, ZoneInfo(facts.zone))
    right = (
        Run(dated.text("In force from {day:gen}", day=facts.effective_from), Tone.STRONG),
        Run(words.text("Version {version}", version=facts.version), Tone.MUTED),
        Run(dated.text("Printed {at}", at=printed), Tone.MUTED),
    )
    return Paper(
        title=words.text("How we work together"),
        subtitle=words.text("Annex to the contract {number}", number=facts.contract)
        if facts.contract
        else facts.client,
        language=words.language,
        author=facts.owner,
        made_at=facts.printed_at.isoformat(),
        right=right,
        foot=sheet_foot(words, facts.head) if facts.head else plain_foot(words),
        blocks=(*_numbered(_chapters(facts, words)), _signatures(facts, words)),
    )


def agreement_sentences(terms: Terms, owner: str, client: str, words: Words) -> tuple[str, ...]:
    """Every term as a sentence, without headings; for the statement and the screens."""
    return tuple(sentence for _, lines in agreement_chapters(terms, owner, client, words) for sentence in lines)


def agreement_chapters(terms: Terms, owner: str, client: str, words: Words) -> list[tuple[str, list[str]]]:
    """Every term as a sentence under the heading of its group (1.4); for the Agreement tab."""
    return [(words.text(chapter.title), lines) for chapter, lines in chapters(terms, Sides(owner, client), words)]


def _chapters(facts: AnnexFacts, words: Words) -> list[tuple[str, list[str]]]:
    terms = replace(facts.terms, binding_text=facts.binding_text) if facts.binding_text else facts.terms
    said = [(words.text("Who speaks"), _speakers(facts, words))]
    for chapter, lines in chapters(terms, Sides(facts.owner, facts.client), words):
        more = _days_off(facts, words) if chapter.key == "hours" else ()
        said.append((words.text(chapter.title), [*lines, *more]))
    return said


def _speakers(facts: AnnexFacts, words: Words) -> list[str]:
    who = f"{facts.contact}, {facts.contact_role}" if facts.contact_role else facts.contact
    said = [words.text("Parties: {owner} and {client}.", owner=facts.owner, client=facts.legal_name or facts.client)]
    if facts.contact and facts.contact_since:
        said.append(
            words.text(
                "For {client} speaks {who}, {since:since}.", client=facts.client, who=who, since=facts.contact_since
            )
        )
    elif facts.contact:
        said.append(words.text("For {client} speaks {who}.", client=facts.client, who=who))
    said.append(
        words.text(
            "Only one person speaks for {client} at a time; wishes of others are taken down, and the "
            "contact confirms them.",
            client=facts.client,
        )
    )
    return said


def _days_off(facts: AnnexFacts, words: Words) -> Iterable[str]:
    for who, days in ((facts.owner, facts.my_days_off), (facts.client, facts.client_days_off)):
        if days:
            listed = "; ".join(_day_off(day, words) for day in days)
            yield words.text("Days off of {who}: {days}.", who=who, days=listed)


def _day_off(day: NamedDay, words: Words) -> str:
    first, last = words.date(day.first, short=True), words.date(day.last, short=True)
    said = first if first == last else f"{first} – {last}"
    return f"{said} ({day.why})" if day.why else said


def _numbered(chapters: list[tuple[str, list[str]]]) -> tuple[Block, ...]:
    return tuple(
        Section(
            f"{number}. {title}",
            (NumberedList(lines=tuple(NumberedLine(runs=plain(said)) for said in sentences), prefix=f"{number}."),),
        )
        for number, (title, sentences) in enumerate(chapters, 1)
    )


def _signatures(facts: AnnexFacts, words: Words) -> SignatureLines:
    """Two lines to sign on; the painter keeps them with the last sentence, so that no signature stands alone."""
    under = words.text("date and signature")
    return SignatureLines(((facts.owner, under), (facts.signer or facts.legal_name or facts.client, under)))
