"""Fault 16: a second program on the same journal. It raises the first or hands over; after a kill it takes over."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, perf_counter, sleep

from app.errors import Unavailable
from app.storage.writer_lock import WriterLock
from tests.crash.journals import CLIENTS, new_journal, scratch
from tests.crash.outcome import Outcome
from ui.first_window import raise_first

_PATIENCE = 30.0
_LOG = ("log", "message", "--client", CLIENTS[0], "--sent", "--channel", "telegram", "--text", "слово")


def second_program() -> Outcome:
    """A window lives: a second start leaves at once, it records for a writing command. Killed: both go through."""
    outcome = Outcome("16", "a second window, a second writer; the lock taken over after a kill")
    begun = perf_counter()
    with scratch() as folder:
        path, _ = new_journal(folder)
        with _window(path) as first:
            _expect(outcome, _run(path), "A second window was not sent to the first")
            _expect(outcome, _run(path, *_LOG), "The window did not record what was handed over")
            _expect(outcome, _run(path, "today"), "A reader was hindered")
            first.kill()
            first.wait()
        _expect(outcome, _run(path, *_LOG), "The lock was not taken over after a kill")
        with _window(path):
            _expect(outcome, _run(path), "The name of the window was not taken over after a kill")
    outcome.seconds = perf_counter() - begun
    return outcome


def _expect(outcome: Outcome, done: subprocess.CompletedProcess[str], otherwise: str) -> None:
    outcome.tried += 1
    if done.returncode:
        outcome.problems.append(f"{otherwise}: exit code {done.returncode}. {done.stderr.strip()[-200:]}")


def _words(path: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "ui", "--journal", str(path), *words]


def _run(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            _words(path, *words), capture_output=True, text=True, check=False, timeout=_PATIENCE, env=_environment()
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, -1, "", "It did not end.")


def _environment() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


@contextmanager
def _window(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A window that has the journal open."""
    window = subprocess.Popen(_words(path), env=_environment(), stderr=subprocess.DEVNULL)
    try:
        _wait_until_open(path)
        yield window
    finally:
        window.kill()
        window.wait()


def _wait_until_open(path: Path) -> None:
    """Until the window holds the journal and answers to later starts."""
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        if _is_held(path) and raise_first(path):
            return
        sleep(0.05)
    raise RuntimeError("The window never opened its journal.")


def _is_held(path: Path) -> bool:
    lock = WriterLock(path)
    try:
        lock.take(0)
    except Unavailable:
        return True
    lock.release()
    return False
