"""`ashore` as a person or a script calls it, for every test of the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from ui.printing.paint import paint


class Shell:
    """`ashore` with one journal; keeps what was printed. No answer may be a traceback."""

    def __init__(self, journal: Path, capsys: pytest.CaptureFixture[str], now: str = "") -> None:
        self.journal = journal
        self._capsys, self._now = capsys, now
        self.out = self.err = ""

    def __call__(self, *words: str | Path, now: str = "") -> int:
        given = ["--now", now or self._now] if now or self._now else []
        code = run(["--journal", str(self.journal), *given, *map(str, words)], paint)
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def json(self, *words: str | Path, now: str = "") -> Any:
        """What the command says with --json."""
        assert self(*words, "--json", now=now) == 0, self.err
        return json.loads(self.out)


def begun(folder: Path, capsys: pytest.CaptureFixture[str], client: str = "Clínica Albor") -> Shell:
    """The owner's journal with one client in Spanish, and nothing else."""
    shell = Shell(folder / "journal.ashore", capsys)
    assert shell("init", "--owner", "Elena Marín", "--zone", "Europe/Madrid") == 0
    assert shell("client", "add", client, "--zone", "Europe/Madrid", "--language", "es") == 0
    return shell
