"""Dates in English, Russian and Spanish, with the weekday, in the case the sentence needs (6.15)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Names(NamedTuple):
    """Names of days (Monday first) and months in the forms which dates need."""

    days: tuple[str, ...]
    days_accusative: tuple[str, ...]
    days_genitive: tuple[str, ...]
    days_short: tuple[str, ...]
    months: tuple[str, ...]
    months_in_date: tuple[str, ...]
    months_short: tuple[str, ...]


_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")  # fmt: skip
_ES_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_ES_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
              "noviembre", "diciembre")  # fmt: skip
_RU_MONTHS_GENITIVE = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
                       "ноября", "декабря")  # fmt: skip

NAMES = {
    "en": Names(
        days=_EN_DAYS,
        days_accusative=_EN_DAYS,
        days_genitive=_EN_DAYS,
        days_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=_EN_MONTHS,
        months_in_date=_EN_MONTHS,
        months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    "ru": Names(
        days=("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
        days_accusative=("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
        days_genitive=("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"),
        days_short=("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
        months=("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
                "ноябрь", "декабрь"),
        months_in_date=_RU_MONTHS_GENITIVE,
        months_short=("янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.",
                      "дек."),
    ),
    "es": Names(
        days=_ES_DAYS,
        days_accusative=_ES_DAYS,
        days_genitive=_ES_DAYS,
        days_short=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
        months=_ES_MONTHS,
        months_in_date=_ES_MONTHS,
        months_short=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    ),
}  # fmt: skip

# The day as it stands after a preposition, then the preposition itself, for each form a sentence may ask for.
_PREPOSITIONS = {
    "en": {"on": "on ", "by": "by ", "since": "since ", "until": "until ", "for": "for "},
    "ru": {"on": "в ", "by": "до ", "since": "с ", "until": "до ", "for": "на "},
    "es": {"on": "el ", "by": "a más tardar el ", "since": "desde el ", "until": "hasta el ", "for": "para el "},
}
_GENITIVE_FORMS = frozenset({"by", "since", "until", "gen"})
FORMS = frozenset({"", "on", "by", "since", "until", "for", "acc", "gen", "every"})
_RU_DAYS_DATIVE = ("понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям")
_EVERY = {
    "en": tuple(f"on {day}s" for day in _EN_DAYS),
    "ru": tuple(f"по {day}" for day in _RU_DAYS_DATIVE),
    "es": tuple(f"los {day if day.endswith('s') else day + 's'}" for day in _ES_DAYS),
}


def _year_en(d: date) -> str:
    return f" {d.year}"


def _year_ru(d: date) -> str:
    return f" {d.year} года"


def _year_es(d: date) -> str:
    return f" de {d.year}"


_YEARS: dict[str, Callable[[date], str]] = {"en": _year_en, "ru": _year_ru, "es": _year_es}


def date_in_words(language: str, d: date, form: str, *, short: bool, with_year: bool) -> str:
    """A date with its weekday. `form`: "" alone; on, by, since, until, for: after that word; acc, gen: in that case.

    The form "every" names the weekday alone, as one that returns: "on Fridays", «по пятницам», «los viernes».
    """
    if form == "every":
        return _EVERY[language][d.weekday()]
    preposition = _PREPOSITIONS[language].get(form, "")
    return _euphony(language, preposition, d) + _bare(language, d, form, short=short, with_year=with_year)


def _bare(language: str, d: date, form: str, *, short: bool, with_year: bool) -> str:
    names = NAMES[language]
    year = _YEARS[language](d) if with_year else ""
    if short:
        month = names.months_in_date if language == "ru" else names.months_short
        return f"{names.days_short[d.weekday()]} {d.day} {month[d.month - 1]}" + (f" {d.year}" if with_year else "")
    day = _days_in_case(names, form)[d.weekday()]
    month_name = names.months_in_date[d.month - 1]
    if language == "es":
        # Alone it has a comma, «miércoles, 25 de noviembre»; in a sentence none, «el miércoles 25 de noviembre».
        return f"{day}{' ' if form else ', '}{d.day} de {month_name}{year}"
    return f"{day}, {d.day} {month_name}{year}"


def _days_in_case(names: Names, form: str) -> tuple[str, ...]:
    if form in _GENITIVE_FORMS:
        return names.days_genitive
    return names.days_accusative if form else names.days


def _euphony(language: str, preposition: str, d: date) -> str:
    """Russian says «во вторник», «со вторника», «со среды», because two consonants follow."""
    if language != "ru":
        return preposition
    if preposition == "в " and d.weekday() == 1:
        return "во "
    if preposition == "с " and d.weekday() in (1, 2):
        return "со "
    return preposition


def month_in_words(language: str, d: date) -> str:
    """The month and its year: "November 2026", «ноябрь 2026», «noviembre de 2026»."""
    joint = " de " if language == "es" else " "
    return f"{NAMES[language].months[d.month - 1]}{joint}{d.year}"


def at_hour(language: str, day: str, clock: str) -> str:
    """An hour after its preposition, and after `day` if there is one: "on Thursday, 19 November, at 10:05"."""
    if language == "ru":
        hour = f"в {clock}"
    elif language == "es":
        hour = f"a la {clock}" if clock.startswith("01") else f"a las {clock}"
    else:
        hour = f"at {clock}"
    joint = " " if language == "es" else ", "
    return f"{day}{joint}{hour}" if day else hour
