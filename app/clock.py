"""The one place where *now* enters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """This computer's clock, in UTC, with microseconds."""
    return datetime.now(UTC)


class FixedClock:
    """A clock that stands still until it is moved; for `--now`, the sample journal and the tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.at

    def move_to(self, at: datetime) -> None:
        """Set the hands to `at`."""
        self.at = at.astimezone(UTC)

    def forward(self, step: timedelta) -> None:
        """Move the hands by `step`."""
        self.at += step
