"""The month's close, the final report, the plan and the week's sheet of a whole project, out of its entries (5.1)."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.facts.month import PaperSort
from app.facts.pages import Paper, Section
from app.facts.plan_rows import NextSort, StageState
from app.facts.week import Edition
from app.papers.plain_text import text_of
from app.words import words_for
from tests.papers.project import FRIDAY, Project, at

ENGLISH = words_for("en", 2026)
NOVEMBER, FINAL, PLAN = PaperSort.MONTHLY, PaperSort.FINAL, PaperSort.PLAN


def headings(paper: Paper) -> list[str]:
    return [block.heading for block in paper.blocks if isinstance(block, Section)]


def said(paper: Paper) -> str:
    return text_of(paper, ENGLISH).replace("\u00a0", " ")


def test_four_of_five_dates_of_the_month_are_kept_one_of_them_moved_in_time_w10(project: Project) -> None:
    dates = project.journal.months.facts(project.client, "2026-11").dates
    assert (dates.kept, dates.moved_in_time, dates.moved_late, dates.missed) == (3, 1, 0, 1)
    assert "4 of 5 dates kept" in said(project.journal.months.paper(project.client, "2026-11"))


def test_delivered_stages_stand_under_done_with_their_entry(project: Project) -> None:
    done = project.journal.weeks.facts(project.client, "2026-W47").done
    form = next(row for row in done if row.title == "New order form")
    assert form.on == date(2026, 11, 20)
    assert project.journal.reading.entry(form.entry).kind == "stage.delivered"


def test_a_moved_stage_keeps_its_first_day_and_blames_nobody_in_the_clients_edition(project: Project) -> None:
    theirs = said(project.journal.weeks.paper(project.client, "2026-W47"))
    mine = said(project.journal.weeks.paper(project.client, "2026-W47", Edition.MINE))
    row = "New order form: planned: (old: Fri 6) Fri 20 Nov, delivered: Fri 20 Nov, state: ✓ delivered, to be accepted"
    assert f"{row}, moved from the client's side\n" in theirs
    assert f"{row}, moved from the client's side: photos came late\n" in mine


def test_a_stage_rests_on_the_sheet_of_the_week_in_which_its_photos_were_late_d11(project: Project) -> None:
    plan = {row.title: row for row in project.journal.weeks.facts(project.client, "2026-W45").plan}
    assert plan["New order form"].state is StageState.IN_WORK
    project.clock.move_to(at(11, 11))
    plan = {row.title: row for row in project.journal.weeks.facts(project.client, "2026-W46").plan}
    project.clock.move_to(FRIDAY)
    assert (plan["New order form"].state, plan["New order form"].since) == (StageState.RESTING, date(2026, 11, 9))


def test_a_past_week_tells_what_stood_then_not_what_came_after(project: Project) -> None:
    plan = {row.title: row for row in project.journal.weeks.facts(project.client, "2026-W46").plan}
    assert plan["New order form"].delivered is None
    week = project.journal.weeks.facts(project.client, "2026-W47")
    assert [(goal.value, goal.on) for goal in week.goals] == [("51", date(2026, 10, 30)), ("", None)]


def test_goals_print_value_target_and_the_deviation_of_f20(project: Project) -> None:
    text = said(project.journal.months.paper(project.client, "2026-11"))
    assert "Orders by the site, a month: 40 → 100; 62, Tue 24 Nov, 18 % below the line, 34 days left" in text
    assert "Cost of an order, €: 12.50 → 8; 10.90, Tue 24 Nov, 11 % above the line, 34 days left" in text


def test_a_risk_that_was_not_told_stands_in_my_edition_only(project: Project) -> None:
    theirs = said(project.journal.months.paper(project.client, "2026-11"))
    mine = said(project.journal.months.paper(project.client, "2026-11", edition=Edition.MINE))
    assert "The cover is not chosen. It concerns: Christmas campaign, told on Tuesday, 24 November" in theirs
    assert "supplier" not in theirs
    assert "The supplier of boxes is slow. Cause: with a third party, not told yet" in mine


def test_the_close_names_lost_days_of_both_sides_never_only_one_d12(project: Project) -> None:
    text = said(project.journal.months.paper(project.client, "2026-11"))
    assert "Working days lost: our side: 2, your side: 3" in text


def test_what_comes_next_holds_stages_promises_and_calls_by_their_days(project: Project) -> None:
    coming = project.journal.months.facts(project.client, "2026-11").coming
    assert [(line.on, line.text, line.sort) for line in coming] == [
        (date(2026, 11, 30), "Christmas campaign", NextSort.STAGE),
        (date(2026, 12, 2), "Menu for Christmas", NextSort.PROMISE),
        (date(2026, 12, 18), "Photos of the shop", NextSort.STAGE),
    ]


def test_the_week_ahead_names_its_report_beside_what_is_due(project: Project) -> None:
    text = said(project.journal.weeks.paper(project.client, "2026-W48"))
    assert "Monday, 30 November: Christmas campaign" in text
    assert "Friday, 4 December: report, week 49" in text


def test_the_plan_of_the_next_month_asks_for_a_yes_f25(project: Project) -> None:
    paper = project.journal.months.paper(project.client, sort=PLAN)
    assert paper.title == "Plan: December 2026"
    assert headings(paper)[:2] == ["What comes on which day", "Plan"]
    assert "Wednesday, 2 December: Menu for Christmas" in said(paper)
    assert "Christmas campaign: planned: Mon 30 Nov" in said(paper)
    assert "Please confirm the plan" in said(paper)


def test_the_plan_names_the_calls_of_its_month_and_none_before_it(fresh: Project) -> None:
    for local in ("2026-11-30T12:00", "2026-12-16T12:00"):
        fresh.journal.calls.plan(fresh.client, local=local, zone="Europe/Madrid", channel="video", topics=[local])
    facts = fresh.journal.months.facts(fresh.client, sort=PLAN)
    assert facts.next_call is not None
    assert facts.next_call.topics == ("results of the campaign",)
    assert [line.text for line in facts.coming if line.sort is NextSort.CALL] == ["2026-12-16T12:00"]


def test_a_call_without_a_topic_is_still_named_as_one(fresh: Project) -> None:
    """D13: topic and hour may come later; the plan says "call" and its day, and nothing that is empty."""
    for local in ("2026-12-02T12:00", "2026-12-16T12:00"):
        fresh.journal.calls.plan(fresh.client, local=local, zone="Europe/Madrid", channel="video")
    paper = fresh.journal.months.paper(fresh.client, sort=PLAN)
    assert "Wednesday, 16 December: call\n" in said(paper) + "\n"


def test_a_month_that_is_over_cannot_be_planned_any_more(project: Project) -> None:
    with pytest.raises(Refused, match="is over"):
        project.journal.months.facts(project.client, "2026-10", PLAN)


@pytest.mark.parametrize("month", ["2026-13", "November", "2026-W47"])
def test_what_is_no_month_is_refused_with_a_sentence(project: Project, month: str) -> None:
    with pytest.raises(Refused, match="is no month"):
        project.journal.months.facts(project.client, month)


def test_a_month_that_has_not_begun_is_refused(project: Project) -> None:
    with pytest.raises(Refused, match="has not begun"):
        project.journal.months.facts(project.client, "2026-12")


@pytest.mark.parametrize(
    ("sort", "period"), [(NOVEMBER, "2026-11"), (FINAL, "2026-11-27"), (PLAN, "2026-12")]
)  # fmt: skip
def test_a_paper_that_was_given_is_a_report_and_an_anchor_with_its_head(
    fresh: Project, sort: PaperSort, period: str
) -> None:
    months, (size, head) = fresh.journal.months, fresh.journal.size_and_head()
    assert months.facts(fresh.client, sort=sort).period == period
    paper = months.print_paper(fresh.client, sort=sort)
    report, _ = months.mark_as_given(fresh.client, period, paper, sort=sort, how="mailed")
    body = fresh.journal.reading.entry(report).body
    assert (body["sort"], body["period"], body["size"], body["head"]) == (sort.value, period, size, head)
    assert fresh.journal.evidence.anchors()[-1]["report"] == report


def test_a_given_plan_clears_its_part_of_f25(fresh: Project) -> None:
    fresh.journal.clients.change(fresh.client, contract={"number": "14", "from": "2026-10-01", "to": "2026-12-04"})
    parts = {flag.key for flag in fresh.journal.desk.flags() if flag.rule == "F25" and flag.key.endswith("/plan")}
    assert len(parts) == 1
    paper = fresh.journal.months.print_paper(fresh.client, sort=PLAN)
    fresh.journal.months.mark_as_given(fresh.client, "2026-12", paper, sort=PLAN)
    assert parts.isdisjoint(flag.key for flag in fresh.journal.desk.flags())


@pytest.mark.parametrize("language", ["en", "ru", "es"])
@pytest.mark.parametrize("sort", [NOVEMBER, FINAL, PLAN])
@pytest.mark.parametrize("edition", list(Edition))
def test_every_paper_speaks_each_language_and_leaves_no_gap(
    project: Project, language: str, sort: PaperSort, edition: Edition
) -> None:
    words = words_for(language, 2026)
    text = text_of(project.journal.months.paper(project.client, "", sort, edition, language), words)
    assert "{" not in text
    assert words.date(date(2026, 12, 18), short=sort is not PLAN).lower() in text.lower()
