"""Builds the sample journal: a fresh journal, and a clock that is moved from act to act."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.clock import FixedClock
from app.demo.folder import fresh_folder, sample_folder
from app.demo.stage import Stage
from app.demo.story import StoryAct, acts, owner_body
from app.journal.journal import Journal
from app.journal.opening import create_journal

CLIENTS = ("glina", "albor", "jacaranda", "kedr", "harbour")

DEMO_NOW = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
"""Friday, 20 November 2026, 11:42 in Valencia."""


class Telling:
    """The sample talk being recorded: `until(instant)` plays on, so that every moment of it can be looked at."""

    def __init__(self, path: Path, clients: tuple[str, ...] = CLIENTS) -> None:
        self._to_come = acts(clients)
        self.clock = FixedClock(self._to_come[0].at)
        self.journal = create_journal(path, owner_body(), self.clock)
        self._stage = Stage(self.journal)

    def until(self, instant: datetime) -> list[StoryAct]:
        """Record what happened up to `instant`, and leave the clock there. Gives the acts played."""
        played = [act for act in self._to_come if act.at <= instant]
        for act in played:
            self.clock.move_to(act.at)
            self._stage.play(act)
        self._to_come = self._to_come[len(played) :]
        self.clock.move_to(instant)
        return played


def open_sample(folder: Path | None = None) -> Journal:
    """The sample made anew in its folder, open for writing, its clock standing at the moment of the pictures."""
    return build_demo(fresh_folder(folder or sample_folder()))


def build_demo(path: Path, clock_end: datetime = DEMO_NOW) -> Journal:
    """A new journal at `path` with what was recorded up to `clock_end`; it stays open, its clock at that instant."""
    telling = Telling(path)
    telling.until(clock_end)
    return telling.journal
