"""`ashore today --now …` over the finished sample: five mornings and middays as they stood, in three languages.

What is expected stands in `today/`, a file each; `python -m tests.demo.test_today_at_five_instants` writes it anew.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.demo.build import build_demo
from app.journal.journal import Journal

INSTANTS = ("2026-11-04T12:00", "2026-11-06T12:30", "2026-11-11T09:00", "2026-11-13T10:30", "2026-11-20T11:42")
LANGUAGES = ("en", "ru", "es")
EXPECTED = Path(__file__).with_name("today")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_a_moment_is_what_the_stories_expect(journal: Journal, language: str) -> None:
    assert lists(journal.path, language) == (EXPECTED / f"{language}.txt").read_text(encoding="utf-8")


def test_a_moment_before_the_first_entry_says_so(journal: Journal) -> None:
    asked = ask(journal.path, "2026-10-01T09:00", "en")
    assert asked.returncode == 1
    assert asked.stderr.strip() == "Nothing was recorded yet at that moment. Name a later one."


def lists(path: Path, language: str) -> str:
    return "\n".join(ask(path, instant, language).stdout for instant in INSTANTS)


def ask(path: Path, instant: str, language: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui", "--journal", str(path), "--now", f"{instant}:00+01:00", "--lang", language]
    return subprocess.run([*command, "today"], capture_output=True, text=True, encoding="utf-8", check=False)


def main() -> None:
    with TemporaryDirectory() as folder:
        journal = build_demo(Path(folder) / "demo.ashore")
        for language in LANGUAGES:
            (EXPECTED / f"{language}.txt").write_text(lists(journal.path, language), encoding="utf-8")
        journal.close()


if __name__ == "__main__":
    main()
