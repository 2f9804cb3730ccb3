"""A point in time together with the zone it is read in, so that a translation can choose its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Moment:
    """An instant and the zone in which it is to be said."""

    instant: datetime
    zone: ZoneInfo

    @property
    def local(self) -> datetime:
        """The wall time in the zone."""
        return self.instant.astimezone(self.zone)
