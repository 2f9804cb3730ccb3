"""The first day from outside, and what stands in the journal after it, asked of the command line and of stock tools."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.outside.stage import SYSTEM_PYTHON, Stage, what_is_missing

SCRIPT = Path(__file__).parent / "first_day.py"
MOST_SECONDS = 120
CLIENT = "Harbour & Finch"

pytestmark = pytest.mark.display


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, str]:
    """The home folder in which the day was lived, and what the script said; one day for all workers of pytest."""
    missing = what_is_missing()
    if missing:
        pytest.skip(f"The window cannot be used from outside here without {', '.join(missing)}.")
    import fcntl

    alone = worker_id == "master"
    folder = tmp_path_factory.mktemp("day") if alone else tmp_path_factory.getbasetemp().parent / "day"
    folder.mkdir(exist_ok=True)
    home, said, ended = folder / "home", folder / "said", folder / "ended"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ended.exists():
            words = [SYSTEM_PYTHON, str(SCRIPT), "--python", sys.executable, "--home", str(home)]
            done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=MOST_SECONDS)
            said.write_text(done.stdout + done.stderr, "utf-8")
            ended.write_text(str(done.returncode))
    assert ended.read_text() == "0", said.read_text("utf-8")
    return home, said.read_text("utf-8")


@pytest.fixture(scope="session")
def home(lived: tuple[Path, str]) -> Path:
    """The home folder."""
    return lived[0]


def ashore(home: Path, *words: str) -> str:
    """What a command says in that home; it must end with 0."""
    done = Stage(sys.executable, home).run(*words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def text_of(path: Path) -> str:
    """The words of a PDF, as poppler reads them."""
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="session")
def records(home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The records by their kind, from the bag that a stranger would get."""
    bag = tmp_path_factory.mktemp("bag") / "bag.zip"
    ashore(home, "export", "--client", CLIENT, "--out", str(bag))
    found: dict[str, list[dict[str, Any]]] = {}
    with zipfile.ZipFile(bag) as opened:
        for name in sorted(opened.namelist()):
            if "/records/" in name:
                record = json.loads(opened.read(name))
                found.setdefault(record["kind"], []).append(record)
    return found


def test_the_journal_is_sound_after_the_day(home: Path) -> None:
    ashore(home, "check")


def test_the_client_its_contact_and_its_channel_are_in_the_journal(records: dict[str, list[dict[str, Any]]]) -> None:
    assert [each["body"]["name"] for each in records["client.added"]] == [CLIENT]
    assert [each["body"]["name"] for each in records["person.added"]] == ["Tom Finch"]
    (agreement,) = records["agreement.made"]
    assert [(each["channel"], "calls" in each["purposes"]) for each in agreement["body"]["channels"]] == [
        ("telegram", True)
    ]


def test_the_call_holds_both_topics_and_its_summary_is_about_it(records: dict[str, list[dict[str, Any]]]) -> None:
    (call,) = records["call.held"]
    assert [topic["title"] for topic in call["body"]["topics"]] == ["Photos of the team", "Colour of the header"]
    summary = records["message.sent"][0]
    assert call["seq"] in summary["body"]["about"]
    assert "send 12 photos" in summary["body"]["text"]
    assert summary["body"]["text"].endswith(" Elena")
    (request,) = records["request.made"]
    assert request["body"]["due"] == call["body"]["topics"][0]["outcomes"][0]["by"]


def test_the_date_that_was_seen_is_the_date_that_was_promised_and_told(
    lived: tuple[Path, str], records: dict[str, list[dict[str, Any]]]
) -> None:
    (edit,), (promised,) = records["edit.requested"], records["edit.promised"]
    day = date.fromisoformat(promised["body"]["on"])
    written = f"{day:%A}, {day.day} {day:%B}"
    assert promised["body"]["item"] == edit["seq"]
    assert f"saw its promised date: {written}" in lived[1]
    told = records["message.sent"][-1]
    assert edit["seq"] in told["body"]["about"] and written in told["body"]["text"]


def test_the_sheet_holds_the_head_of_the_journal(home: Path) -> None:
    sheet = text_of(home / "week.pdf")
    head = json.loads(ashore(home, "check", "--json"))["head"]
    assert head in "".join(re.findall(r"\b[0-9a-f]{8}\b", sheet))
    assert all(words in sheet for words in (CLIENT, "send 12 photos", "Make the header bigger"))


def test_the_annex_holds_the_terms(home: Path) -> None:
    annex = text_of(home / "annex.pdf")
    assert CLIENT in annex and "@tomfinch" in annex
