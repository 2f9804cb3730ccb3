"""Regular calls on a real file: proposed by the agreement, planned each with an entry of its own (D13, 1.4, F13)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.errors import Refused
from tests.journal.conftest import Shore


def test_the_agreed_rhythm_runs_on_from_the_agreement_at_the_first_shared_hour(shore: Shore) -> None:
    """F13, 1.4: since Monday, 2 November, every 14 days; Moscow's 11:00 is Valencia's 09:00."""
    found = shore.journal.series.propose(shore.client, 3)
    assert [each.local for each in found] == ["2026-11-16T11:00", "2026-11-30T11:00", "2026-12-14T11:00"]
    assert {each.zone for each in found} == {"Europe/Moscow"}
    assert all(each.in_my_hours and each.in_their_hours and each.fits for each in found)


def test_it_runs_on_from_the_last_call_at_its_hour(shore: Shore) -> None:
    """F13: a held call of Thursday the 5th at 13:00 in Moscow; an urgent one begins no rhythm."""
    journal = shore.journal
    shore.clock.move_to(datetime(2026, 11, 10, 9, 0, tzinfo=UTC))
    topics = [{"title": "План", "outcomes": [{"nothing_decided": True}]}]
    journal.calls.hold(
        shore.client, channel="video", topics=topics, at=datetime(2026, 11, 5, 10, 0, tzinfo=UTC), purpose="regular"
    )
    journal.calls.hold(shore.client, channel="phone", topics=topics, purpose="urgent")
    assert [each.local for each in journal.series.propose(shore.client, 2)] == ["2026-11-19T13:00", "2026-12-03T13:00"]


def test_each_call_is_planned_on_its_own_and_the_next_proposal_follows_them(shore: Shore) -> None:
    """D13, B3: wall time in the client's zone, agreed topics, the agreed length; all or none."""
    journal = shore.journal
    dates = journal.series.propose(shore.client, 2, hour="15:00")
    numbers = journal.series.plan(shore.client, dates, topics=["Отчёт", "План"])
    bodies = [journal.reading.entry(number).body for number in numbers]
    assert [body["at"] for body in bodies] == [
        {"local": "2026-11-16T15:00", "zone": "Europe/Moscow"},
        {"local": "2026-11-30T15:00", "zone": "Europe/Moscow"},
    ]
    assert {(body["purpose"], body["minutes"]) for body in bodies} == {("regular", 30)}
    assert [each["title"] for each in bodies[0]["topics"]] == ["Отчёт", "План"]
    assert [call.number for call in journal.series.ahead(shore.client)] == list(numbers)
    assert [each.local for each in journal.series.propose(shore.client, 1)] == ["2026-12-14T15:00"]
    shore.clock.move_to(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    assert len(journal.series.ahead(shore.client)) == 1


def test_an_old_rhythm_begins_anew_on_the_next_day_on_which_both_work(shore: Shore) -> None:
    """F13: nobody called for two months; it is Friday, 8 January, so Monday, and every fourteen days from there."""
    shore.clock.forward(timedelta(days=67))
    found = shore.journal.series.propose(shore.client, 2)
    assert [each.on for each in found] == [date(2027, 1, 11), date(2027, 1, 25)]


def test_my_holiday_moves_one_call_of_a_series(shore: Shore) -> None:
    """1.4: within the tolerance of two days; it is said whose day off it was."""
    off = [{"from": "2026-11-16", "to": "2026-11-16", "why": "puente"}]
    shore.journal.record("owner.changed", 0, {"days_off": off})
    first, second = shore.journal.series.propose(shore.client, 2)
    assert (first.on, first.ideal, second.on) == (date(2026, 11, 17), date(2026, 11, 16), date(2026, 11, 30))
    assert [(each.whose, each.why) for each in first.in_the_way] == [("me", "puente")]


def test_without_an_agreed_rhythm_one_has_to_be_said(shore: Shore) -> None:
    """1.4: the rhythm may be off."""
    terms = shore.journal.agreements.in_force(shore.client).terms
    made = shore.journal.agreements.make(shore.client, replace(terms, calls="off"))
    shore.journal.agreements.confirm(shore.client, made)
    shore.clock.forward(timedelta(minutes=1))
    with pytest.raises(Refused, match="every how many days"):
        shore.journal.series.propose(shore.client)
    found = shore.journal.series.propose(shore.client, 2, every_days=7, first=date(2026, 11, 12))
    assert [each.on for each in found] == [date(2026, 11, 12), date(2026, 11, 19)]


def test_the_table_of_calls_says_which_of_a_series_each_is(shore: Shore) -> None:
    """6.2, D13: two regular ones, and one for another purpose."""
    journal = shore.journal
    journal.series.plan(shore.client, journal.series.propose(shore.client, 2), topics=["План"])
    journal.calls.plan(shore.client, on=date(2026, 11, 4), topics=["Итоги"], purpose="final")
    rows = journal.desk.call_rows()
    assert [(row.purpose, row.place, row.of) for row in rows] == [("final", 0, 2), ("regular", 1, 2), ("regular", 2, 2)]


def test_the_draft_of_a_due_call_proposes_the_next_date_of_the_rhythm(shore: Shore) -> None:
    """F13: the first call is due on Monday the 16th; written about on that day, Tuesday at the shared hour would do."""
    shore.clock.move_to(datetime(2026, 11, 16, 9, 0, tzinfo=UTC))
    flag = next(each for each in shore.journal.desk.flags() if each.rule == "F13")
    letter = shore.journal.desk.letter(shore.client, [flag.key])
    assert letter.values["minutes"] == 30
    assert letter.values["at"] == datetime(2026, 11, 17, 8, 0, tzinfo=UTC)
