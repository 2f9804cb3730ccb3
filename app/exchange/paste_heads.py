"""The first lines of copied messages: every form in which a messenger writes author, date and clock (5.2)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from msgspec import Struct

_SPACE = r"[ \u00a0\u202f]"
_NUMBERS = r"(?P<a>\d{1,4})(?P<mark>[./-])(?P<b>\d{1,2})[./-](?P<c>\d{4}|\d{1,2})"
_OF = rf"{_SPACE}(?:de{_SPACE})?"
_NAMED = rf"(?P<day>\d{{1,2}}){_OF}(?P<month>[^\W\d_]{{3,12}})\.?,?{_OF}(?P<year>\d{{4}})(?:{_SPACE}г\.?)?"
_DATE = rf"(?:{_NUMBERS}|{_NAMED})"
_HALF = rf"(?:{_SPACE}?(?P<half>[AaPp]\.?{_SPACE}?[Mm]\.?))?"
_CLOCK = rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}}))?{_HALF}"
_BETWEEN = rf"(?:,?{_SPACE}(?:at|в|a{_SPACE}las){_SPACE}|,?{_SPACE})"
_WHO = r"(?P<who>[^:\[\]\n]{1,80}?)"

HEADS: Final = (
    ("telegram", re.compile(rf"{_WHO}, \[{_DATE}{_BETWEEN}{_CLOCK}\]:?(?P<text>)")),
    ("whatsapp", re.compile(rf"\[{_CLOCK},{_SPACE}{_DATE}\]{_SPACE}{_WHO}:{_SPACE}?(?P<text>.*)")),
    ("whatsapp", re.compile(rf"\[{_DATE},?{_SPACE}{_CLOCK}\]{_SPACE}{_WHO}:{_SPACE}?(?P<text>.*)")),
    ("whatsapp", re.compile(rf"{_DATE},?{_SPACE}{_CLOCK}{_SPACE}[-–]{_SPACE}{_WHO}:{_SPACE}?(?P<text>.*)")),
)
"""In turn: Telegram on a computer; WhatsApp in a browser; WhatsApp's export on an iPhone, and on Android."""

_MONTHS: Final = (
    ("jan", "янв", "ene"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр", "abr"), ("may", "май", "мая"),
    ("jun", "июн"), ("jul", "июл"), ("aug", "авг", "ago"), ("sep", "сен", "set"), ("oct", "окт"), ("nov", "ноя"),
    ("dec", "дек", "dic"),
)  # fmt: skip
_NOON = 12
_THIS_CENTURY = 2000


class Head(Struct, frozen=True, kw_only=True):
    """Author, date and clock as they were written; `a` and `b` are the day and the month, in an order not yet known."""

    who: str
    channel: str
    text: str
    a: int
    b: int
    year: int
    hour: int
    minute: int
    second: int = 0
    is_open: bool = False
    """Two numbers that could both be the month, with nothing beside them that says which."""
    by_month: bool = False
    """The second number is no month, so the first one is."""
    decides: bool = False
    """Two numbers of which one is no month: dates that are open beside it are read in the same order."""

    def wall_time(self, *, month_first: bool) -> datetime | None:
        """The moment on the author's wall; None where there is no such day."""
        turned = self.by_month or (self.is_open and month_first)
        month, day = (self.a, self.b) if turned else (self.b, self.a)
        try:
            return datetime(self.year, month, day, self.hour, self.minute, self.second)  # noqa: DTZ001
        except ValueError:
            return None


def head_in(line: str) -> Head | None:
    """The head of a message, where a line is one."""
    for channel, pattern in HEADS:
        found = pattern.fullmatch(line)
        if found is not None and (head := _head(channel, found)) is not None:
            return head
    return None


def _head(channel: str, found: re.Match[str]) -> Head | None:
    date, hour = _date(found), _hour(found)
    if date is None or hour is None or int(found["minute"]) > 59:
        return None
    a, b, year, is_open = date
    return Head(
        who=found["who"].strip(), channel=channel, text=found["text"], a=a, b=b, year=year, hour=hour,
        minute=int(found["minute"]), second=int(found["second"] or 0), is_open=is_open,
        by_month=b > _NOON, decides=found["mark"] == "/" and max(a, b) > _NOON,
    )  # fmt: skip


def _date(found: re.Match[str]) -> tuple[int, int, int, bool] | None:
    """Two numbers, the year, and whether nobody knows which of the two is the day."""
    if found["month"]:
        month = _month(found["month"].casefold())
        return (int(found["day"]), month, int(found["year"]), False) if month else None
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return c, b, a, False
    if len(found["a"]) > 2 or len(found["c"]) == 1 or max(a, b) > 31:
        return None
    year = c if len(found["c"]) == 4 else _THIS_CENTURY + c
    return a, b, year, found["mark"] != "." and a <= _NOON and b <= _NOON and a != b


def _month(name: str) -> int:
    return next((at for at, begins in enumerate(_MONTHS, 1) if name.startswith(begins)), 0)


def _hour(found: re.Match[str]) -> int | None:
    """The hour of a day with 24; "12 a. m." is midnight."""
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    if not half:
        return hour if hour < 24 else None
    if not 1 <= hour <= _NOON:
        return None
    return hour % _NOON + (_NOON if half.startswith("p") else 0)
