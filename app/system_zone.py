"""The zone in which this computer stands, as an IANA name."""

from __future__ import annotations

from zoneinfo import ZoneInfoNotFoundError

import tzlocal


def system_zone() -> str:
    """The system's zone; UTC where it cannot be told."""
    try:
        return str(tzlocal.get_localzone_name() or "UTC")
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return "UTC"
