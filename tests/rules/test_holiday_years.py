"""Years that are filled and years that are not (W13), and what the list of holidays proposes (D17)."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.exchange.holiday_calendars import countries, propose
from app.facts.calendar import Weekday
from app.facts.calendar_body import calendar_of
from app.rules.holiday_years import is_filled, years_counted, years_not_filled
from app.rules.working_time import is_working_day

OFFICE = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def test_the_next_year_is_missed_when_it_comes_near() -> None:
    spain = calendar_of(zone="Europe/Madrid", hours=OFFICE, holidays={"country": "ES", "years": {"2026": []}})
    assert years_not_filled(spain, date(2026, 9, 1)) == ()
    assert years_not_filled(spain, date(2026, 11, 25)) == (2027,)
    assert years_not_filled(spain, date(2027, 1, 1)) == (2027,)
    assert years_counted(spain, date(2026, 12, 28), date(2027, 1, 4)) == (2027,)


def test_without_a_country_no_year_is_missed() -> None:
    calendar = calendar_of(zone="Europe/Madrid", hours=OFFICE)
    assert is_filled(calendar, 2040)
    assert years_not_filled(calendar, date(2026, 12, 31)) == ()


def test_a_proposal_is_in_the_language_asked_for() -> None:
    assert propose("ES", 2026, subdivision="VC", language="es").holidays[0].name == "Año Nuevo"
    assert propose("ES", 2026, subdivision="VC", language="en").holidays[0].name == "New Year's Day"
    assert propose("RU", 2026, language="ru").holidays[6].name == "Рождество Христово"


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    country = {each.on for each in propose("ES", 2026).holidays}
    part = {each.on for each in propose("ES", 2026, subdivision="VC").holidays}
    assert date(2026, 10, 9) in part - country


def test_a_moved_day_takes_the_hours_of_the_day_it_was_exchanged_for() -> None:
    moved = propose("RU", 2024).moved
    assert [(each.on, each.like) for each in moved] == [
        (date(2024, 4, 27), Weekday.MON),
        (date(2024, 11, 2), Weekday.TUE),
        (date(2024, 12, 28), Weekday.MON),
    ]


def test_a_year_whose_moved_days_nobody_has_decreed_says_so() -> None:
    assert propose("RU", 2025).decreed
    assert not propose("RU", 2090).decreed
    assert propose("ES", 2090).decreed


def test_what_is_proposed_can_be_written_down_and_read_again() -> None:
    proposed = propose("RU", 2024, language="ru")
    calendar = calendar_of(
        zone="Europe/Moscow",
        hours=OFFICE,
        extra_days=proposed.extra_days_body(),
        holidays={"country": "RU", "years": {"2024": proposed.year_body()}},
    )
    assert is_filled(calendar, 2024)
    assert [is_working_day(calendar, date(2024, 4, day)) for day in (26, 27, 28, 29, 30)] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_unknown_places_and_years_are_refused() -> None:
    for country, part, year in (("XX", "", 2026), ("ES", "ZZ", 2026), ("ES", "", 1200)):
        with pytest.raises(Refused, match="No public holidays"):
            propose(country, year, subdivision=part)


def test_the_countries_are_listed_with_their_parts() -> None:
    known = {each.code: each.subdivisions for each in countries()}
    assert "VC" in known["ES"]
    assert "RU" in known
