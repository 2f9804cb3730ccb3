"""The final report over a contract, what the client thinks of the work, and what could be done next (5.1, 1.9)."""

from __future__ import annotations

from datetime import date

from app.facts.month import PaperSort
from app.facts.pages import Paper, Section
from app.facts.week import Edition
from app.papers.plain_text import text_of
from app.words import words_for
from tests.papers.project import Project

ENGLISH = words_for("en", 2026)
FINAL = PaperSort.FINAL


def headings(paper: Paper) -> list[str]:
    return [block.heading for block in paper.blocks if isinstance(block, Section)]


def said(paper: Paper) -> str:
    return text_of(paper, ENGLISH).replace("\u00a0", " ")


def test_the_final_report_covers_the_contract_as_far_as_it_has_run(project: Project) -> None:
    facts = project.journal.months.facts(project.client, sort=FINAL)
    assert (facts.first, facts.last) == (date(2026, 10, 1), date(2026, 11, 27))
    assert [row.title for row in facts.done][:2] == ["Audit of the site", "Prices of the season"]
    assert (facts.dates.in_time, facts.dates.due) == (5, 6)


def test_the_final_report_hands_over_what_is_open(project: Project) -> None:
    paper = project.journal.months.paper(project.client, sort=FINAL)
    text = said(paper)
    assert {"In figures", "Open, and handed over", "Plan", "Goals"} <= set(headings(paper))
    assert "Audit of the site: planned: Fri 16 Oct, delivered: Thu 15 Oct, state: ✓ accepted Fri 16 Oct" in text
    assert text.index("OPEN, AND HANDED OVER") < text.index("Friday, 18 December: Photos of the shop")


def test_silence_and_other_voices_stand_in_my_final_report_only(project: Project) -> None:
    theirs = said(project.journal.months.paper(project.client, sort=FINAL))
    mine = said(project.journal.months.paper(project.client, sort=FINAL, edition=Edition.MINE))
    assert "Longest silence" in mine
    assert "Longest silence" not in theirs
    assert "Off topic" not in theirs


def test_without_feedback_the_paper_asks_for_it_and_afterwards_prints_it(fresh: Project) -> None:
    journal = fresh.journal
    assert "☐ 1, ☐ 2, ☐ 3, ☐ 4, ☐ 5" in said(journal.months.paper(fresh.client))
    assert "They were not asked yet." in said(journal.months.paper(fresh.client, edition=Edition.MINE))
    journal.record("form.begun", fresh.client, {"sort": "survey"})
    mine = said(journal.months.paper(fresh.client, edition=Edition.MINE))
    assert "Asked for on Friday, 27 November; they have not said yet." in mine
    journal.feedback.note(fresh.client, scores={"work": "5", "talk": "4"}, text="Fast and clear.")
    text = said(journal.months.paper(fresh.client))
    assert "The work: 5 of 5" in text
    assert "Fast and clear." in text
    assert "☐" not in text


def test_what_could_be_offered_comes_from_the_form_of_the_close_or_from_the_owner(fresh: Project) -> None:
    months = fresh.journal.months
    assert "WHAT COULD BE DONE NEXT" not in said(months.paper(fresh.client))
    fresh.journal.record("form.begun", fresh.client, {"sort": "month_close", "fields": {"offer": "Boxes for offices."}})
    assert "Boxes for offices." in said(months.paper(fresh.client))
    assert "Gift cards." in said(months.paper(fresh.client, offers="Gift cards."))
