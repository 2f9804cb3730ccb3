"""The words of a row that several kinds share: who to whom, marks of lateness, correction, voice and channel."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.timeline import Line
from app.papers.call_blocks import channel_in_line
from app.words import Words
from ui.pages.client.setting import Mark

DAY_SECONDS = 24 * 3600


class Reader(Struct, frozen=True):
    """In which words and zone rows are read."""

    words: Words
    zone: ZoneInfo

    def time(self, at: datetime) -> str:
        """The wall time of an instant where the owner lives."""
        return self.words.time(at, self.zone)

    def day(self, at: datetime) -> date:
        """The day of an instant where the owner lives."""
        return at.astimezone(self.zone).date()


def channel_of(words: Words, line: Line) -> str:
    """The channel inside a sentence; empty where none is named."""
    channel = line.entry.body.get("channel", "")
    return channel_in_line(words, channel) if channel else ""


def from_them(words: Words, line: Line) -> tuple[str, str]:
    """Who wrote, and "to me, phone"."""
    channel = channel_of(words, line)
    shown = line.entry.body.get("shown", {}).get("name", "")
    who = line.person.name if line.person else shown or words.text("Somebody of the client")
    return who, words.text("to me, {channel}", channel=channel) if channel else words.text("to me")


def from_me(words: Words, line: Line) -> tuple[str, str]:
    """Me, and "to Ольга Никитина, Telegram"."""
    channel, to = channel_of(words, line), line.person
    if to and channel:
        quiet = words.text("to {person}, {channel}", person=to.name, channel=channel)
    elif to:
        quiet = words.text("to {person}", person=to.name)
    else:
        quiet = channel
    return words.text("Me"), quiet


def marks(words: Words, line: Line) -> list[Mark]:
    """The chips of a row: voice and channel first, then when it was written down and what was changed."""
    found: list[Mark] = []
    if line.by_voice:
        found.append((words.text("Not the contact"), "today", "user-x"))
    if line.off_channel:
        found.append((words.text("Channel not agreed"), "today", "unlink"))
    if line.entry.late_seconds:
        found.append((late(words, line.entry.late_seconds), "neutral", "history"))
    if line.entry.corrected_by:
        number = line.entry.corrected_by[-1]
        found.append((words.text("Corrected by entry {number}", number=number), "neutral", "rotate-ccw"))
    if line.entry.retracted_by is not None:
        number = line.entry.retracted_by
        found.append((words.text("Retracted by entry {number}", number=number), "neutral", "ban"))
    return found + _origin(words, line)


def late(words: Words, seconds: int) -> str:
    """D2: rounded down to whole days."""
    return words.plural("Recorded {n} day later", "Recorded {n} days later", seconds // DAY_SECONDS)


def _origin(words: Words, line: Line) -> list[Mark]:
    body = line.entry.body
    found: list[Mark] = []
    source = body.get("source")
    if isinstance(source, dict):
        place = str(source.get("place", ""))
        found.append((words.text("Imported, {place}", place=place) if place else words.text("Imported"),
                      "neutral", "import"))  # fmt: skip
    if body.get("automatic"):
        found.append((words.text("Automatic"), "neutral", "refresh-cw"))
    if body.get("private"):
        found.append((words.text("Private, not in exports"), "neutral", "lock"))
    return found


def is_struck(line: Line) -> bool:
    """Retracted: it stays where it stands, struck through."""
    return line.entry.retracted_by is not None
