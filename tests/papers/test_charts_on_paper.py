"""The charts of 6.11 on paper: in my edition where they are asked for, in the final report, and as text."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.demo.build import build_demo
from app.facts.month import PaperSort
from app.facts.pages import Charts, Paper, Section
from app.facts.sheets import SheetAsked
from app.facts.week import ALL_SECTIONS, USUAL_SECTIONS, Edition, SheetSection
from app.journal.journal import Journal
from app.journal.sheet_papers import made
from app.papers.plain_text import text_of
from app.words import words_for
from ui.printing.drawn import Plot
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui
from ui.printing.pdf import write_pdf

GLINA = "Мастерская «Глина»"


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    ensure_gui()


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    found = build_demo(tmp_path_factory.mktemp("charts") / "sample.ashore")
    yield found
    found.close()


def sheet(journal: Journal, *, edition: Edition = Edition.MINE, charts: bool = True, language: str = "en") -> Paper:
    client = journal.clients.named(GLINA).number
    sections = ALL_SECTIONS if charts else USUAL_SECTIONS
    asked = SheetAsked(client=client, week="2026-W47", edition=edition, language=language, sections=sections)
    return made(journal, asked).paper


def charts_of(paper: Paper) -> list[str]:
    leaves = [leaf for block in paper.blocks if isinstance(block, Section) for leaf in block.blocks]
    return [look.title for leaf in leaves if isinstance(leaf, Charts) for look in leaf.looks]


def test_my_edition_draws_the_figures_that_have_points_enough(journal: Journal) -> None:
    """6.11: under three points there is no chart."""
    assert charts_of(sheet(journal)) == ["My answer time", "Promises", "Silence, my side", "Off topic on calls"]


def test_charts_are_printed_where_they_are_asked_for_and_never_in_the_clients_edition(journal: Journal) -> None:
    assert not charts_of(sheet(journal, charts=False))
    assert not charts_of(sheet(journal, edition=Edition.CLIENT))


def test_the_page_counts_the_charts_that_it_would_draw(journal: Journal) -> None:
    asked = SheetAsked(client=journal.clients.named(GLINA).number, week="2026-W47", edition=Edition.MINE)
    assert dict(made(journal, asked).counts)[SheetSection.FIGURES] == 4


def test_the_clients_final_report_has_the_charts_of_both_sides_only(journal: Journal) -> None:
    """D12: never one side alone; silence and idle talk are for the owner."""
    client = journal.clients.named("Clínica Dental Albor").number
    theirs = charts_of(journal.months.paper(client, sort=PaperSort.FINAL, language="en"))
    mine = charts_of(journal.months.paper(client, sort=PaperSort.FINAL, edition=Edition.MINE, language="en"))
    assert theirs == ["My answer time", "Promises"]
    assert set(theirs) < set(mine)


def test_every_chart_lies_on_the_page_between_its_margins(journal: Journal) -> None:
    pages = lay_out(sheet(journal, language="ru"))
    plots = [item for page in pages.pages for item in page.items() if isinstance(item, Plot)]
    assert len(plots) == 4
    inner = pages.sheet.width - pages.sheet.margin
    assert all(plot.x >= pages.sheet.margin - 0.1 and plot.x + plot.width <= inner + 0.1 for plot in plots)
    assert {plots[0].y} == {plots[1].y}


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_a_chart_is_told_in_the_text_edition(journal: Journal, language: str) -> None:
    words = words_for(language, 2026)
    text = text_of(sheet(journal, language=language), words)
    assert words.text("My answer time") in text
    assert words.text("{time}, late", time=words.duration(132)) in text


@pytest.mark.skipif(not shutil.which("qpdf") or not shutil.which("pdftotext"), reason="needs qpdf and pdftotext")
def test_the_pdf_is_sound_and_the_words_of_its_charts_can_be_copied(journal: Journal, tmp_path: Path) -> None:
    write_pdf(sheet(journal), tmp_path / "sheet.pdf")
    subprocess.run(["qpdf", "--check", tmp_path / "sheet.pdf"], check=True, capture_output=True)
    said = subprocess.run(["pdftotext", "-layout", tmp_path / "sheet.pdf", "-"], check=True, capture_output=True)
    text = said.stdout.decode()
    assert "agreed, 2 h" in text
    assert "46.4 %" in " ".join(text.split())
