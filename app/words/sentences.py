"""Puts values into a sentence, in the form which that sentence asks for."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.words.dates import FORMS, at_hour
from app.words.moments import Moment

if TYPE_CHECKING:
    from app.words.language import Words


class Speller(string.Formatter):
    """`str.format` for sentences in one language.

    A placeholder may ask for a form, so that a translation puts a date into the case it needs: {due} «среда, 25
    ноября», {due:acc} «среду, 25 ноября», {due:gen} «среды, 25 ноября», {due:on} «в среду, 25 ноября», {due:by},
    {due:since}, {due:until}, {due:for}, {due:short}, {due:by-short}. A Moment is said with its hour;
    {at:time} is the hour alone, {at:day} and {at:day-on} the day alone, {at:at} "at 10:05" or
    "on Thursday, 19 November, at 10:05" when that is not today. {due:every} is "on Fridays". A missing value stays
    visible as {name}.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The value called `key`, or its name in braces."""
        return kwargs.get(str(key), "{" + str(key) + "}")

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value in the form asked for; a form that does not fit its kind is passed over."""
        if isinstance(value, Moment):
            return self._moment(value, format_spec)
        if isinstance(value, date) and not isinstance(value, datetime):
            return self._date(value, format_spec)
        if isinstance(value, list | tuple):
            return self._words.list_of(str(each) for each in value)
        return _as_asked(value, format_spec)

    def _date(self, value: date, spec: str) -> str:
        form = spec.removeprefix("day").removesuffix("short").strip("-")
        return self._words.date_form(value, form if form in FORMS else "", short=spec.endswith("short"))

    def _moment(self, value: Moment, spec: str) -> str:
        clock = f"{value.local:%H:%M}"
        if spec == "time":
            return clock
        day = value.local.date()
        if spec == "at":
            return at_hour(self._words.language, "" if day == value.today else self._date(day, "on"), clock)
        if spec.startswith("day") or spec == "every":
            return self._date(day, spec)
        return f"{self._date(day, spec)}, {clock}"


def _as_asked(value: object, spec: str) -> str:
    try:
        return format(value, spec)
    except (TypeError, ValueError):
        return str(value)
