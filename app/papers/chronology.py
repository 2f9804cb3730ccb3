"""The numbered chronology of a statement: one row an entry, its number, both times, who, what, and every mark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.facts.entries import Entry
from app.facts.pages import Cell, Column, Run, Table, Tone, plain
from app.facts.statement import Proof, StatementFacts, StatementLine
from app.papers.entry_text import NameOf, entry_channel, entry_text
from app.papers.kind_names import kind_name
from app.words import Words

COLUMNS: Final = (Column(70), Column(235), Column(165), Column(530))
SHORT: Final = 80
"""Characters of a text that stands in the line of its title: most messages are short, and pages should stay few."""
LONGEST: Final = 1500
"""Characters of one entry on paper; the record has the whole."""


def chronology(facts: StatementFacts, words: Words) -> Table:
    """The table of all lines; times are said in the zone of dates."""
    names = dict(facts.names)
    zone = ZoneInfo(facts.zone)

    def name_of(number: int) -> str:
        return names.get(number, words.text("person {number}", number=number))

    head = (words.text("Entry"), words.text("Happened / recorded"), words.text("Who, where"), words.text("What"))
    rows = tuple(_row(line, words, zone, name_of) for line in facts.lines)
    return Table(columns=COLUMNS, head=head, rows=rows, ruled=True)


def _row(line: StatementLine, words: Words, zone: ZoneInfo, name_of: NameOf) -> tuple[Cell, ...]:
    entry = line.entry
    return (
        Cell(plain(str(entry.seq), Tone.STRONG)),
        Cell(_times(entry, words, zone)),
        Cell(plain(_who(entry, words, name_of))),
        Cell((*_what(line, words, name_of), *_marks(line, words))),
    )


def _times(entry: Entry, words: Words, zone: ZoneInfo) -> tuple[Run, ...]:
    """When it happened / was recorded; on a line of its own if another day, and how much later if over a day (D2)."""
    happened = _happened(entry, words, zone)
    same_day = entry.recorded.astimezone(zone).date() == entry.happened.astimezone(zone).date()
    if same_day and entry.precision != "day":
        return (Run(happened), Run(f" / {words.time(entry.recorded, zone)}", Tone.MUTED))
    recorded = words.time(entry.recorded, zone) if same_day else words.date_time(entry.recorded, zone, short=True)
    runs = [Run(happened), Run("\n" + words.text("recorded {at}", at=recorded), Tone.MUTED)]
    if entry.late_seconds:
        days = entry.late_seconds // 86400
        runs.append(Run("\n" + words.plural("recorded {n} day later", "recorded {n} days later", days), Tone.STRONG))
    return tuple(runs)


def _happened(entry: Entry, words: Words, zone: ZoneInfo) -> str:
    if entry.precision == "day":
        return words.date(entry.happened.astimezone(zone).date(), short=True)
    return words.date_time(entry.happened, zone, short=True)


def _who(entry: Entry, words: Words, name_of: NameOf) -> str:
    body = entry.body
    person = body.get("person")
    other = body.get("to", person)
    if entry.kind == "message.received":
        who = name_of(person) if isinstance(person, int) else _shown(body)
    else:
        who = words.text("to {person}", person=name_of(other)) if isinstance(other, int) and other else ""
    return ", ".join(part for part in (who, entry_channel(body, words)) if part)


def _shown(body: Mapping[str, Any]) -> str:
    """The author as the source shows him, when nobody in the journal was matched."""
    shown = body.get("shown")
    return str(shown.get("name", "")) if isinstance(shown, Mapping) else ""


def _what(line: StatementLine, words: Words, name_of: NameOf) -> tuple[Run, ...]:
    entry = line.entry
    title = (Run(kind_name(words, entry.kind), Tone.STRONG), Run(f"  {rests_on(line, words)}", Tone.MUTED))
    if entry.redacted:
        return (*title, Run("\n" + words.text("Removed at the client's request. The chain still holds."), Tone.MUTED))
    text = _cut(entry_text(entry.body, words, name_of), entry.seq, words)
    if entry.retracted_by:
        return (*title, *_line(text, Tone.STRUCK))
    before = entry_text(entry.original, words, name_of) if entry.original else ""
    struck = _line(_cut(before, entry.seq, words), Tone.STRUCK) if before and before != text else ()
    if not struck and len(text) <= SHORT and "\n" not in text:
        return (*title, Run(f"  {text}")) if text else title
    return (*title, *struck, *_line(text, Tone.PLAIN))


def _line(text: str, tone: Tone) -> tuple[Run, ...]:
    return (Run("\n"), Run(text, tone)) if text else ()


def _cut(text: str, entry: int, words: Words) -> str:
    if len(text) <= LONGEST:
        return text
    whole = words.text("The whole text is in the record of entry {entry}.", entry=entry)
    return f"{text[:LONGEST]}… {whole}"


def _marks(line: StatementLine, words: Words) -> tuple[Run, ...]:
    """Corrections, warnings and files, where there are any; what the entry rests on stands beside its title."""
    entry = line.entry
    said = [words.text("Corrected by entry {entry}.", entry=number) for number in entry.corrected_by]
    if entry.retracted_by:
        said.append(words.text("Retracted by entry {entry}.", entry=entry.retracted_by))
    if line.not_the_contact:
        said.append(words.text("Not the contact."))
    if line.channel_not_agreed:
        said.append(words.text("Channel not agreed."))
    if line.attachments:
        said.append(words.text("Files: {names}.", names=", ".join(line.attachments)))
    return (Run("\n" + " ".join(said), Tone.MUTED),) if said else ()


def rests_on(line: StatementLine, words: Words) -> str:
    """What the entry proves: "B, imported 3 days later, ACK" (4.6)."""
    if line.proof is Proof.EXPORT and line.import_days_later is not None:
        days = line.import_days_later
        said = words.plural("B, imported {n} day later", "B, imported {n} days later", days)
    else:
        said = line.proof.value
    extra = [word for word, set_ in (("ACK", line.confirmed_by_client), ("DUP", line.in_clients_export)) if set_]
    return ", ".join((said, *extra))
