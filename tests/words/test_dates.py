"""Dates as a person says them, in three languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.words import Words, words_for

WEDNESDAY = date(2026, 11, 25)
TUESDAY = date(2026, 11, 24)
EN, RU, ES = words_for("en", 2026), words_for("ru", 2026), words_for("es", 2026)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (EN, "Wednesday, 25 November"),
        (RU, "среда, 25 ноября"),
        (ES, "miércoles, 25 de noviembre"),
    ],
)
def test_a_date_stands_with_its_weekday(words: Words, expected: str) -> None:
    assert words.date(WEDNESDAY) == expected


@pytest.mark.parametrize(("words", "expected"), [(EN, "Wed 25 Nov"), (RU, "ср 25 ноября"), (ES, "mié 25 nov")])
def test_a_narrow_place_gets_a_short_date_with_its_weekday(words: Words, expected: str) -> None:
    assert words.date(WEDNESDAY, short=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (EN, "on Wednesday, 25 November"),
        (RU, "в среду, 25 ноября"),
        (ES, "el miércoles 25 de noviembre"),
    ],
)
def test_on_a_day_takes_the_case_of_the_language(words: Words, expected: str) -> None:
    assert words.on_date(WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (EN, "by Wednesday, 25 November"),
        (RU, "до среды, 25 ноября"),
        (ES, "a más tardar el miércoles 25 de noviembre"),
    ],
)
def test_a_deadline_takes_the_case_of_the_language(words: Words, expected: str) -> None:
    assert words.by_date(WEDNESDAY) == expected


def test_russian_prepositions_yield_to_two_consonants() -> None:
    assert RU.on_date(TUESDAY) == "во вторник, 24 ноября"
    assert RU.since_date(TUESDAY) == "со вторника, 24 ноября"
    assert RU.since_date(WEDNESDAY) == "со среды, 25 ноября"
    assert RU.since_date(date(2026, 11, 26)) == "с четверга, 26 ноября"


def test_the_year_is_named_when_it_is_not_this_one() -> None:
    spring = date(2027, 3, 2)
    assert EN.date(spring) == "Tuesday, 2 March 2027"
    assert RU.on_date(spring) == "во вторник, 2 марта 2027 года"
    assert ES.date(spring) == "martes, 2 de marzo de 2027"
    assert EN.date(spring, today=date(2027, 1, 1)) == "Tuesday, 2 March"
    assert EN.date(spring, short=True) == "Tue 2 Mar 2027"


def test_a_translation_chooses_the_case_of_a_date() -> None:
    assert RU.text("на {due:acc}", due=WEDNESDAY) == "на среду, 25 ноября"
    assert RU.text("{due:by-short}", due=TUESDAY) == "до вт 24 ноября"
    assert EN.text("promised for {due}", due=WEDNESDAY) == "promised for Wednesday, 25 November"


def test_a_moment_is_said_in_the_zone_it_carries() -> None:
    moment = EN.moment(datetime(2026, 11, 19, 16, 20, tzinfo=UTC), ZoneInfo("Europe/Madrid"))
    assert EN.text("since {at}", at=moment) == "since Thursday, 19 November, 17:20"
    assert EN.text("at {at:time}", at=moment) == "at 17:20"
    assert RU.text("{at:since}", at=moment) == "с четверга, 19 ноября, 17:20"
    assert RU.text("{at:day-on}", at=moment) == "в четверг, 19 ноября"


def test_a_moment_of_today_needs_only_its_hour() -> None:
    instant, zone = datetime(2026, 11, 20, 9, 5, tzinfo=UTC), ZoneInfo("Europe/Madrid")
    today, earlier = RU.moment(instant, zone, date(2026, 11, 20)), RU.moment(instant, zone, date(2026, 11, 23))
    assert EN.text("delivered {at:at}", at=today) == "delivered at 10:05"
    assert EN.text("delivered {at:at}", at=earlier) == "delivered on Friday, 20 November, at 10:05"
    assert RU.text("{at:at}", at=earlier) == "в пятницу, 20 ноября, в 10:05"
    assert ES.text("{at:at}", at=earlier) == "el viernes 20 de noviembre a las 10:05"


def test_a_weekday_that_returns_is_said_without_a_date() -> None:
    friday = date(2026, 11, 20)
    assert [w.text("{d:every}", d=friday) for w in (EN, RU, ES)] == ["on Fridays", "по пятницам", "los viernes"]
    assert ES.text("{d:every}", d=date(2026, 11, 21)) == "los sábados"


def test_a_moment_late_in_the_evening_belongs_to_the_day_of_its_zone() -> None:
    instant = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    assert EN.date_time(instant, ZoneInfo("Asia/Yekaterinburg")) == "Friday, 20 November, 04:30"


@pytest.mark.parametrize("day", range(7))
def test_every_weekday_has_every_form_in_russian(day: int) -> None:
    d = date(2026, 11, 23 + day)
    said = {RU.date_form(d, form).split(",")[0].split()[-1] for form in ("", "acc", "gen")}
    assert RU.weekday(d) in said
    assert len(said) == (3 if day in (2, 4, 5) else 2)


def test_a_week_names_its_year_only_when_it_is_another() -> None:
    assert EN.week("2026-W47") == "week 47"
    assert EN.week("2025-W01") == "week 1 of 2025"
    assert EN.week_days("2026-W47") == "Monday, 16 November – Sunday, 22 November"


def test_a_month_stands_with_its_year() -> None:
    assert [w.month(WEDNESDAY) for w in (EN, RU, ES)] == ["November 2026", "ноябрь 2026", "noviembre de 2026"]
