"""What the window is to say unasked, and the memory of what it said, kept beside the journal's other memory (C7)."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.facts.notices import Digest, Told
from app.facts.today import Today
from app.facts.wall_time import local_date
from app.folders import state_folder
from app.rules.digest import digest, is_silent
from app.whole_file import write_private

_FOLDER = "notices"


class Notices:
    """One journal's notices. What was told is remembered over a restart: a second start says nothing twice."""

    def __init__(self, log: str) -> None:
        self._file = state_folder() / _FOLDER / f"{log}.json"
        self._told = _kept(self._file)

    def due(self, day: Today) -> Digest | None:
        """What a reading of the day asks to be said now; asked again it is told."""
        said, told = digest(day.flags, day.owner.calendar, self._told, day.now)
        self._keep(told)
        return said

    def pause(self, day: Today) -> None:
        """Say nothing before tomorrow, as the owner's zone counts days."""
        self._keep(replace(self._told, silent_until=_today(day) + timedelta(days=1)))

    def resume(self) -> None:
        """Speak again at once."""
        self._keep(replace(self._told, silent_until=None))

    def are_paused(self, day: Today) -> bool:
        """Whether the owner paused them today."""
        return is_silent(self._told, _today(day))

    def _keep(self, told: Told) -> None:
        if told != self._told:
            self._told = told
            write_private(self._file, msgspec.json.encode(told))


def _today(day: Today) -> date:
    return local_date(day.owner.calendar.zone, day.now)


def _kept(file: Path) -> Told:
    """A damaged memory is worth one notice too many."""
    with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
        return msgspec.json.decode(file.read_bytes(), type=Told)
    return Told()
