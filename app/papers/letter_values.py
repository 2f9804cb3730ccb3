"""The values of a draft in its own language: days in the zone of dates, hours in that of the reader, names (3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.facts.call_rows import OutcomeRow
from app.facts.flags import Value
from app.facts.letter import Ahead, Letter
from app.papers.counts import count_for_client
from app.papers.draft_titles import SAME_AS
from app.papers.names import channel_name
from app.words import Words, words_for

_TELL_STAGES = ("f6_resumed", "f6_accepted_late")
"""Drafts that say the days of the stages to come."""


def letter_values(letter: Letter, key: str, language: str) -> dict[str, object]:
    """What the draft `key` of a letter is filled with, in `language`."""
    words = words_for(language, letter.now.year)
    found = {name: _said(words, letter, name, value) for name, value in letter.values.items()}
    if letter.count:
        found["count"] = count_for_client(words, letter.count)
    known = SAME_AS.get(key, key)
    if known in _TELL_STAGES and letter.stages:
        found["dates"] = _dated(words, letter.stages)
    if known == "f12" and letter.decided:
        found["outcomes"] = tuple(_decided(words, each) for each in letter.decided)
    if known == "where_we_are":
        found |= _standing(words, letter)
    if known in ("f21", "f22") and letter.ahead:
        found |= _coming(known, letter)
    if known == "pause" and letter.paused_until is not None:
        found["due"] = letter.paused_until.astimezone(ZoneInfo(letter.zone)).date()
    return found


def _said(words: Words, letter: Letter, name: str, value: Value) -> object:
    if isinstance(value, datetime):
        zone = ZoneInfo(letter.client.zone or letter.zone) if name == "at" else ZoneInfo(letter.zone)
        at = words.moment(value, zone, letter.now.astimezone(zone).date())
        return at if name == "at" else at.local.date()
    if name == "channel":
        return channel_name(words, str(value))
    return words.month(value) if name == "month" and isinstance(value, date) else value


def _standing(words: Words, letter: Letter) -> dict[str, object]:
    said: dict[str, object] = {"news": letter.done, "next": _dated(words, letter.ahead)}
    if letter.ahead:
        said["due"] = letter.ahead[0].on
    return said


def _coming(known: str, letter: Letter) -> dict[str, object]:
    """What comes next; F22 names its day, F21 the day on which I write again."""
    nearest = letter.ahead[0]
    return {"next": nearest.what} | ({"due": nearest.on} if known == "f22" else {})


def _decided(words: Words, outcome: OutcomeRow) -> str:
    """What was decided, who does it, and by when (D14)."""
    known = [each for each in (outcome.who, words.date(outcome.by) if outcome.by else "") if each]
    return f"{outcome.what} ({', '.join(known)})" if known else outcome.what


def _dated(words: Words, lines: Sequence[Ahead]) -> tuple[str, ...]:
    return tuple(f"{each.what} ({words.date(each.on)})" for each in lines)
