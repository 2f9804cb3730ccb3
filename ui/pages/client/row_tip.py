"""The tooltip of a row: when it happened and was recorded, in both zones, and why it was changed."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.facts.timeline import Line
from ui.pages.client.row_words import Reader
from ui.widgets.plain import tip


def row_tip(line: Line, reader: Reader) -> str:
    """A few lines of plain text."""
    return tip("\n".join(times_of(line, reader) + changed(line, reader)))


def times_of(line: Line, reader: Reader) -> list[str]:
    """Happened and recorded; the source's own zone where it is another."""
    words, entry = reader.words, line.entry
    found = [words.text("Happened {at}", at=words.moment(entry.happened, reader.zone))]
    other = entry.zone or line.zone
    if other and other != str(reader.zone):
        there = words.moment(entry.happened, ZoneInfo(other))
        found.append(words.text("In {place}: {at}", place=words.city(other), at=there))
    found.append(words.text("Recorded {at}", at=words.moment(entry.recorded, reader.zone)))
    return found


def changed(line: Line, reader: Reader) -> list[str]:
    """The reason of the last correction or of the retraction."""
    if not line.reason:
        return []
    if line.entry.retracted_by:
        return [reader.words.text("Retracted: {reason}", reason=line.reason)]
    return [reader.words.text("Corrected: {reason}", reason=line.reason)]
