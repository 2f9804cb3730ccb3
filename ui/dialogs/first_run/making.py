"""The verb that ends first run, with everything it needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock
from app.facts.beginning import Beginning

if TYPE_CHECKING:
    from app.journal.beginning import Begun


class Making:
    """Called once, it makes the journal with the client, the contact and the agreement."""

    def __init__(self, path: Path, given: Beginning, clock: Clock, with_client: bool, with_agreement: bool) -> None:
        self._path, self._given, self._clock = path, given, clock
        self._with_client, self._with_agreement = with_client, with_agreement

    def __call__(self) -> Begun:
        # The rooms of the journal bring SQLAlchemy, which must not hold up the first frame.
        from app.journal.beginning import begin

        return begin(
            self._path,
            self._given,
            self._clock,
            with_client=self._with_client,
            with_agreement=self._with_agreement,
        )
