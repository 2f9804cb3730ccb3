"""A version that was begun and not recorded: its terms wait beside the journal until the form is opened anew (6.2)."""

from __future__ import annotations

import msgspec

from app.facts.terms import Terms
from app.unsent import forget_unsent, keep_unsent, unsent


class KeptVersion:
    """The terms of one client's unrecorded version; what was kept by another version of the program is let go."""

    def __init__(self, log_id: str, client: int) -> None:
        self._name = f"{log_id}/agreement/{client}"

    def take_up(self) -> Terms | None:
        """What was left; None when nothing was."""
        try:
            return msgspec.json.decode(unsent(self._name), type=Terms)
        except (msgspec.DecodeError, ValueError):
            return None

    def keep(self, terms: Terms) -> None:
        """Keep these."""
        keep_unsent(self._name, msgspec.json.encode(terms).decode())

    def forget(self) -> None:
        """The version was recorded, or given up."""
        forget_unsent(self._name)
