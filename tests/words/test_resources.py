"""Shipped files are found in a checkout and in a frozen program; words load nothing they do not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.resources import resource, resources_folder, word_list


def test_a_checkout_has_its_resources_beside_the_code() -> None:
    assert resource("talk", "closing.en").is_file()


def test_a_frozen_program_has_its_resources_in_the_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_folder() == tmp_path / "resources"


def test_a_word_list_has_no_remarks_and_no_blank_words() -> None:
    words = word_list("talk", "closing.ru")
    assert "спасибо" in words
    assert not [word for word in words if word.startswith("#") or not word.strip()]


def test_saying_a_date_does_not_load_babel() -> None:
    code = "import sys, datetime; from app.words import words_for; words_for('ru').date(datetime.date(2026, 11, 25)); "
    done = subprocess.run(
        [sys.executable, "-c", code + "print('babel' in sys.modules)"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
