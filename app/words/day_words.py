"""Reads days as a person types them: "wed", "25", "25 nov", "in 2 days", "yesterday 16:00"; in three languages.

Pure: today comes in, a date or nothing goes out. English is understood beside every language.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from app.words.day_vocabulary import AHEAD, BACK, FILLERS, MONTHS, NEAR, UNITS, WEEKDAYS

_CLOCK = re.compile(r"(?:^|(?<=\s))(\d{1,2})[:.](\d{2})$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTS = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?\.?")
_FAR = 3660
"""A day further away than this many days is taken for a slip."""


def day_typed(text: str, today: date, language: str = "en", *, past: bool = False) -> date | None:
    """The date that was typed; None when it is none. A weekday or a bare number is the next such day from today.

    With `past` it is the last such day, today included.
    """
    said = _folded(text)
    for spoken in dict.fromkeys((language[:2], "en")):
        if spoken in WEEKDAYS and (found := _in_language(said, today, spoken, past=past)):
            return found if abs((found - today).days) <= _FAR else None
    return None


def moment_typed(text: str, now: datetime, language: str = "en") -> datetime | None:
    """When something happened, as it was typed: "16:00", "yesterday 16:00", "mon 9:30", "yesterday".

    `now` is the local time with its zone, in which the answer is read as well; a day alone keeps its clock at 12:00.
    """
    said = text.strip().removeprefix("@").strip()
    clock = _CLOCK.search(said)
    at = _time(clock) if clock else None
    if clock and at is None:
        return None
    rest = said[: clock.start()].strip(" ,") if clock else said
    day = day_typed(rest, now.date(), language, past=True) if rest else now.date()
    if day is None or (at is None and not rest):
        return None
    if at is None and _folded(rest) in {word for near in NEAR.values() for word, n in near.items() if n == 0}:
        return now
    return datetime.combine(day, at or time(12), tzinfo=now.tzinfo)


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("й", "\0").replace("ё", "е"))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(unicodedata.normalize("NFC", kept.replace("\0", "й")).replace(",", " ").split())


def _in_language(said: str, today: date, language: str, *, past: bool) -> date | None:
    if not said:
        return None
    bare = _without_fillers(said, language)
    for near in (said, bare):
        if near in NEAR[language]:
            return today + timedelta(days=NEAR[language][near])
    return (
        _numeric(said, today, past=past) or _distance(said, today, language) or _named(bare, today, language, past=past)
    )


def _without_fillers(said: str, language: str) -> str:
    return " ".join(word for word in said.split() if word.rstrip(".") not in FILLERS[language])


def _numeric(said: str, today: date, *, past: bool) -> date | None:
    if iso := _ISO.fullmatch(said):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if points := _POINTS.fullmatch(said):
        if points[3]:
            return _date(int(points[3]) + (2000 if len(points[3]) == 2 else 0), int(points[2]), int(points[1]))
        return _in_year(today, int(points[2]), int(points[1]), past=past)
    return None


def _distance(said: str, today: date, language: str) -> date | None:
    """ "in 2 days", "через неделю", "hace 3 días", "2 days ago"."""
    for words, sign in ((AHEAD[language], 1), (BACK[language], -1)):
        for word in words:
            if said.startswith(word + " ") or said.endswith(" " + word):
                found = _days(said.removeprefix(word).removesuffix(word).split(), language)
                if found is not None:
                    return today + timedelta(days=sign * found)
    return None


def _days(words: list[str], language: str) -> int | None:
    number = int(words[0]) if words and words[0].isdecimal() and len(words[0]) < 5 else 1
    unit = words[-1] if words else ""
    counted = len(words) == 2 and (words[0].isdecimal() or words[0] in ("a", "one", "un", "una"))
    return number * UNITS[language][unit] if (counted or len(words) == 1) and unit in UNITS[language] else None


def _named(said: str, today: date, language: str, *, past: bool) -> date | None:
    words = [word.rstrip(".") for word in said.split()]
    if words and (weekday := _which(words[0], WEEKDAYS[language])) is not None:
        if len(words) == 1:
            return _on_weekday(today, weekday, past=past)
        words = words[1:]
    numbers = [word for word in words if word.isdecimal()]
    if not numbers or not numbers[0] or int(numbers[0]) > 31:
        return None
    if len(words) == 1:
        return _on_day(today, int(numbers[0]), past=past)
    months = [month for word in words if (month := _which(word, MONTHS[language])) is not None]
    if len(months) != 1 or len(words) != len(numbers) + 1:
        return None
    if len(numbers) == 2:
        return _date(int(numbers[1]), months[0] + 1, int(numbers[0]))
    return _in_year(today, months[0] + 1, int(numbers[0]), past=past)


def _which(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    return next((at for at, forms in enumerate(names) if word in forms), None)


def _on_weekday(today: date, weekday: int, *, past: bool) -> date:
    """The next such weekday after today; looking back, the last one, today included."""
    if past:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _on_day(today: date, number: int, *, past: bool) -> date | None:
    """The next (or last) day of that number; months without it are passed over."""
    first = today.replace(day=1)
    for _ in range(12):
        found = _date(first.year, first.month, number)
        if found and (found <= today if past else found >= today):
            return found
        first = (first - timedelta(days=1)).replace(day=1) if past else (first + timedelta(days=32)).replace(day=1)
    return None


def _in_year(today: date, month: int, day: int, *, past: bool) -> date | None:
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    found = [each for year in years if (each := _date(year, month, day))]
    fits = [each for each in found if (each <= today if past else each >= today)]
    return fits[0] if fits else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
