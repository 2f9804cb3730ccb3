"""The cities of time zones that are shipped are those of the installed CLDR."""

from __future__ import annotations

import zoneinfo

import pytest
from babel.dates import get_timezone_location

from app.words.places import city_of


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_every_zone_is_known_by_the_city_that_cldr_names(language: str) -> None:
    """Write the files anew, when this fails, from the zones where Babel's city is not the end of the zone's name."""
    wrong = {}
    for zone in sorted(zoneinfo.available_timezones() - {"Factory"}):  # what some systems list is no place
        try:
            city = str(get_timezone_location(zone, locale=language, return_city=True))
        except LookupError:
            continue
        if city_of(language, zone) != city:
            wrong[zone] = city
    assert wrong == {}


def test_a_zone_nobody_knows_is_called_by_the_end_of_its_name() -> None:
    assert city_of("ru", "Mars/Olympus_Mons") == "Olympus Mons"
