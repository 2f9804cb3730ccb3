"""The rooms of a journal, each by its name: the verbs of one noun stand in one of them (7.2)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.journal.keeping_rooms import KeepingRooms
from app.journal.plan_rooms import PlanRooms

if TYPE_CHECKING:
    from app.journal.agreements import Agreements
    from app.journal.calls import Calls
    from app.journal.clients import Clients
    from app.journal.desk import Desk
    from app.journal.edits import Edits
    from app.journal.forms import Forms
    from app.journal.imports import Imports
    from app.journal.months import Months
    from app.journal.penalties import PenaltyRoom
    from app.journal.reading import Reading
    from app.journal.requests import Requests
    from app.journal.series import Series
    from app.journal.statistics import StatisticsRoom
    from app.journal.stops import Stops
    from app.journal.talk import Talks
    from app.journal.weeks import Weeks


class JournalRooms(PlanRooms, KeepingRooms):
    """What a journal is asked and told through; a room is imported when somebody first enters it (8.1)."""

    @cached_property
    def reading(self) -> Reading:
        """Questions: entries, items, search."""
        from app.journal.reading import Reading

        return Reading(self._whole)

    @cached_property
    def clients(self) -> Clients:
        """Clients, persons, contacts."""
        from app.journal.clients import Clients

        return Clients(self._whole)

    @cached_property
    def agreements(self) -> Agreements:
        """Terms and their versions."""
        from app.journal.agreements import Agreements

        return Agreements(self._whole)

    @cached_property
    def talk(self) -> Talks:
        """Messages, marks, attempts, notes, corrections."""
        from app.journal.talk import Talks

        return Talks(self._whole)

    @cached_property
    def calls(self) -> Calls:
        """Calls."""
        from app.journal.calls import Calls

        return Calls(self._whole)

    @cached_property
    def edits(self) -> Edits:
        """Edits and promises."""
        from app.journal.edits import Edits

        return Edits(self._whole)

    @cached_property
    def requests(self) -> Requests:
        """What the client owes."""
        from app.journal.requests import Requests

        return Requests(self._whole)

    @cached_property
    def series(self) -> Series:
        """Regular calls."""
        from app.journal.series import Series

        return Series(self._whole)

    @cached_property
    def stops(self) -> Stops:
        """Work stopped and resumed."""
        from app.journal.stops import Stops

        return Stops(self._whole)

    @cached_property
    def desk(self) -> Desk:
        """Who must be written to first."""
        from app.journal.desk import Desk

        return Desk(self._whole)

    @cached_property
    def weeks(self) -> Weeks:
        """Weekly sheets."""
        from app.journal.weeks import Weeks

        return Weeks(self._whole)

    @cached_property
    def months(self) -> Months:
        """The month's close, the final report, the next month's plan."""
        from app.journal.months import Months

        return Months(self._whole)

    @cached_property
    def imports(self) -> Imports:
        """Imports of correspondence."""
        from app.journal.imports import Imports

        return Imports(self._whole)

    @cached_property
    def forms(self) -> Forms:
        """Forms and checklists."""
        from app.journal.forms import Forms

        return Forms(self._whole)

    @cached_property
    def statistics(self) -> StatisticsRoom:
        """The figures of one client and period (1.8)."""
        from app.journal.statistics import StatisticsRoom

        return StatisticsRoom(self._whole)

    @cached_property
    def penalties(self) -> PenaltyRoom:
        """What the agreed penalties come to (1.4)."""
        from app.journal.penalties import PenaltyRoom

        return PenaltyRoom(self._whole)
