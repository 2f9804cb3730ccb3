"""Fault 1: killed while saving. Every number that was acknowledged stands in the journal with its words."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import perf_counter

from app.ledger.log import read
from tests.crash.journals import new_journal, opened, scratch, unsound
from tests.crash.killing import Say, killed_after
from tests.crash.outcome import Outcome

LONGEST = 0.25
"""Seconds until the latest kill; the earliest falls into the opening of the journal."""

_A_JOURNAL = 25
_LONG = "длинное сообщение " * 2000


def killed_while_saving(kills: int, seed: int = 1, told: Callable[[int], None] | None = None) -> Outcome:
    """So many kills; after each the journal opens and holds what was said, every 25th is checked as a whole.

    Every fourth journal lies in a folder that a service keeps in step, where changes are saved in another way (8.2).
    """
    outcome = Outcome("1", "killed while saving")
    chance = random.Random(seed)
    begun, journals = perf_counter(), 0
    while outcome.tried < kills:
        with scratch() as folder:
            journals += 1
            path, clients = new_journal(folder / "Dropbox" if journals % 4 == 0 else folder)
            for _ in range(min(_A_JOURNAL, kills - outcome.tried)):
                _one_kill(path, clients, chance, outcome)
            outcome.problems += unsound(path)
        if told is not None:
            told(outcome.tried)
    outcome.seconds = perf_counter() - begun
    return outcome


def _one_kill(path: Path, clients: list[int], chance: random.Random, outcome: Outcome) -> None:
    mark = f"{outcome.tried}"
    ended = killed_after(chance.uniform(0, LONGEST), _Saving(path, clients, mark))
    outcome.tried += 1
    outcome.acknowledged += len(ended.lines)
    lost = missing(path, ended.lines)
    outcome.lost += len(lost)
    outcome.problems += [f"Entry {line.split()[0]} was acknowledged and is not there." for line in lost]


class _Saving:
    """Messages, corrections and long texts recorded one after the other; each acknowledged with its words."""

    def __init__(self, path: Path, clients: list[int], mark: str) -> None:
        self._path = path
        self._clients = clients
        self._mark = mark

    def __call__(self, say: Say) -> None:
        with opened(self._path) as journal:
            for number in count():
                client, words = self._clients[number % 2], f"{self._mark}-{number}"
                text = words + _LONG if number % 20 == 7 else words
                entry = journal.talk.sent(client, text, channel="telegram")
                say(f"{entry} {words}")
                if number % 10 == 3:
                    fixed = journal.talk.correct(client, entry, {"text": f"{words} fixed"}, words)
                    say(f"{fixed} {words}")


def missing(path: Path, lines: list[str]) -> list[str]:
    """The acknowledgements (number and words) that the journal does not bear out; it is opened for writing."""
    lost = []
    with opened(path) as journal, journal.database.reading() as connection:
        for line in lines:
            number, _, words = line.partition(" ")
            record = read(connection, int(number))
            said = record.body.get("text") or record.body.get("reason", "") if record else ""
            if not (said == words or said.startswith(f"{words}дл")):
                lost.append(line)
    return lost
