"""What the agreed penalties come to, for one client and period; nothing is written, nobody is told."""

from __future__ import annotations

from app.facts.penalties import Penalties
from app.facts.statistics import Period
from app.journal.history import history
from app.journal.rooms import Room
from app.rules.penalties import penalties


class PenaltyRoom(Room):
    """The penalty calculator (1.4)."""

    def of(self, client: int, period: Period | str = "all") -> Penalties:
        """Every penalty of every version in force by the period's end; a cap holds for the period asked for."""
        asked = period if isinstance(period, Period) else self.journal.statistics.named(client, period)
        with self.journal.look() as connection:
            return penalties(history(connection, client, self.journal.clock()), asked)
