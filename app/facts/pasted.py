"""Recognises a piece of a chat that was copied from a messenger: who, when, what; the day stands before the month."""

from __future__ import annotations

import re
from datetime import datetime

from msgspec import Struct

_DAY = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})"
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?"
_HEADS = (
    # Telegram Desktop: a head of its own, the text below it.
    re.compile(rf"(?P<who>[^\[\]\n]{{1,80}}), \[{_DAY}[ ,]+{_CLOCK}\](?P<text>)"),
    # WhatsApp on a computer, and Telegram on some.
    re.compile(rf"\[(?:{_CLOCK}, {_DAY})\] (?P<who>[^:\n]{{1,80}}): ?(?P<text>.*)"),
    re.compile(rf"\[(?:{_DAY},? {_CLOCK})\] (?P<who>[^:\n]{{1,80}}): ?(?P<text>.*)"),
    # An exported chat of WhatsApp.
    re.compile(rf"{_DAY},? {_CLOCK} - (?P<who>[^:\n]{{1,80}}): ?(?P<text>.*)"),
)


class PastedMessage(Struct, frozen=True):
    """One message: the name as the messenger shows it, the wall time (no zone is known), the text."""

    who: str
    at: datetime
    text: str


def pasted_messages(text: str) -> tuple[PastedMessage, ...]:
    """The messages of a pasted piece in order; empty where it is none, or begins with something else."""
    found: list[tuple[str, datetime, list[str]]] = []
    for line in text.splitlines():
        head = _head(line)
        if head is not None:
            found.append(head)
        elif found:
            found[-1][2].append(line)
        elif line.strip():
            return ()
    messages = (PastedMessage(who, at, "\n".join(lines).strip()) for who, at, lines in found)
    return tuple(message for message in messages if message.text)


def _head(line: str) -> tuple[str, datetime, list[str]] | None:
    stripped = line.strip().lstrip("\u200e\u200f\ufeff")
    for pattern in _HEADS:
        match = pattern.fullmatch(stripped)
        at = _wall_time(match) if match else None
        if match and at:
            return match["who"].strip(), at, [match["text"]]
    return None


def _wall_time(match: re.Match[str]) -> datetime | None:
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    text = f"{year:04}-{int(match['month']):02}-{int(match['day']):02}T{int(match['hour']):02}:{match['minute']}"
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
