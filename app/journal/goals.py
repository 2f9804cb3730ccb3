"""Verbs about goals: a metric that is to go from here to there, its readings, its end (1.3, F20)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.errors import Refused
from app.facts.plan import Goal
from app.facts.wall_time import local_date
from app.journal.edits import terms_at
from app.journal.rooms import Room, when
from app.journal.zones import zone_of_dates
from app.storage.shelf import items


class Goals(Room):
    """What the work of all clients is to bring."""

    def set(
        self,
        client: int,
        metric: str,
        *,
        base: str,
        target: str,
        since: date,
        by: date,
        unit: str = "",
        source: str = "",
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """`base` and `target` are decimals as written, in `unit`; `source` is where they are read. Gives its number."""
        with self.journal.act() as act:
            body = {
                "metric": metric,
                "unit": unit,
                "base": base,
                "target": target,
                "since": since,
                "by": by,
                "data_source": source,
                "terms": terms_at(act.connection, client, at or act.now).entry,
            }
            return act.add("goal.set", client, body | more | when(act.connection, at))

    def measure(
        self,
        goal: int,
        value: str,
        *,
        on: date | None = None,
        source: str = "",
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """A reading of the metric on a day; today in the zone of dates unless another is named."""
        found = self.get(goal)
        with self.journal.act() as act:
            read = at or act.now
            day = on or local_date(zone_of_dates(act.connection, found.client, read), read)
            return self._step(found, "goal.measured", at, {"value": value, "on": day, "data_source": source} | more)

    def close(self, goal: int, *, reason: str = "", at: datetime | None = None, **more: Any) -> int:
        """Reached, given up, or replaced by another one."""
        return self._step(self.get(goal), "goal.closed", at, {"reason": reason} | more)

    def get(self, number: int) -> Goal:
        """The goal of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Goal):
            raise Refused("Entry {number} is not a goal. Set the goal first.", number=number)
        return found

    def of_client(self, client: int) -> tuple[Goal, ...]:
        """Every goal that the client ever had, oldest first."""
        with self.journal.look() as connection:
            return items.of_noun(items.items_of(connection, client, "goal"), Goal)

    def _step(self, goal: Goal, kind: str, at: datetime | None, body: dict[str, Any]) -> int:
        with self.journal.act() as act:
            return act.add(kind, goal.client, {"item": goal.number} | body | when(act.connection, at))
