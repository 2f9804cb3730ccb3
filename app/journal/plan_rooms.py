"""The rooms of the plan: what both sides want, expect, fear and pay for (1.3, 1.8)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.journal.rooms import Rooms

if TYPE_CHECKING:
    from app.journal.feedback import Feedback
    from app.journal.goals import Goals
    from app.journal.objections import Objections
    from app.journal.payments import Payments
    from app.journal.plan import Plan
    from app.journal.planning import Planning
    from app.journal.risks import Risks
    from app.journal.understandings import Understandings


class PlanRooms(Rooms):
    """What stands on the plan of a client."""

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
