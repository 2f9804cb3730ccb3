"""The place by which a time zone is known, in the language asked for."""

from __future__ import annotations

from functools import cache

import msgspec

from app.resources import resource


def city_of(language: str, zone: str) -> str:
    """The exemplar city of an IANA zone (CLDR); the last part of its name where there is none."""
    return _cities(language).get(zone) or zone.rsplit("/", 1)[-1].replace("_", " ")


@cache
def _cities(language: str) -> dict[str, str]:
    """A file of ours: loading Babel for it would take a tenth of a second before the first card is painted."""
    path = resource("places", f"{language}.json")
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str]) if path.is_file() else {}
