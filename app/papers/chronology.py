"""The numbered chronology of a statement: one row an entry, its number, both times, what and who, and every mark.

A row is as short as it can be without leaving out anything: five to twelve pages of a quarter are read, forty are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.facts.entries import Entry
from app.facts.pages import Cell, Column, Run, Table, Tone, plain
from app.facts.statement import Proof, StatementFacts, StatementLine
from app.facts.wall_time import local_date
from app.papers.entry_text import NameOf, entry_channel, entry_text
from app.papers.kind_names import kind_name
from app.words import N_, Words

COLUMNS: Final = (Column(72), Column(164), Column(657), Column(107))
SHORT: Final = {"message.received": N_("Received"), "message.sent": N_("Sent")}
"""Three rows of four are messages."""
LONGEST: Final = 1500
"""Characters of one entry on paper; the record has the whole."""


def chronology(facts: StatementFacts, words: Words) -> Table:
    """The table of all lines under the days on which they happened, in the zone of dates."""
    names = dict(facts.names)
    zone = ZoneInfo(facts.zone)

    def name_of(number: int) -> str:
        return names.get(number, words.text("person {number}", number=number))

    head = (words.text("Entry"), words.text("Happened / recorded"), words.text("What"), words.text("Rests on"))
    rows = tuple(_rows(facts, words, zone, name_of))
    return Table(columns=COLUMNS, head=head, rows=rows, ruled=True, small=True)


def _rows(facts: StatementFacts, words: Words, zone: ZoneInfo, name_of: NameOf) -> Iterator[tuple[Cell, ...]]:
    def day_of(line: StatementLine) -> date:
        return local_date(facts.zone, line.entry.happened)

    for day, lines in groupby(facts.lines, day_of):
        yield (Cell(plain(words.date(day), Tone.STRONG)),)
        for line in lines:
            yield _row(line, words, zone, name_of)


def _row(line: StatementLine, words: Words, zone: ZoneInfo, name_of: NameOf) -> tuple[Cell, ...]:
    return (
        Cell(plain(str(line.entry.seq), Tone.STRONG)),
        Cell(_times(line.entry, words, zone)),
        Cell((*_what(line, words, name_of), *_marks(line, words))),
        Cell(_rests(line, words)),
    )


def _times(entry: Entry, words: Words, zone: ZoneInfo) -> tuple[Run, ...]:
    """When it happened / was recorded; the latter with its day where that is another one (D2)."""
    clock = "" if entry.precision == "day" else words.time(entry.happened, zone)
    same_day = local_date(zone.key, entry.recorded) == local_date(zone.key, entry.happened)
    recorded = words.time(entry.recorded, zone) if same_day else words.date_time(entry.recorded, zone, short=True)
    return (Run(clock or "–"), Run(f" / {recorded}" if same_day else f"\n{recorded}", Tone.MUTED))


def _rests(line: StatementLine, words: Words) -> tuple[Run, ...]:
    """A, B, C or D; how much later it was recorded, if over a day (D2); what confirmed it, what repeats it (4.6)."""
    runs = [Run(line.proof.value, Tone.STRONG)]
    if line.entry.late_seconds:
        days = line.entry.late_seconds // 86400
        runs.append(Run(f", {words.plural('{n} day later', '{n} days later', days)}"))
    if line.confirmed_by:
        runs.append(Run(f", ACK\u00a0{line.confirmed_by}"))
    if line.also_in:
        runs.append(Run(f", DUP\u00a0{line.also_in}"))
    return tuple(runs)


def _of_item(entry: Entry, words: Words) -> str:
    """What a step is a step of: the entry that began the item."""
    item = entry.body.get("item")
    return words.text("to entry {entry}", entry=item) if isinstance(item, int) and item != entry.seq else ""


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
    beside = () if entry.redacted else (_of_item(entry, words), _who(entry, words, name_of))
    said = "".join(f", {each}" for each in beside if each)
    title = (Run(_title(entry.kind, words), Tone.STRONG), *plain(said, Tone.MUTED))
    if entry.redacted:
        return (*title, Run("  " + words.text("Removed at the client's request. The chain still holds."), Tone.MUTED))
    text = _said(entry.body, entry, words, name_of)
    if entry.retracted_by:
        return (*title, *_after(text, Tone.STRUCK))
    before = _said(entry.original, entry, words, name_of) if entry.original else ""
    struck = _after(before, Tone.STRUCK) if before != text else ()
    own_line = struck and "\n" in f"{before}{text}"
    return (*title, *struck, *(_after(text, Tone.PLAIN, "\n") if own_line else _after(text, Tone.PLAIN)))


def _title(kind: str, words: Words) -> str:
    return words.text(SHORT[kind]) if kind in SHORT else kind_name(words, kind)


def _after(text: str, tone: Tone, gap: str = "  ") -> tuple[Run, ...]:
    return (Run(gap), Run(text, tone)) if text else ()


def _said(body: Mapping[str, Any], entry: Entry, words: Words, name_of: NameOf) -> str:
    """The body in words. Only topics of calls and the lines that somebody wrote himself stand on lines of their own."""
    whole = entry_text(body, words, name_of)
    lines = [line for line in whole.split("\n") if line.strip()]
    own = {line for value in body.values() if isinstance(value, str) for line in value.split("\n")[1:]}
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        joined += ("\n" if line in own or line.startswith(("–", " ")) else " · ") + line
    return _cut(joined, entry.seq, words)


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
    return (Run("  " + " ".join(said), Tone.MUTED),) if said else ()


def rests_on(line: StatementLine, words: Words) -> str:
    """What the entry proves, in one cell of a spreadsheet: "B, imported 3 days later, ACK 88" (4.6)."""
    said = line.proof.value
    if line.proof is Proof.EXPORT and line.import_days_later is not None:
        days = line.import_days_later
        said = words.plural("B, imported {n} day later", "B, imported {n} days later", days)
    beside = (("ACK", line.confirmed_by), ("DUP", line.also_in))
    return ", ".join((said, *(f"{word} {entry}" for word, entry in beside if entry)))
