"""Stages on the week's sheet: every state a stage can be in, and how late it is (5.1, F18, D11)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.facts.plan_rows import StageRow, StageState
from app.facts.week import Edition
from app.papers.plain_text import text_of
from app.words import words_for
from tests.journal.conftest import Shore

ENGLISH = words_for("en", 2026)


def day(number: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, number, hour, tzinfo=UTC)


@pytest.fixture
def stage(shore: Shore) -> int:
    """A launch planned for Wednesday, 4 November."""
    return shore.journal.plan.plan(shore.client, "Launch", due=date(2026, 11, 4), channel="telegram")


def row(shore: Shore, week: str = "2026-W45") -> StageRow:
    (found,) = shore.journal.weeks.facts(shore.client, week).plan
    return found


def said(shore: Shore, edition: Edition = Edition.CLIENT, week: str = "2026-W45") -> str:
    text = text_of(shore.journal.weeks.paper(shore.client, week, edition, "en"), ENGLISH)
    return text.replace("\u00a0", " ")  # a date is kept in one piece on paper


def test_a_planned_stage_is_planned(shore: Shore, stage: int) -> None:
    assert (row(shore).state, row(shore).over) == (StageState.PLANNED, 0)
    assert "Launch: planned: Wed 4 Nov, state: → planned" in said(shore)


def test_a_stage_in_work_past_its_day_says_by_how_many_working_days_f18(shore: Shore, stage: int) -> None:
    shore.journal.plan.start(stage)
    shore.clock.move_to(day(6, 12))
    assert (row(shore).state, row(shore).over) == (StageState.IN_WORK, 2)
    assert "→ in work since Mon 2 Nov, 2 working days past the day" in said(shore)


def test_a_stage_accepted_by_silence_counts_as_accepted(shore: Shore, stage: int) -> None:
    shore.journal.plan.deliver(stage, channel="telegram")
    assert row(shore).state is StageState.DELIVERED
    shore.clock.move_to(day(6))
    shore.journal.plan.accept(stage, by_silence=True)
    assert row(shore).state is StageState.BY_SILENCE
    assert "counts as accepted since Fri 6 Nov" in said(shore)


def test_a_dropped_stage_stays_on_the_sheet_of_its_week_only(shore: Shore, stage: int) -> None:
    shore.journal.plan.drop(stage, reason="another site")
    assert row(shore).state is StageState.DROPPED
    assert "– left out of the plan Mon 2 Nov" in said(shore)
    shore.clock.move_to(day(9))
    assert shore.journal.weeks.facts(shore.client, "2026-W46").plan == ()


def test_every_move_is_told_with_its_cause_once_each(shore: Shore, stage: int) -> None:
    for on, cause in ((5, "outside"), (10, "me"), (12, "me")):
        shore.journal.plan.move(stage, date(2026, 11, on), cause, channel="telegram", reason=f"reason {on}")
    theirs, mine = said(shore), said(shore, Edition.MINE)
    assert "planned: (old: Wed 4) (old: Thu 5) (old: Tue 10) Thu 12 Nov" in theirs
    assert theirs.count("moved from our side") == 1
    assert "moved by events outside" in theirs
    assert "reason" not in theirs
    assert "moved from our side: reason 10, moved from our side: reason 12" in mine


def test_stages_stand_in_the_order_of_the_plan_not_of_their_days(shore: Shore, stage: int) -> None:
    shore.journal.plan.plan(shore.client, "Audit", due=date(2026, 11, 20), order=1)
    shore.journal.plan.plan(shore.client, "Report", due=date(2026, 11, 3))
    titles = [each.title for each in shore.journal.weeks.facts(shore.client, "2026-W45").plan]
    assert titles == ["Launch", "Audit", "Report"]
