"""A point in time together with the zone it is read in, so that a translation can choose its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Moment:
    """An instant, the zone in which it is to be said, and the day on which it is said (if known)."""

    instant: datetime
    zone: ZoneInfo
    today: date | None = None

    @property
    def local(self) -> datetime:
        """The wall time in the zone."""
        return self.instant.astimezone(self.zone)
