"""A version that was begun and not recorded: its terms wait beside the journal until the form is opened anew (6.2)."""

from __future__ import annotations

from app.facts.terms import Terms
from app.unsent import forget_unsent, keep_unsent_as, unsent_as


class KeptVersion:
    """The terms of one client's unrecorded version; what another version of the program kept is put aside."""

    def __init__(self, log_id: str, client: int) -> None:
        self._name = f"{log_id}/agreement/{client}"

    def take_up(self) -> Terms | None:
        """What was left; None when nothing was."""
        return unsent_as(self._name, Terms)

    def keep(self, terms: Terms) -> None:
        """Keep these."""
        keep_unsent_as(self._name, terms)

    def forget(self) -> None:
        """The version was recorded, or given up."""
        forget_unsent(self._name)
