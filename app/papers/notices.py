"""Two short papers: the notice that work stops, and the form for the person who certifies a bag."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.heads import JournalHead
from app.facts.pages import (
    HashBlock,
    Leaf,
    NumberedLine,
    NumberedList,
    Paper,
    Paragraph,
    Run,
    SignatureLines,
    Term,
    TermList,
    Tone,
    plain,
)
from app.papers.sheet_foot import plain_foot
from app.words import Words, words_for


class StopFacts(Struct, frozen=True, kw_only=True):
    """Why and since when work stops: what was asked for, when, until when, how many working days have passed."""

    client: str
    contact: str
    owner: str
    zone: str
    made_at: datetime
    missing: tuple[str, ...]
    asked: date
    due: date
    days_over: int
    stops_on: date
    agreement_version: int = 0
    granted: bool = True
    """The agreement grants the right to stop; the notice refers to it only then."""


class CertificateFacts(Struct, frozen=True, kw_only=True):
    """What the person who certifies a bag signs for."""

    client: str
    owner: str
    head: JournalHead
    shown: int
    first: date
    last: date
    manifest_sha256: str = ""


def stop_notice(facts: StopFacts, words: Words) -> Paper:
    """The notice in plain words: what is missing, since when, what was agreed, what brings work back."""
    words = words_for(words.language, facts.stops_on.year)
    said = "\n".join(_stop_sentences(facts, words))
    return Paper(
        title=words.text("Work stops"),
        subtitle=facts.client,
        language=words.language,
        author=facts.owner,
        made_at=facts.made_at.isoformat(),
        right=(
            Run(words.text("For {person}", person=facts.contact), Tone.MUTED),
            _from(facts.owner, facts.made_at, facts.zone, words),
        ),
        foot=plain_foot(words),
        blocks=(
            Paragraph(plain(said)),
            NumberedList(lines=tuple(NumberedLine(runs=plain(what)) for what in facts.missing)),
            SignatureLines(((facts.owner, words.text("date and signature")),)),
        ),
    )


def _stop_sentences(facts: StopFacts, words: Words) -> Iterator[str]:
    yield words.text(
        "We asked {asked:on} for what is listed below. It was due {due:by}.", asked=facts.asked, due=facts.due
    )
    if facts.days_over:
        yield words.plural(
            "{n} working day has passed since then.", "{n} working days have passed since then.", facts.days_over
        )
    if facts.granted:
        yield words.text(
            "By our agreement, version {version}, work stops {day:on}.",
            version=facts.agreement_version,
            day=facts.stops_on,
        )
    else:
        yield words.text("Work stops {day:on}.", day=facts.stops_on)
    yield words.text("It goes on as soon as everything is here; a new date is told on the same day.")


def certificate(facts: CertificateFacts, words: Words) -> Paper:
    """A form to fill in: what the certifier did to make the export, told in sentences that can be struck out."""
    dated = words_for(words.language, 0)
    sentences = (
        words.text(
            "I exported the records named below from the program's journal on the computer on which it is kept."
        ),
        words.text("The journal is kept in the ordinary course of the work, by the person named as its owner."),
        words.text("I compared the hash of the export with the one written below, and they are equal."),
        words.text("I have struck out every sentence above that is not true of me."),
    )
    terms = (
        Term(words.text("Client"), plain(facts.client)),
        Term(words.text("Owner of the journal"), plain(facts.owner)),
        Term(words.text("Period"), plain(dated.text("From {first} to {last}", first=facts.first, last=facts.last))),
        Term(words.text("Entries shown"), plain(words.number(facts.shown))),
    )
    blocks: list[Leaf] = [
        TermList(terms),
        _head(facts, words),
        NumberedList(lines=tuple(NumberedLine(runs=plain(s)) for s in sentences)),
    ]
    if facts.manifest_sha256:
        label = words.text("SHA-256 of tagmanifest-sha256.txt")
        blocks.insert(2, HashBlock(label=label, digits=facts.manifest_sha256, big=True))
    lines = ((words.text("Name of the person who certifies"), words.text("place, date and signature")),)
    return Paper(
        title=words.text("Certificate"),
        subtitle=words.text("A form for the person who certifies the export"),
        language=words.language,
        author=facts.owner,
        foot=plain_foot(words),
        blocks=(*blocks, SignatureLines(lines)),
    )


def _head(facts: CertificateFacts, words: Words) -> HashBlock:
    label = words.text("Head of the whole journal up to entry {entry}", entry=facts.head.entries)
    return HashBlock(label=label, digits=facts.head.head, big=True)


def _from(owner: str, at: datetime, zone: str, words: Words) -> Run:
    dated = words_for(words.language, 0)
    return Run(dated.text("From {owner}, {at}", owner=owner, at=dated.moment(at, ZoneInfo(zone))), Tone.MUTED)
