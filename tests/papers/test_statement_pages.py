"""The statement of an ordinary quarter on paper: five to twelve pages, sound for qpdf, days repeated over the break."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.facts.pages import Cell, Column, Foot, Paper, Table, Tone, plain
from tests.papers.quarter import Quarter
from ui.printing.drawn import words_on
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui, paint

PAGES = range(5, 13)
"""4.5: five to twelve pages beat a dump of four hundred."""


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    ensure_gui()


@pytest.fixture(params=["en", "ru", "es"])
def quarter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Quarter]:
    told = Quarter(tmp_path, request.param)
    yield told
    told.journal.close()


def test_the_statement_of_an_ordinary_quarter_has_five_to_twelve_pages(quarter: Quarter, tmp_path: Path) -> None:
    papers: list[Paper] = []

    def paint_and_keep(paper: Paper, path: Path) -> None:
        papers.append(paper)
        paint(paper, path)
        shutil.copyfile(path, tmp_path / "statement.pdf")

    given = quarter.journal.bags.export(quarter.client, tmp_path / "bag.zip", paint_and_keep)
    assert 300 <= given.shown <= 400
    assert lay_out(papers[0]).count in PAGES
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    subprocess.run(["qpdf", "--check", str(tmp_path / "statement.pdf")], check=True, capture_output=True)


def test_the_day_is_said_again_where_its_rows_go_on() -> None:
    rows = [tuple(Cell(plain(text)) for text in (str(number), "x\n" * 6)) for number in range(30)]
    table = Table(
        columns=(Column(500), Column(500)),
        head=("Entry", "What"),
        rows=((Cell(plain("Monday, 2 November", Tone.STRONG)),), *rows),
        small=True,
    )
    pages = lay_out(Paper(title="Statement", language="en", foot=Foot(page="{page} of {pages}"), blocks=(table,)))
    assert pages.count > 1
    assert all("Entry What\nMonday, 2 November\n" in words_on(page) for page in pages.pages)
