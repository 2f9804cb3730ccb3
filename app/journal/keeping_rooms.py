"""The rooms that look after the journal as a whole: it is shown, vouched for, kept safe, and words leave it (4)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.journal.rooms import Rooms

if TYPE_CHECKING:
    from app.journal.backups import Backups
    from app.journal.bags import Bags
    from app.journal.erasing import Erasing
    from app.journal.evidence import Evidence
    from app.journal.stamps import Stamps


class KeepingRooms(Rooms):
    """What is done with the whole journal, and with what leaves it."""

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
    def stamps(self) -> Stamps:
        """Time stamps: requests, replies."""
        from app.journal.stamps import Stamps

        return Stamps(self._whole)

    @cached_property
    def backups(self) -> Backups:
        """Backups and what came back."""
        from app.journal.backups import Backups

        return Backups(self._whole)

    @cached_property
    def erasing(self) -> Erasing:
        """Erasures that a client may ask for."""
        from app.journal.erasing import Erasing

        return Erasing(self._whole)
