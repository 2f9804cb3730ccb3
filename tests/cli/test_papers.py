"""`ashore sheet`, `month` and `where`: papers on the command line (5.1, 5.4)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.papers.project import Project

NOW = "2026-11-27T16:00:00+01:00"


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The bakery's project, on Friday, 27 November 2026."""
    project = Project(tmp_path)
    project.journal.close()
    return Shell(project.journal.path, capsys, now=NOW)


@pytest.mark.parametrize(
    ("words", "title", "sort", "period"),
    [
        ((), "Results: November 2026", "monthly", "2026-11"),
        (("--month", "2026-10"), "Results: October 2026", "monthly", "2026-10"),
        (("--final",), "Final report", "final", "2026-11-27"),
        (("--plan",), "Plan: December 2026", "plan", "2026-12"),
    ],
)
def test_the_papers_of_a_month_are_written_as_text_with_the_head(
    ashore: Shell, tmp_path: Path, words: tuple[str, ...], title: str, sort: str, period: str
) -> None:
    out = tmp_path / "paper.txt"
    assert ashore("month", "--client", "horno del puerto", *words, "--out", str(out), "--json") == 0, ashore.err
    said = json.loads(ashore.out)
    assert (said["sort"], said["period"]) == (sort, period)
    text = out.read_text("utf-8")
    assert text.startswith(title)
    assert said["payload"] in text


def test_what_could_be_offered_is_printed(ashore: Shell, tmp_path: Path) -> None:
    out = tmp_path / "paper.txt"
    assert ashore("month", "--client", "Horno del Puerto", "--offer", "Gift cards.", "--out", str(out)) == 0
    assert "Gift cards." in out.read_text("utf-8")
    assert ashore.out == f"«Results: November 2026» is in {out}.\n"


def test_where_the_work_stands_is_a_few_lines(ashore: Shell) -> None:
    assert ashore("where", "--client", "Horno del Puerto") == 0
    assert ashore.out.startswith("Where we are, Friday, 27 November\n")
    assert ashore("where", "--client", "Horno del Puerto", "--language", "es", "--json") == 0
    assert "viernes, 27 de noviembre" in json.loads(ashore.out)["text"]


def test_one_sheet_over_all_clients_for_me(ashore: Shell, tmp_path: Path) -> None:
    out = tmp_path / "all.txt"
    assert ashore("sheet", "--all", "--out", str(out)) == 0, ashore.err
    assert "HORNO DEL PUERTO" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("sheet", "--out", "x.txt"), 2, "--client"),
        (("sheet", "--all", "--client", "Horno del Puerto", "--out", "x.txt"), 2, "--client"),
        (("month", "--client", "Horno del Puerto", "--out", "x.doc"), 2, ".pdf or .txt"),
        (("month", "--client", "Horno del Puerto", "--month", "May", "--out", "x.txt"), 1, "is no month"),
        (("month", "--client", "Horno del Puerto", "--month", "2026-12", "--out", "x.txt"), 1, "has not begun"),
        (("month", "--client", "Nobody", "--out", "x.txt"), 1, "No client is called Nobody"),
        (("where", "--client", "Nobody"), 1, "No client is called Nobody"),
    ],
)
def test_bad_input_is_one_sentence(ashore: Shell, words: tuple[str, ...], code: int, said: str) -> None:
    assert ashore(*words) == code
    assert said in ashore.err
