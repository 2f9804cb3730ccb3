"""Faults 3, 12, 13: killed in a backup, killed in a restore. What has a final name is whole, nothing is mixed."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter

from app.clock import system_clock
from app.errors import Said
from app.journal.backups import Backups
from app.journal.checking import verify_path
from app.journal.opening import open_journal
from app.journal.restoring import restore
from app.storage.backup import inspect
from app.storage.put_back import set_aside
from tests.crash.journals import new_journal, opened, scratch, unsound
from tests.crash.killing import Say, killed_after
from tests.crash.outcome import Outcome

LONGEST = 0.2
_ENTRIES = 400


def killed_in_a_backup(kills: int, seed: int = 1, told: Callable[[int], None] | None = None) -> Outcome:
    """So many kills while backups are made one after the other; each file with a final name is sound afterwards."""
    outcome, chance = Outcome("3", "killed in a backup"), random.Random(seed)
    begun = perf_counter()
    with scratch() as folder:
        path, _ = _filled(folder)
        for _ in range(kills):
            ended = killed_after(chance.uniform(0, LONGEST), _BackingUp(path))
            outcome.tried += 1
            outcome.acknowledged += len(ended.lines)
            outcome.problems += _unsound_backups(path, ended.lines)
            if told is not None and outcome.tried % 25 == 0:
                told(outcome.tried)
        outcome.problems += unsound(path)
    outcome.seconds = perf_counter() - begun
    return outcome


def killed_in_a_restore(kills: int, seed: int = 1, told: Callable[[int], None] | None = None) -> Outcome:
    """So many kills while a backup is put back; what is there is the old journal, none, or the new one, and sound."""
    outcome, chance = Outcome("13", "killed in a restore"), random.Random(seed)
    begun = perf_counter()
    with scratch() as folder:
        path, backup = _filled(folder)
        for _ in range(kills):
            ended = killed_after(chance.uniform(0, LONGEST), _Restoring(backup, path))
            outcome.tried += 1
            outcome.acknowledged += len(ended.lines)
            outcome.problems += _mixed(path, backup)
            if told is not None and outcome.tried % 25 == 0:
                told(outcome.tried)
        for aside in set_aside(path):
            if (aside / path.name).exists():
                outcome.problems += [str(problem) for problem in verify_path(aside / path.name).problems]
    outcome.seconds = perf_counter() - begun
    return outcome


def _filled(folder: Path) -> tuple[Path, Path]:
    """A journal with some entries and a backup of it by hand."""
    path, clients = new_journal(folder)
    with opened(path) as journal:
        with journal.act():
            for number in range(_ENTRIES):
                journal.talk.note(clients[0], f"запись {number}")
        made = journal.backups.make_in(folder / "by hand")
    return path, folder / "by hand" / made.name


def _unsound_backups(path: Path, names: list[str]) -> list[str]:
    with opened(path) as journal:
        shelf = Backups(journal).shelf
    files = {each.name: each for each in shelf.folder.glob("*.ashore")}
    problems = [f"{name} was made and is gone." for name in names if name not in files and name in _kept_names(path)]
    for name, file in files.items():
        try:
            inspect(file)
        except Said as no:
            problems.append(f"{name}: {no}")
    return problems


def _kept_names(path: Path) -> set[str]:
    with opened(path) as journal:
        return {each.name for each in journal.backups.shown().backups}


def _mixed(path: Path, backup: Path) -> list[str]:
    if path.exists():
        return unsound(path)
    try:
        restore(backup, path, system_clock, wait_seconds=0)
    except Said as no:
        return [f"The next restore was refused: {no}"]
    return unsound(path)


class _BackingUp:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, say: Say) -> None:
        with closing(open_journal(self._path, system_clock, wait_seconds=0)) as journal:
            while True:
                say(journal.backups.make().name)


class _Restoring:
    def __init__(self, backup: Path, path: Path) -> None:
        self._backup, self._path = backup, path

    def __call__(self, say: Say) -> None:
        while True:
            say(str(restore(self._backup, self._path, system_clock, wait_seconds=0).entry))
