"""The place by which a time zone is known, in the language asked for."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=512)
def city_of(language: str, zone: str) -> str:
    """The exemplar city of an IANA zone (CLDR); the last part of its name where there is none."""
    # Babel takes a tenth of a second to load, and most commands never name a place.
    from babel.dates import get_timezone_location

    try:
        return str(get_timezone_location(zone, locale=language, return_city=True))
    except LookupError:
        return zone.rsplit("/", 1)[-1].replace("_", " ")
