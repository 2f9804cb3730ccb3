"""The hours of a day as somebody types them: "9-18", "09:00 to 13:00, 14:00 to 18:30"; nothing is a day off (W1)."""

from __future__ import annotations

import re

from app.errors import Refused
from app.facts.calendar import Calendar, clock_text
from app.facts.calendar_body import minute_of, week_of_hours
from app.facts.terms import Weekly

Spans = tuple[tuple[str, str], ...]

_TIME = r"(\d{1,2})(?:[:.]?(\d{2}))?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|to|until|до|a|hasta)\s*{_TIME}")
_APART = re.compile(r"\s*[,;]\s*|\s+(?:and|и|y)\s+")


def spans_typed(text: str) -> Spans:
    """The spans of a typed line, in order; Refused, with an example, when it cannot be read or makes no sense."""
    parts = [part for part in _APART.split(text.strip().casefold()) if part]
    spans = tuple(_span(part) for part in parts)
    Calendar(zone="UTC", week=week_of_hours({"mon": spans} if spans else {"mon": [["09:00", "18:00"]]}))
    return spans


def spans_text(spans: Spans) -> str:
    """How the line is shown for typing: 09:00–13:00, 14:00–18:00."""
    return ", ".join(f"{start}–{end}" for start, end in spans)


def minutes(spans: Spans) -> tuple[tuple[int, int], ...]:
    """The spans in minutes of the day, for drawing."""
    return tuple((minute_of(start), minute_of(end)) for start, end in spans)


def with_day(week: Weekly, day: str, spans: Spans) -> Weekly:
    """The week with other hours on one day; a day without any is left out (B1)."""
    changed = {name: hours for name, hours in week.items() if name != day}
    return changed | {day: spans} if spans else changed


def _span(part: str) -> tuple[str, str]:
    found = _SPAN.fullmatch(part)
    if found is None:
        raise Refused(
            "{text} cannot be read as hours. Write them as 09:00–18:00; an empty line is a day off.", text=part
        )
    start, end = _clock(found[1], found[2]), _clock(found[3], found[4])
    return start, end


def _clock(hour: str, minute: str | None) -> str:
    return clock_text(minute_of(f"{int(hour):02}:{minute or '00'}"))
