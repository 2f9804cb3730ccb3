"""The rooms of a journal, each by its name: the verbs of one noun stand in one of them (7.2)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.journal.agreements import Agreements
    from app.journal.backups import Backups
    from app.journal.bags import Bags
    from app.journal.calls import Calls
    from app.journal.clients import Clients
    from app.journal.desk import Desk
    from app.journal.edits import Edits
    from app.journal.erasing import Erasing
    from app.journal.evidence import Evidence
    from app.journal.feedback import Feedback
    from app.journal.forms import Forms
    from app.journal.goals import Goals
    from app.journal.imports import Imports
    from app.journal.journal import Journal
    from app.journal.months import Months
    from app.journal.objections import Objections
    from app.journal.payments import Payments
    from app.journal.penalties import PenaltyRoom
    from app.journal.plan import Plan
    from app.journal.planning import Planning
    from app.journal.reading import Reading
    from app.journal.requests import Requests
    from app.journal.risks import Risks
    from app.journal.series import Series
    from app.journal.stamps import Stamps
    from app.journal.statistics import StatisticsRoom
    from app.journal.stops import Stops
    from app.journal.talk import Talks
    from app.journal.understandings import Understandings
    from app.journal.weeks import Weeks


class JournalRooms:
    """What a journal is asked and told through; a room is imported when somebody first enters it (8.1)."""

    @property
    def _whole(self) -> Journal:
        return cast("Journal", self)

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
    def bags(self) -> Bags:
        """Evidence exports."""
        from app.journal.bags import Bags

        return Bags(self._whole)

    @cached_property
    def evidence(self) -> Evidence:
        """Checkpoints, anchors, checks."""
        from app.journal.evidence import Evidence

        return Evidence(self._whole)

    @cached_property
    def backups(self) -> Backups:
        """Backups and what came back."""
        from app.journal.backups import Backups

        return Backups(self._whole)

    @cached_property
    def stamps(self) -> Stamps:
        """Time stamps: requests, replies."""
        from app.journal.stamps import Stamps

        return Stamps(self._whole)

    @cached_property
    def erasing(self) -> Erasing:
        """Erasures that a client may ask for."""
        from app.journal.erasing import Erasing

        return Erasing(self._whole)

    @cached_property
    def plan(self) -> Plan:
        """Stages of the plan."""
        from app.journal.plan import Plan

        return Plan(self._whole)

    @cached_property
    def risks(self) -> Risks:
        """What may go wrong."""
        from app.journal.risks import Risks

        return Risks(self._whole)

    @cached_property
    def goals(self) -> Goals:
        """Goals and their readings."""
        from app.journal.goals import Goals

        return Goals(self._whole)

    @cached_property
    def understandings(self) -> Understandings:
        """Words that both sides use."""
        from app.journal.understandings import Understandings

        return Understandings(self._whole)

    @cached_property
    def objections(self) -> Objections:
        """Objections and pauses."""
        from app.journal.objections import Objections

        return Objections(self._whole)

    @cached_property
    def payments(self) -> Payments:
        """Money that came."""
        from app.journal.payments import Payments

        return Payments(self._whole)

    @cached_property
    def feedback(self) -> Feedback:
        """What clients say of the work."""
        from app.journal.feedback import Feedback

        return Feedback(self._whole)

    @cached_property
    def planning(self) -> Planning:
        """Planning sessions."""
        from app.journal.planning import Planning

        return Planning(self._whole)

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
