"""Fault 2: killed in an import. All of it is there, or nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from app.journal.imports import Asked
from tests.crash.journals import new_journal, opened, scratch, unsound
from tests.crash.killing import Say, killed_after
from tests.crash.outcome import Outcome
from tests.exchange.make_export import ME, believable, write_personal

_PATIENCE = 600.0


def killed_in_an_import(kills: int, messages: int, seed: int = 2, told: Callable[[int], None] | None = None) -> Outcome:
    """So many kills, spread over the time that one whole import takes; then one import that is let through."""
    outcome = Outcome("2", f"killed in an import of {messages:,}")
    chance = random.Random(seed)
    begun = perf_counter()
    with scratch() as folder:
        export = write_personal(folder / "result.json", believable(messages))
        whole = _one_kill(folder / "whole", export, _PATIENCE, outcome)
        for number in range(kills):
            _one_kill(folder / f"{number}", export, chance.uniform(0, whole * 1.05), outcome)
            outcome.tried += 1
            if told is not None:
                told(outcome.tried)
    outcome.seconds = perf_counter() - begun
    return outcome


def _one_kill(folder: Path, export: Path, seconds: float, outcome: Outcome) -> float:
    """Import into a journal of its own, be killed, look; then the import goes through. Gives how long the child had."""
    folder.mkdir()
    path, clients = new_journal(folder)
    before = _size(path)
    beside = {*folder.iterdir(), folder / "journal.files"}
    begun = perf_counter()
    ended = killed_after(seconds, _Importing(path, clients[0], export))
    taken = perf_counter() - begun
    added = _size(path) - before
    whole = int(ended.lines[0]) if ended.lines else 0
    outcome.acknowledged += whole
    if added and not _is_whole(path, before):
        outcome.problems.append(f"After {seconds:.2f} s {added:,} entries of an import were there, and not all.")
    if whole and added < whole:
        outcome.lost += whole - added
    outcome.problems += unsound(path)
    outcome.problems += [f"{left.name} was left behind." for left in folder.iterdir() if left not in beside]
    return taken


def _size(path: Path) -> int:
    with opened(path) as journal:
        return journal.size_and_head()[0]


def _is_whole(path: Path, before: int) -> bool:
    """Whether as many messages stand as the entry of the import says it found."""
    with opened(path) as journal:
        size, _ = journal.size_and_head()
        imported = journal.reading.entry(before + 1)
        found = int(imported.body["counts"]["messages"])
        return imported.kind == "file.imported" and size - before - 1 == found


class _Importing:
    def __init__(self, path: Path, client: int, export: Path) -> None:
        self._path = path
        self._client = client
        self._export = export

    def __call__(self, say: Say) -> None:
        with opened(self._path) as journal:
            done = journal.imports.take(self._client, self._export, Asked(me=ME[1]))
            say(str(done.added))
