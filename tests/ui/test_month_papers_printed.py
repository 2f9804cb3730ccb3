"""The papers of a month and a contract as they print: pages, heads that repeat, rows in one piece (5.1, 6.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from app.facts.call_rows import CallRow, TopicRow
from app.facts.month import MonthFacts, PaperSort
from app.facts.plan_rows import GoalRow, StageMove, StageRow, StageState
from app.facts.week import DoneRow, Edition
from app.papers.month_papers import month_paper
from app.words import words_for
from tests.papers.project import Project
from tests.papers.sheets import shown
from ui.printing.drawn import words_on
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui

MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    ensure_gui()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    told = Project(tmp_path_factory.mktemp("project"))
    yield told
    told.journal.close()


def long_contract(project: Project) -> MonthFacts:
    """A year: 150 deliveries, 40 stages that all moved, 60 calls, a goal in millions."""
    facts = project.journal.months.facts(project.client, sort=PaperSort.FINAL)
    moves = tuple(StageMove(to=date(2026, 11, 20), cause=cause, reason="a long reason " * 4)
                  for cause in ("client", "third_party", "me"))  # fmt: skip
    stage = StageRow(title="", dates=(date(2026, 10, 9), date(2026, 11, 6), date(2026, 11, 20)), moves=moves,
                     state=StageState.BY_SILENCE, since=date(2026, 11, 27), delivered=date(2026, 11, 20))  # fmt: skip
    call = CallRow(at=datetime(2026, 11, 20, 12, tzinfo=MADRID), channel="video", minutes=30,
                   topics=(TopicRow(title="Prices of the season and everything else"),))  # fmt: skip
    return replace(
        facts,
        done=tuple(DoneRow(title=f"Delivery {n:03d}", on=date(2026, 11, 20), entry=n) for n in range(150)),
        plan=tuple(replace(stage, title=f"Stage {n:02d}") for n in range(40)),
        calls=(call,) * 60,
        goals=(GoalRow(metric="Reach", base="1000000", target="2500000", value="1734567", done=490,
                       on=date(2026, 11, 20), off_percent="-1", days_left=0),),
    )  # fmt: skip


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_every_row_of_a_long_contract_is_printed_once_and_its_heads_repeat(
    project: Project, edition: Edition, language: str
) -> None:
    facts = replace(long_contract(project), edition=edition)
    words = words_for(language, 2026)
    pages = lay_out(month_paper(facts, words))
    whole = shown(pages)
    assert [whole.count(f"Delivery {n:03d}") for n in range(150)] == [1] * 150
    assert [whole.count(f"Stage {n:02d}") for n in range(40)] == [1] * 40
    with_stages = [page for page in map(words_on, pages.pages) if "Stage " in page.replace("Stages", "")]
    assert len(with_stages) > 1
    assert all(words.text("Planned") in page for page in with_stages)


def test_a_value_in_millions_keeps_all_its_digits(project: Project) -> None:
    text = shown(lay_out(month_paper(long_contract(project), words_for("en", 2026))))
    assert "2 500 000 1 734 567 Fri 20 Nov" in text.replace("\u202f", " ")


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_a_usual_week_and_the_plan_of_a_month_fit_one_page(project: Project, language: str) -> None:
    week = project.journal.weeks.paper(project.client, "2026-W48", language=language)
    plan = project.journal.months.paper(project.client, sort=PaperSort.PLAN, language=language)
    assert (lay_out(week).count, lay_out(plan).count) == (1, 1)


def test_no_heading_stands_alone_at_the_foot_of_a_page(project: Project) -> None:
    paper = month_paper(long_contract(project), words_for("en", 2026))
    headings = {block.heading for block in paper.blocks if hasattr(block, "heading")}
    pages = lay_out(paper).pages
    assert len(pages) > 2
    for page in pages[:-1]:
        body = words_on(page).partition("Head of the whole journal")[0].strip().splitlines()
        assert body[-1].strip() not in headings
