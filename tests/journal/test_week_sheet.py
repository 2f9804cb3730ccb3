"""The week's sheet out of entries: dates that rested while something was owed to me (D11, W10, 5.1)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.facts.week import Edition, PromiseResult, PromiseRow
from app.papers.plain_text import text_of
from app.words import words_for
from tests.journal.conftest import Shore

ENGLISH = words_for("en", 2026)


def day(number: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, number, hour, tzinfo=UTC)


@pytest.fixture
def rested(shore: Shore) -> Shore:
    """Photos asked for on Monday, due on Thursday; the page that needs them is promised for Friday, 6 November."""
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Rooms page", channel="telegram", title="Rooms page")
    promise(shore, edit, date(2026, 11, 6))
    journal.requests.make(shore.client, ["12 photos"], channel="telegram", needed_for=[edit])
    return shore


def promise(shore: Shore, edit: int, on: date, reason: str = "") -> None:
    counted = shore.journal.edits.count(shore.client, shore.clock(), on=on)
    shore.journal.edits.promise(edit, counted.promised, channel="telegram", reason=reason)


def edit_of(shore: Shore) -> int:
    return shore.journal.edits.of_client(shore.client)[0].number


def row(shore: Shore, week: str, edition: Edition = Edition.CLIENT) -> PromiseRow:
    (found,) = shore.journal.weeks.facts(shore.client, week, edition).promised
    return found


def answer(shore: Shore) -> None:
    shore.clock.move_to(day(9, 12))
    with shore.journal.look() as connection:
        number = connection.exec_driver_sql("SELECT number FROM item WHERE sort = 'request'").scalar_one()
    shore.journal.requests.answer(number, complete=True)


def test_a_date_rests_while_what_it_needs_is_overdue_and_says_for_what_it_waits(rested: Shore) -> None:
    rested.clock.move_to(day(6, 12))
    assert (row(rested, "2026-W45").result, row(rested, "2026-W45").waits_for) == (PromiseResult.RESTING, "12 photos")
    text = text_of(rested.journal.weeks.paper(rested.client, "2026-W45", language="en"), ENGLISH)
    assert "result: → waits for: 12 photos" in text
    assert rested.journal.weeks.facts(rested.client, "2026-W45").counts.due == 0


def test_when_it_came_a_new_date_is_to_follow(rested: Shore) -> None:
    answer(rested)
    rested.clock.move_to(day(9, 15))
    assert row(rested, "2026-W46").result is PromiseResult.RESUMED
    text = text_of(rested.journal.weeks.paper(rested.client, "2026-W46", language="en"), ENGLISH)
    assert "what we asked for has come, a new date follows" in text


def test_the_sheet_of_a_later_week_still_knows_the_rest_of_a_request_that_ended_before_it(rested: Shore) -> None:
    answer(rested)
    rested.clock.move_to(day(10))
    promise(rested, edit_of(rested), date(2026, 11, 16), "photos came on the 9th")
    rested.clock.move_to(day(16))
    rested.journal.edits.deliver(edit_of(rested), channel="telegram")
    assert row(rested, "2026-W47").result is PromiseResult.MOVED_IN_TIME
    assert rested.journal.weeks.facts(rested.client, "2026-W47").counts.in_time == 1


def test_why_a_date_moved_is_said_in_my_edition_only(rested: Shore) -> None:
    answer(rested)
    rested.clock.move_to(day(10))
    promise(rested, edit_of(rested), date(2026, 11, 16), "photos came on the 9th")
    assert row(rested, "2026-W46", Edition.MINE).cause == "photos came on the 9th"
    assert row(rested, "2026-W46").cause == ""


def test_a_past_week_still_says_what_stood_at_its_end(rested: Shore) -> None:
    answer(rested)
    rested.clock.move_to(day(20))
    assert row(rested, "2026-W45").result is PromiseResult.RESTING
    assert rested.journal.weeks.facts(rested.client, "2026-W45").waiting[0].what == "12 photos"
    assert rested.journal.weeks.facts(rested.client, "2026-W47").waiting == ()


def test_lost_days_of_the_client_are_counted_in_the_week_in_which_they_fell_w10(rested: Shore) -> None:
    answer(rested)
    rested.clock.move_to(day(20))
    by_week = {
        week: {lost.side: lost.days for lost in rested.journal.weeks.facts(rested.client, week, Edition.MINE).lost}
        for week in ("2026-W45", "2026-W46")
    }
    assert by_week["2026-W45"] == {"client": 1, "me": 0}
    assert by_week["2026-W46"]["client"] == 0


def test_an_edit_that_came_back_counts_once_on_the_sheet_and_the_months_close(shore: Shore) -> None:
    """W10: one result per edit, the worst of its rounds; both rounds stand in the table of dates."""
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Opening hours", channel="telegram")
    promise(shore, edit, date(2026, 11, 6))
    shore.clock.move_to(day(4))
    journal.edits.deliver(edit, channel="telegram")
    shore.clock.move_to(day(4, 11))
    journal.edits.step(edit, "edit.returned", channel="telegram")
    promise(shore, edit, date(2026, 11, 5))
    shore.clock.move_to(day(6))
    journal.edits.deliver(edit, channel="telegram")
    week = journal.weeks.facts(shore.client, "2026-W45")
    assert [each.result for each in week.promised] == [PromiseResult.MISSED, PromiseResult.KEPT]
    assert (week.counts.in_time, week.counts.due) == (0, 1)
    dates = journal.months.facts(shore.client, "2026-11").dates
    assert (dates.in_time, dates.due) == (0, 1)
