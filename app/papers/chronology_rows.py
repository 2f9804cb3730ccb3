"""The chronology as rows for a spreadsheet: one an entry, its number, both times, what changed it (4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from app.facts.entries import Entry
from app.facts.statement import StatementLine
from app.papers.chronology import rests_on
from app.papers.kind_names import kind_name
from app.words import Words

HEAD: Final = (
    "entry",
    "happened",
    "recorded",
    "kind",
    "in_words",
    "person",
    "channel",
    "text",
    "corrected_by",
    "retracted_by",
    "rests_on",
)


def chronology_rows(lines: Iterable[StatementLine], names: dict[int, str], words: Words) -> list[Sequence[object]]:
    """The head, then a row for every line."""
    return [HEAD, *(_row(line.entry, rests_on(line, words), names, words) for line in lines)]


def _row(entry: Entry, rests: str, names: dict[int, str], words: Words) -> Sequence[object]:
    person = entry.body.get("person", entry.body.get("to"))
    return (
        entry.seq,
        entry.body.get("happened", {}).get("at") or f"{entry.happened:%Y-%m-%dT%H:%M:%SZ}",
        f"{entry.recorded:%Y-%m-%dT%H:%M:%SZ}",
        entry.kind,
        kind_name(words, entry.kind),
        names.get(person, "") if isinstance(person, int) else "",
        entry.body.get("channel", ""),
        entry.text,
        " ".join(str(n) for n in entry.corrected_by),
        entry.retracted_by or "",
        rests,
    )
