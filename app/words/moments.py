"""A point in time together with the zone it is read in, so that a translation can choose its form."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Moment(NamedTuple):
    """An instant, the zone in which it is to be said, and the day on which it is said (if known)."""

    instant: datetime
    zone: ZoneInfo
    today: date | None = None

    @property
    def local(self) -> datetime:
        """The wall time in the zone."""
        return self.instant.astimezone(self.zone)
