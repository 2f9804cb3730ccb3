"""What travels from pages to the window: a notice with its next step, a place to go to, the result of a check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from ui.widgets.notice import Notice


class Refusing(Protocol):
    """A form that shows a refusal itself and keeps what was typed."""

    def refuse(self, sentence: str) -> None:
        """Show why nothing was recorded."""


class Told(Struct, frozen=True):
    """A notice and what its button does; `undo` takes back what it tells of."""

    notice: Notice
    next: Callable[[], object] | None = None
    undo: Callable[[], object] | None = None


class Checked(Struct, frozen=True):
    """When the journal was checked last, and whether it was sound."""

    at: datetime
    sound: bool


class Place(Struct, frozen=True):
    """Where to go: a page, a client, an entry to stand at."""

    page: str
    client: int = 0
    item: int = 0
