"""Every paper as pictures of its pages, 150 dots to the inch, through the painter that prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter

from app.facts.month import PaperSort
from app.facts.pages import Paper
from app.facts.sheets import SheetAsked
from app.facts.week import ALL_SECTIONS, Edition
from app.journal.journal import Journal
from app.journal.sheet_papers import made
from app.papers.annex import annex
from app.papers.call_summary import SummaryFacts, call_summary
from app.words import words_for
from ui.client_pictures import GLINA, told_workbench
from ui.dialog_pictures import ALBOR
from ui.printing.layout import lay_out
from ui.printing.painter import paint_page

DOTS: Final = 150
WEEK: Final = "2026-W47"
MOST_PAGES: Final = 4
"""Of a long statement the first pages are enough to look at."""


def week_sheet(language: str) -> Paper:
    """The client's edition."""
    return _week(language, Edition.CLIENT)


def week_sheet_mine(language: str) -> Paper:
    """The owner's edition, with causes and both sides' lost days."""
    return _week(language, Edition.MINE)


def charts_paper(language: str) -> Paper:
    """The owner's edition with the charts of a client's figures."""
    journal = _journal()
    asked = SheetAsked(client=_client(journal, GLINA), week=WEEK, edition=Edition.MINE, language=language,
                       sections=ALL_SECTIONS)  # fmt: skip
    return made(journal, asked).paper


def month_paper(language: str) -> Paper:
    """The month's close."""
    return _month(language, PaperSort.MONTHLY)


def final_paper(language: str) -> Paper:
    """The final report."""
    return _month(language, PaperSort.FINAL)


def plan_paper(language: str) -> Paper:
    """The next month's plan."""
    return _month(language, PaperSort.PLAN)


def annex_paper(language: str) -> Paper:
    """The terms as an annex to the contract."""
    from app.journal.annex import annex_facts

    journal = _journal()
    return annex(annex_facts(journal, _client(journal, GLINA)), words_for(language))


def statement_paper(language: str) -> Paper:
    """The statement of an export, in the client's language as exports are."""
    journal, papers = _journal(), []

    def keep(paper: Paper, path: Path) -> None:
        papers.append(paper)
        path.write_bytes(b"")

    with TemporaryDirectory(prefix="ashore-pictures-") as folder:
        journal.bags.export(_client(journal, ALBOR), Path(folder) / "export.zip", keep)
    return papers[0]


def summary_paper(language: str) -> Paper:
    """What was agreed on the last call of a client."""
    journal = _journal()
    albor = _client(journal, ALBOR)
    held = [call for week in ("2026-W47", "2026-W46", "2026-W45", "2026-W44")
            for call in journal.weeks.facts(albor, week).calls if call.topics]  # fmt: skip
    facts = SummaryFacts(
        client=ALBOR,
        owner=journal.reading.owner().name,
        zone="Europe/Madrid",
        made_at=journal.clock(),
        call=replace(held[0], summary_sent=None, confirmed=None),
    )
    return call_summary(facts, words_for(language))


PAPERS: Final[tuple[tuple[str, Callable[[str], Paper]], ...]] = (
    ("paper-week", week_sheet),
    ("paper-week-mine", week_sheet_mine),
    ("paper-charts", charts_paper),
    ("paper-month", month_paper),
    ("paper-final", final_paper),
    ("paper-plan", plan_paper),
    ("paper-annex", annex_paper),
    ("paper-statement", statement_paper),
    ("paper-summary", summary_paper),
)


def pages_of(paper: Paper) -> Iterator[QImage]:
    """The first pages as images."""
    pages = lay_out(paper)
    for number in range(min(pages.count, MOST_PAGES)):
        factor = DOTS / 72
        image = QImage(
            round(pages.sheet.width * factor), round(pages.sheet.height * factor), QImage.Format.Format_RGB32
        )
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.scale(factor, factor)
        paint_page(painter, pages, number)
        painter.end()
        yield image


def take_papers(language: str, folder: Path, beginnings: tuple[str, ...]) -> Iterator[Path]:
    """Save every paper whose name begins as asked; gives the files."""
    for name, make in PAPERS:
        if name.startswith(beginnings):
            for number, image in enumerate(pages_of(make(language)), 1):
                path = folder / f"{name}-{language}-{number}.png"
                image.save(str(path))
                yield path


def _week(language: str, edition: Edition) -> Paper:
    journal = _journal()
    return journal.weeks.paper(_client(journal, ALBOR), WEEK, edition, language)


def _month(language: str, sort: PaperSort) -> Paper:
    journal = _journal()
    return journal.months.paper(_client(journal, ALBOR), sort=sort, language=language)


def _journal() -> Journal:
    return told_workbench().journal


def _client(journal: Journal, name: str) -> int:
    return journal.clients.named(name).number
