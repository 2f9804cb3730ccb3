"""F19: the agreed report goes out on its day; a day off moves it back, and only the newest missed one is asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.people import ActiveSpan
from app.facts.terms import ReportTerms
from tests.rules.making import Story, at, hour, owner

MONTHLY = (ReportTerms(sort="monthly", every="month", day=3),)
DAILY = (ReportTerms(sort="daily", every="working_day"),)


def reporting(*reports: ReportTerms, **more: object) -> Story:
    story = Story(preset=None, **more)  # type: ignore[arg-type]
    story.agreed(since="2026-09-01", reports=reports)
    return story


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        ("2026-11-18 10:00", None),
        ("2026-11-19 10:00", "soon"),
        ("2026-11-20 17:59", "today"),
        ("2026-11-20 18:00", "late"),
        ("2026-11-25 10:00", "late"),
    ],
)
def test_the_sheet_of_a_week_goes_out_on_friday(now: str, severity: str | None) -> None:
    story = Story()
    story.report("2026-11-13 12:00", "2026-W46")
    flag = story.flag("F19", now)
    assert (flag.severity if flag else None) == severity
    if flag:
        assert (flag.key, flag.reason.values["week"], hour(flag)) == ("F19:11:1/2026-W47", 47, "2026-11-20 18:00")


def test_given_it_is_given() -> None:
    story = Story()
    story.report("2026-11-20 12:00", "2026-W47")
    assert story.flag("F19", "2026-11-25 10:00") is None


def test_of_missed_ones_only_the_newest_is_asked_for() -> None:
    story = Story()
    assert [each.key for each in story.all("F19", "2026-11-25 10:00")] == ["F19:11:1/2026-W47"]
    assert [each.key for each in story.all("F19", "2026-11-27 10:00")] == ["F19:11:1/2026-W47", "F19:11:1/2026-W48"]


def test_a_friday_off_moves_it_to_thursday() -> None:
    story = Story(me=owner(days_off=[{"from": "2026-11-20"}]))
    story.report("2026-11-13 12:00", "2026-W46")
    assert hour(story.flag("F19", "2026-11-19 10:00")) == "2026-11-19 18:00"


def test_a_week_with_two_days_of_mine_is_not_owed() -> None:
    story = Story(me=owner(days_off=[{"from": "2026-11-16", "to": "2026-11-18"}]))
    story.report("2026-11-13 12:00", "2026-W46")
    assert story.flag("F19", "2026-11-20 10:00") is None


@pytest.mark.parametrize(("since", "owed"), [("2026-11-19 09:00", False), ("2026-11-18 09:00", True)])
def test_a_client_of_two_days_is_owed_none(since: str, owed: bool) -> None:
    story = Story()
    story.client = replace(story.client, active=(ActiveSpan(at(since), None),))
    assert (story.flag("F19", "2026-11-20 10:00") is not None) is owed


def test_a_monthly_report_of_the_third_is_about_the_month_before() -> None:
    story = reporting(*MONTHLY)
    story.report("2026-11-03 12:00", "2026-10", "monthly")
    assert story.flag("F19", "2026-11-30 10:00") is None
    flag = story.flag("F19", "2026-12-03 10:00")
    assert flag is not None
    assert (flag.key, flag.reason.code, flag.severity) == ("F19:11:1/2026-11", "f19_monthly", "today")


def test_a_daily_report_is_due_every_working_day() -> None:
    story = reporting(*DAILY)
    story.report("2026-11-19 17:00", "2026-11-19", "daily")
    assert [each.key for each in story.all("F19", "2026-11-20 10:00")] == [
        "F19:11:1/2026-11-20",
        "F19:11:1/2026-11-23",
    ]
    assert story.all("F19", "2026-11-20 10:00")[1].severity == "soon"


def test_nothing_is_owed_for_the_time_before_the_agreement() -> None:
    story = Story(preset=None)
    story.agreed(since="2026-11-21")
    assert story.flag("F19", "2026-11-23 10:00") is None


def test_after_a_planning_session_its_results_are_due_that_day() -> None:
    story = reporting()
    held = story._step("planning.held", "2026-11-17 10:00")
    story.more["planning"] = (held,)
    flag = story.flag("F19", "2026-11-17 10:30")
    assert flag is not None
    assert (flag.key, flag.reason.code, hour(flag)) == ("F19:11:0/2026-11-17", "f19_planning", "2026-11-17 18:00")
    story.sent("2026-11-17 11:00")
    assert story.flag("F19", "2026-11-17 11:01") is not None
    story.sent("2026-11-17 12:00", about=(held.entry,))
    assert story.flag("F19", "2026-11-17 12:01") is None
