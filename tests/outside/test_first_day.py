"""The first day from outside, and what stands in the journal after it, asked of the command line and of stock tools."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.outside.stage import SYSTEM_PYTHON, Stage, what_is_missing

SCRIPT = Path(__file__).parent / "first_day.py"
MOST_SECONDS = 120

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder in which the day was lived."""
    missing = what_is_missing()
    if missing:
        pytest.skip(f"The window cannot be used from outside here without {', '.join(missing)}.")
    home = tmp_path_factory.mktemp("day")
    words = [SYSTEM_PYTHON, str(SCRIPT), "--python", sys.executable, "--home", str(home)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=MOST_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def ashore(home: Path, *words: str) -> str:
    """What a command says in that home."""
    stage = Stage(sys.executable, home)
    done = stage.run(*words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def text_of(path: Path) -> str:
    """The words of a PDF, as poppler reads them."""
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def entries(home: Path) -> list[dict[str, Any]]:
    """The records of the client, from the bag that a stranger would get."""
    bag = home / "bag.zip"
    ashore(home, "export", "--client", "1", "--out", str(bag))
    with zipfile.ZipFile(bag) as opened:
        name = next(name for name in opened.namelist() if name.endswith(".jsonl"))
        return [json.loads(line) for line in opened.read(name).splitlines()]


def test_the_journal_is_sound_after_the_day(home: Path) -> None:
    ashore(home, "check")


def test_the_first_client_and_its_contact_are_in_the_journal(home: Path) -> None:
    assert "Harbour & Finch" in ashore(home, "client", "list")


def test_the_annex_holds_the_terms(home: Path) -> None:
    assert "Harbour & Finch" in text_of(home / "annex.pdf")
