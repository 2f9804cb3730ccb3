"""`ashore demo DIR`: a list, a sheet, a bag and the verdicts, in a process of its own, in three languages."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def demo(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui", *options, "demo", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60, encoding="utf-8")


def test_it_leaves_a_sheet_on_paper_and_as_text_and_a_bag(tmp_path: Path) -> None:
    done = demo(tmp_path / "sample")
    assert (done.returncode, done.stderr) == (0, "")
    left = {each.name for each in (tmp_path / "sample").iterdir()}
    assert {"demo.ashore", "sheet-2026-W47.pdf", "sheet-2026-W47.txt", "evidence.zip"} <= left
    assert (tmp_path / "sample" / "sheet-2026-W47.pdf").read_bytes().startswith(b"%PDF-")
    assert "Casa Jacaranda\n  ◆ They owe 12 room photos" in done.stdout
    assert done.stdout.count("HELD:") == 2


def test_the_head_on_the_sheet_is_that_of_the_list_in_the_bag(tmp_path: Path) -> None:
    demo(tmp_path)
    printed = (tmp_path / "sheet-2026-W47.txt").read_text(encoding="utf-8")
    payload = next(line for line in printed.splitlines() if line.startswith("ashore:1:"))
    _, _, _, size, head = payload.split(":")
    with zipfile.ZipFile(tmp_path / "evidence.zip") as bag:
        name = next(each for each in bag.namelist() if each.endswith("/data/log.sha256"))
        lines = bag.read(name).splitlines(keepends=True)
        assert any(each.endswith("/data/statement.pdf") for each in bag.namelist())
    assert hashlib.sha256(b"".join(lines[: int(size)])).hexdigest() == head


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "Пятница, 20 ноября, 11:42"), ("es", "Viernes, 20 de noviembre")]
)
def test_it_speaks_the_language_asked_for(tmp_path: Path, language: str, said: str) -> None:
    done = demo(tmp_path, "--lang", language)
    assert done.returncode == 0
    assert said in done.stdout


def test_a_second_run_makes_the_sample_anew(tmp_path: Path) -> None:
    first = demo(tmp_path).stdout
    again = demo(tmp_path)
    assert again.returncode == 0
    assert again.stdout != first
    assert len(list(tmp_path.glob("*.key"))) == 1


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("do not touch")
    done = demo(tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip().endswith("Name an empty folder for the sample journal.")
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]
