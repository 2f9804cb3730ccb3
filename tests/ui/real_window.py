"""A window as a process of its own, offscreen, as its owner would start it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from app.cli.door import Door
from ui.first_window import raise_first

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0

Window = subprocess.Popen[str]


def words_for_ashore(journal: Path, *words: str | Path) -> list[str]:
    """The words that start the program on a journal."""
    return [sys.executable, "-m", "ui", "--journal", str(journal), *map(str, words)]


def ashore(journal: Path, *words: str | Path, typed: str = "", folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command line as a process of its own."""
    return subprocess.run(
        words_for_ashore(journal, *words), input=typed, capture_output=True, text=True, check=False, cwd=folder,
        timeout=PATIENCE, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@contextmanager
def real_window(journal: Path, *words: str) -> Iterator[Window]:
    """A window that listens to the command line and to later starts; killed in the end if it still lives."""
    window = subprocess.Popen(
        words_for_ashore(journal, *words), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        until(lambda: _opens(journal) and raise_first(journal), window)
        yield window
    finally:
        window.kill()
        said = window.communicate()[0]
    assert "Traceback" not in said, said


def until(true: object, window: Window) -> None:
    """Look again and again until it is so, as long as the window lives."""
    assert callable(true)
    pause, end = Event(), monotonic() + PATIENCE
    while not true():
        assert window.poll() is None, window.communicate()[0]
        assert monotonic() < end, "The window never came so far."
        pause.wait(0.05)


def _opens(journal: Path) -> bool:
    line = Door(journal).knock()
    if line is not None:
        line.close()
    return line is not None
