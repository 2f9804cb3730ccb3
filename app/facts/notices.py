"""What the program says unasked, and what it has said already (C7)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from app.facts.flags import Flag


class Told(Struct, frozen=True, kw_only=True):
    """`day`: the owner's day of the last digest; `late`: keys of the flags that were late in it or since."""

    day: date | None = None
    late: tuple[str, ...] = ()
    silent_until: date | None = None
    """Notices are paused before this day."""


class Digest(Struct, frozen=True, kw_only=True):
    """One notice: the day's first, with every reason, or what has become late since, with that alone."""

    is_first: bool
    flags: tuple[Flag, ...]

    @property
    def clients(self) -> tuple[int, ...]:
        """The clients it is about, each once, in the order of their worst reason."""
        return tuple(dict.fromkeys(flag.client for flag in self.flags))
