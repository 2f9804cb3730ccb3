"""Calls in words: what the agreement says against one, which is recorded all the same, and a date of a series (D13)."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from app.facts.series import DayOffOf, SeriesDate
from app.papers.names import channel_name
from app.words import N_, Words

SENTENCES: Final = {
    "ad_hoc": N_("Not planned with an agreed topic beforehand: it is marked as ad hoc."),
    "channel_not_agreed": N_("{channel} is not agreed with this client. The call is saved with this remark."),
    "urgent_only": N_("{channel} is agreed for urgent matters only. The call is saved with this remark."),
    "not_for_calls": N_("{channel} is not agreed for calls. The call is saved with this remark."),
    "purpose_not_agreed": N_("Calls for this purpose are not agreed. The call is saved with this remark."),
}


def remark_sentence(words: Words, remark: str, channel: str) -> str:
    """One remark of `app.rules.calls`, by its word."""
    return words.text(SENTENCES[remark], channel=channel_name(words, channel) if channel else "")


def series_line(words: Words, each: SeriesDate) -> str:
    """A date of a series: day and hour there, and why it is not the day that the rhythm gives."""
    at = words.capital(words.date_time(each.at, ZoneInfo(each.zone)))
    if each.on != each.ideal:
        return words.text("{at}, moved from {day}: {why}", at=at, day=each.ideal, why=_why(words, each.in_the_way))
    if not each.fits:
        return words.text(
            "{at}: {why}, and no day within the tolerance is free", at=at, why=_why(words, each.in_the_way)
        )
    return at


def _why(words: Words, off: tuple[DayOffOf, ...]) -> str:
    return words.list_of(_whose(words, each) for each in off)


def _whose(words: Words, off: DayOffOf) -> str:
    if off.whose == "me":
        return words.text("your day off, {why}", why=off.why) if off.why else words.text("your day off")
    return words.text("their day off, {why}", why=off.why) if off.why else words.text("their day off")
