"""The evidence statement: the reading copy of a bag. The records beside it are the original (4.5)."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from app.facts.pages import (
    Block,
    Cell,
    Column,
    Foot,
    FootLine,
    HashBlock,
    Leaf,
    NumberedLine,
    NumberedList,
    Paper,
    Paragraph,
    Run,
    Section,
    Table,
    Term,
    TermList,
    Tone,
    grouped,
    plain,
)
from app.facts.statement import StatementFacts
from app.facts.wall_time import local_date
from app.papers.chronology import chronology
from app.papers.names import channel_name
from app.papers.sheet_foot import sheet_foot
from app.papers.statement_tables import attachment_table, delay_blocks, gap_table
from app.words import N_, Words, words_for

HOW: Final = {
    "sheet": N_("weekly sheet"),
    "mail": N_("mail"),
    "stamp": N_("time stamp"),
    "reply": N_("the client's own reply"),
    "by_hand": N_("given by hand"),
}
ANCHORS: Final = (Column(126), Column(244), Column(64), Column(566))
HONEST: Final = (
    N_("This is a reading copy. The original is the records beside it, one file an entry, and their list of hashes."),
    N_("Nobody, the owner included, can change what lies before a head that somebody else holds without being seen."),
    N_("The owner could have made everything after the last head that somebody else holds at a later time."),
    N_("Nothing here can show that a message was left out which was never recorded."),
    N_("That an entry called private was a note of the owner cannot be checked from outside; only its place is known."),
    N_("What an entry rests on: A, a signed mail. B, a messenger's export. C, a picture. D, the owner's own record."),
    N_("ACK and a number: the client confirmed it, in the entry of that number."),
    N_("DUP and a number: it also stands in an export that the client made, brought in by the entry of that number."),
)


def statement(facts: StatementFacts, words: Words) -> Paper:
    """The statement in the language of `words`; dates that are not of its last day's year name their year."""
    words = words_for(words.language, facts.last.year)
    dated = words_for(words.language, 0)
    at = dated.moment(facts.made_at, ZoneInfo(facts.zone))
    period = dated.text("From {first} to {last}", first=facts.first, last=facts.last)
    return Paper(
        title=words.text("Statement from the journal"),
        subtitle=facts.client,
        language=words.language,
        author=facts.owner.name,
        made_at=facts.made_at.isoformat(),
        right=(
            Run(period, Tone.STRONG),
            Run(dated.text("Made by {owner}, {at}", owner=facts.owner.name, at=at), Tone.MUTED),
        ),
        foot=_foot(facts, words),
        blocks=(_cover(facts, words), *_sections(facts, words)),
    )


def _sections(facts: StatementFacts, words: Words) -> list[Block]:
    parts = (
        (words.text("What it shows, and what it does not"), _honest(words)),
        (words.text("Heads that others hold"), _anchors(facts, words)),
        (words.text("Agreement in force"), _agreement(facts, words)),
        (words.text("Chronology"), _chronology(facts, words)),
        (words.text("Delays by party"), delay_blocks(facts, words)),
        (words.text("Entries that are not shown"), gap_table(facts, words)),
        (words.text("Attachments"), attachment_table(facts.attachments, words)),
    )
    return [Section(heading, blocks) for heading, blocks in parts if blocks]


def _cover(facts: StatementFacts, words: Words) -> Section:
    counts = facts.counts
    shown = words.text(
        "{shown} shown, {private} private, {redacted} erased, {outside} outside the period",
        shown=counts.shown,
        private=counts.private,
        redacted=counts.redacted,
        outside=counts.outside,
    )
    terms = (
        (words.text("Owner of the journal"), _with(facts.owner.name, facts.owner.detail)),
        (words.text("Parties"), "\n".join(_with(party.name, party.detail) for party in facts.parties)),
        (words.text("Contract"), facts.contract),
        (words.text("Contact"), "\n".join(_contacts(facts, words))),
        (words.text("Channels"), "\n".join(_channel(words, each) for each in facts.channels)),
        (words.text("Agreement"), facts.agreement_title),
        (words.text("Limited to"), "\n".join(facts.chosen)),
        (words.text("Entries in this copy"), _limited(facts, words)),
        (words.text("Entries of the client"), shown),
        (words.text("The last of them"), _last(facts)),
        (words.text("Entries of the journal"), words.number(facts.head.entries)),
        (words.text("Key"), facts.head.fingerprint),
    )
    listed = tuple(Term(name, plain(said)) for name, said in terms if said)
    return Section(words.text("Cover"), (TermList(listed), _head(facts, words)))


def _foot(facts: StatementFacts, words: Words) -> Foot:
    """The head under every page, and nothing more: the cover has the rest, and pages should stay few."""
    whole = sheet_foot(words, facts.head)
    return Foot(page=whole.page, lines=(FootLine(whole.head_label, grouped(whole.head)),))


def _last(facts: StatementFacts) -> str:
    """The client's last entry, with its hash: it shows what is missing at the end."""
    return f"{facts.count.last}\n{grouped(facts.count.last_hash)}" if facts.count else ""


def _limited(facts: StatementFacts, words: Words) -> str:
    if not facts.chosen:
        return ""
    return words.plural(
        "{n} entry about what was chosen; the records beside it are complete",
        "{n} entries about what was chosen; the records beside it are complete",
        len(facts.lines),
    )


def _channel(words: Words, said: str) -> str:
    """ "telegram: @olga" with the channel as it is called in the language of the paper."""
    kind, colon, address = said.partition(":")
    return f"{channel_name(words, kind)}{colon}{address}"


def _with(name: str, detail: str) -> str:
    return f"{name}, {detail}" if detail else name


def _head(facts: StatementFacts, words: Words) -> HashBlock:
    label = words.text("Head of the whole journal up to entry {entry}", entry=facts.head.entries)
    return HashBlock(label=label, digits=facts.head.head, big=True)


def _contacts(facts: StatementFacts, words: Words) -> list[str]:
    lines = []
    for span in facts.contacts:
        who = _with(span.person, span.role)
        if span.until:
            lines.append(words.text("{who}, {since:since} {until:until}", who=who, since=span.since, until=span.until))
        else:
            lines.append(words.text("{who}, {since:since}", who=who, since=span.since))
    return lines


def _honest(words: Words) -> tuple[Leaf, ...]:
    return (NumberedList(lines=tuple(NumberedLine(runs=plain(words.text(line))) for line in HONEST), small=True),)


def _anchors(facts: StatementFacts, words: Words) -> tuple[Leaf, ...]:
    if not facts.anchors:
        return (Paragraph(plain(words.text("Nobody else holds a head of this journal yet."), Tone.MUTED)),)
    head = (words.text("When"), words.text("How, to whom"), words.text("Up to"), words.text("Head"))
    rows = tuple(
        (
            Cell(plain(words.date(local_date(facts.zone, anchor.at), short=True))),
            Cell(plain(_with(words.text(HOW.get(anchor.how, anchor.how)), anchor.to))),
            Cell(plain(str(anchor.size))),
            Cell(plain(grouped(anchor.head), Tone.MONO)),
        )
        for anchor in facts.anchors
    )
    return (Table(columns=ANCHORS, head=head, rows=rows, ruled=True, small=True),)


def _agreement(facts: StatementFacts, words: Words) -> tuple[Leaf, ...]:
    lines = tuple(NumberedLine(runs=plain(sentence)) for sentence in facts.agreement)
    return (NumberedList(lines=lines, small=True),) if lines else ()


def _chronology(facts: StatementFacts, words: Words) -> tuple[Leaf, ...]:
    if not facts.lines:
        return (Paragraph(plain(words.text("No entry falls into the period."), Tone.MUTED)),)
    return (chronology(facts, words),)
