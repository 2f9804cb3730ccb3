"""Promises, silence, first messages, calls, voices, hours, accepted edits and goals of a period (1.8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import Refused
from app.facts.history import AskedFor, Moved
from app.facts.people import ActiveSpan, Contract
from app.facts.plan import Goal, Reading
from app.facts.statistics import Period, PeriodSort
from app.facts.work import Step
from app.rules.statistics.periods import dates, period_named
from tests.rules.making import CLIENT, JAVIER, LUCIA
from tests.rules.making_history import Past
from tests.rules.making_work import at

NOW = "2026-11-30 12:00"


# --- promises ------------------------------------------------------------------------------------------------------


def four_edits() -> Past:
    past = Past()
    kept, in_time, late, missed = (past.edit("2026-11-02 10:00", title) for title in ("A", "B", "C", "D"))
    for each in (kept, in_time, late, missed):
        past.promise(each, "2026-11-02 11:00", "2026-11-05")
    past.promise(in_time, "2026-11-04 11:00", "2026-11-09")
    past.promise(late, "2026-11-06 11:00", "2026-12-01")
    past.delivered(kept, "2026-11-05 17:00", told=True)
    past.delivered(in_time, "2026-11-09 17:00", told=True)
    past.delivered(late, "2026-11-27 17:00", told=True)
    return past


def test_every_edit_has_one_of_four_results() -> None:
    """W10: kept by the first date, moved in time, moved late, missed."""
    found = four_edits().figures(NOW).promises
    assert [(each.title, each.result) for each in found.points] == [
        ("A", "kept"),
        ("C", "moved_late"),
        ("D", "missed"),
        ("B", "moved_in_time"),
    ]
    assert (found.total.in_time, found.total.judged) == (2, 4)


def test_a_broken_promise_stands_in_the_month_of_the_date_that_bound() -> None:
    past = four_edits()
    edit = past.edit("2026-09-29 10:00", "E")
    past.promise(edit, "2026-09-29 11:00", "2026-09-30")
    past.delivered(edit, "2026-10-20 11:00", told=True)
    months = past.figures(NOW).promises.months
    assert [(each.month, each.judged) for each in months] == [("2026-09", 1), ("2026-10", 0), ("2026-11", 4)]
    assert past.figures(NOW, "2026-10-01", "2026-10-31").promises.points == ()


def test_a_promise_kept_early_stands_in_the_month_of_its_delivery() -> None:
    past = Past()
    edit = past.edit("2026-10-29 10:00")
    past.promise(edit, "2026-10-29 11:00", "2026-11-03")
    past.delivered(edit, "2026-10-30 11:00", told=True)
    (point,) = past.figures(NOW, "2026-10-01", "2026-10-31").promises.points
    assert (point.on, point.decided) == (date(2026, 11, 3), date(2026, 10, 30))


def test_an_edit_that_is_not_due_yet_is_not_judged() -> None:
    past = Past()
    past.promise(past.edit("2026-11-27 10:00"), "2026-11-27 11:00", "2026-12-02")
    assert past.figures(NOW).promises.total.judged == 0


def test_a_closing_that_came_while_my_clock_rested_is_not_missed() -> None:
    """D11: the request that it waits for was overdue when the day came."""
    past = Past()
    edit = past.edit("2026-11-02 10:00")
    past.promise(edit, "2026-11-02 11:00", "2026-11-12")
    past.request("2026-11-02 12:00", "2026-11-05", needed_for=(edit,))
    assert past.figures(NOW).promises.total.judged == 0


course = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), min_size=1, max_size=3)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 20), course, st.integers(0, 60)), max_size=8))
def test_kept_moved_and_missed_add_up_to_the_promises_judged(
    edits: list[tuple[int, list[tuple[int, int]], int]],
) -> None:
    past = Past()
    begin = date(2026, 9, 1)
    for asked, moves, delivered in edits:
        edit = past.edit(f"{date.fromordinal(begin.toordinal() + asked)} 09:30")
        for told, ahead in moves:
            day = begin.toordinal() + asked + told
            past.promise(edit, f"{date.fromordinal(day)} 10:00", f"{date.fromordinal(day + ahead)}")
        if delivered:
            past.delivered(edit, f"{date.fromordinal(begin.toordinal() + asked + delivered)} 16:00", told=True)
    found = past.figures(NOW).promises
    total = found.total
    assert total.kept + total.moved_in_time + total.moved_late + total.missed == total.judged == len(found.points)
    assert sum(each.judged for each in found.months) == total.judged
    assert len({each.item for each in found.points}) == len(found.points)


# --- silence and first messages ------------------------------------------------------------------------------------


def weeks(past: Past, now: str = NOW, **days: str) -> dict[str, int]:
    return {week.week: week.longest for week in past.figures(now, **days).silence.weeks}


def test_silence_counts_my_working_days_since_the_last_contact_week_by_week() -> None:
    """W11: from Tuesday to the next Wednesday it grew to six working days; by the first Friday it was three."""
    past = Past(added="2026-11-02 10:00")
    past.sent("2026-11-03 10:00")
    past.sent("2026-11-11 10:00")
    past.sent("2026-11-12 10:00")
    assert weeks(past, "2026-11-13 12:00") == {"2026-W45": 3, "2026-W46": 6}


def test_the_longest_silence_names_its_week_and_the_average_is_over_weeks() -> None:
    past = Past(added="2026-11-02 10:00")
    past.sent("2026-11-03 10:00")
    past.sent("2026-11-11 10:00")
    found = past.figures("2026-11-13 12:00").silence
    assert found.longest is not None
    assert (found.longest.week, found.longest.longest, found.longest.maximum) == ("2026-W46", 6, 4)
    assert found.average == Decimal("4.5")


def test_silence_does_not_count_while_the_client_pauses_and_begins_anew_after_it() -> None:
    past = Past(added="2026-11-02 10:00")
    spans = ActiveSpan(at("2026-11-02 10:00"), at("2026-11-03 10:00")), ActiveSpan(at("2026-11-24 10:00"), None)
    past.client = replace(past.client, active=spans)
    assert weeks(past, "2026-11-26 12:00") == {"2026-W45": 1, "2026-W48": 2}


def test_silence_does_not_count_while_work_is_stopped() -> None:
    past = Past(added="2026-11-02 10:00")
    past.sent("2026-11-02 12:00")
    past.turns.append(Step(entry=901, kind="work.stopped", at=at("2026-11-04 10:00")))
    past.turns.append(Step(entry=902, kind="work.resumed", at=at("2026-11-11 10:00")))
    assert weeks(past, "2026-11-12 12:00") == {"2026-W45": 2, "2026-W46": 1}


def test_first_messages_stand_beside_those_owed_in_their_week() -> None:
    """C3, F22: two a week; an answer is none, and a second message within the hour is none."""
    past = Past(added="2026-11-02 09:00")
    past.sent("2026-11-03 10:00")
    past.sent("2026-11-03 10:30")
    past.received("2026-11-04 10:00")
    past.sent("2026-11-04 11:00")
    past.sent("2026-11-12 11:00")
    found = past.figures("2026-11-13 12:00").firsts
    assert [(each.week, each.done, each.quota, each.running) for each in found] == [
        ("2026-W45", 1, 2, False),
        ("2026-W46", 1, 2, True),
    ]


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    past = Past(added="2026-09-01 09:00")
    found = past.figures(NOW, "2026-10-01", "2026-10-31").firsts
    assert [each.week for each in found] == ["2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44"]


# --- calls, voices, hours ------------------------------------------------------------------------------------------


def test_calls_are_counted_by_month_with_their_minutes_off_topic() -> None:
    """D15."""
    past = Past()
    past.held("2026-10-05 10:00", "done", minutes=30, off_topic_minutes=15)
    past.held("2026-11-05 10:00", "done", minutes=30, off_topic_minutes=6)
    past.held("2026-11-19 10:00", "done", minutes=20, off_topic_minutes=4)
    found = past.figures(NOW).calls
    assert [(each.month, each.held, each.off_topic_percent) for each in found.months] == [
        ("2026-10", 1, Decimal("50.0")),
        ("2026-11", 2, Decimal("20.0")),
    ]
    assert (found.total.held, found.total.minutes, found.total.off_topic_minutes) == (3, 80, 25)


def test_missed_calls_are_told_apart_and_a_moved_one_is_not_missed() -> None:
    """D16."""
    past = Past()
    mine, theirs = past.miss("2026-11-05", "me"), past.miss("2026-11-12", "client")
    past.calls_moved.append(Moved(entry=900, at=at("2026-11-13 10:00")))
    found = past.figures(NOW).calls
    assert (found.missed_by_me, found.missed_by_client, found.moved) == ((mine,), (theirs,), (900,))
    assert past.figures(NOW, "2026-10-01", "2026-10-31").calls.missed_by_me == ()


def test_a_call_without_a_plan_came_out_of_the_blue() -> None:
    """D13."""
    past = Past()
    past.held("2026-11-05 10:00", "done")
    assert [each.ad_hoc for each in past.figures(NOW).calls.held] == [True]


def test_what_others_than_the_contact_asked_for_is_counted_with_its_minutes() -> None:
    """D7."""
    past = Past()
    for entry, person, minutes in ((1, JAVIER, 10), (2, JAVIER, 5), (3, LUCIA, 60)):
        past.askings.append(AskedFor(entry=entry, at=at("2026-11-05 10:00"), person=person, minutes=minutes))
    (voice,) = past.figures(NOW).voices
    assert (voice.person, voice.requests, voice.minutes) == (JAVIER, 2, 15)


def test_messages_outside_agreed_hours_of_both_sides() -> None:
    past = Past()
    night, late = past.received("2026-11-05 23:10"), past.sent("2026-11-06 20:00")
    past.received("2026-11-06 10:00")
    past.unclocked.add(past.received("2026-11-07 12:00"))
    found = past.figures(NOW).out_of_hours
    assert (found.theirs, found.mine, found.in_their_rest) == ((night,), (late,), (late,))


def test_an_edit_that_came_back_was_asked_for_twice() -> None:
    past = Past()
    smooth, back = past.edit("2026-11-02 10:00"), past.edit("2026-11-02 10:00")
    past.delivered(back, "2026-11-03 10:00", told=True)
    past.returned(back, "2026-11-04 10:00")
    for each in (smooth, back):
        past.delivered(each, "2026-11-05 10:00", told=True)
        past.step(each, "ended", "edit.accepted", "2026-11-06 10:00")
    found = past.figures(NOW).accepted
    assert (len(found.edits), found.asked, found.per_delivery) == (2, 3, Decimal("1.5"))


def goal_of_leads(*values: str) -> Goal:
    """From 100 to 200 in the first ten days of November, read on the 6th, then in December."""
    days = (date(2026, 11, 6), date(2026, 11, 6), date(2026, 12, 20))
    readings = tuple(
        Reading(entry=501 + n, at=at(f"{on} 10:00"), on=on, value=value)
        for n, (on, value) in enumerate(zip(days, values, strict=False))
    )
    begun = at("2026-11-01 10:00")
    return Goal(
        number=300, client=CLIENT, begun=begun, recorded=begun, open=True, title="Leads", metric="Leads",
        base="100", target="200", since=date(2026, 11, 1), by=date(2026, 11, 11), readings=readings,
    )  # fmt: skip


def test_a_goal_shows_each_reading_beside_its_target_line() -> None:
    """F20: half way in time, from 100 to 200, 150 is expected; 120 is a fifth below it."""
    past = Past()
    past.items[300] = goal_of_leads("120", "120.0", "1")
    (goal,) = past.figures(NOW).goals
    assert [(each.entry, each.expected, each.off_percent) for each in goal.points] == [
        (502, Decimal(150), Decimal("20.0"))
    ]
    assert goal.told_percent == 10


# --- periods -------------------------------------------------------------------------------------------------------


def test_a_month_and_a_quarter_have_their_own_days() -> None:
    past = Past()
    today = date(2026, 11, 30)
    assert period_named("2026-02", past.client, today, today) == Period(
        PeriodSort.MONTH, date(2026, 2, 1), date(2026, 2, 28)
    )
    assert period_named("2026-Q4", past.client, today, today) == Period(
        PeriodSort.QUARTER, date(2026, 10, 1), date(2026, 12, 31)
    )


def test_the_contract_is_a_period_when_it_has_a_first_day() -> None:
    past = Past()
    with pytest.raises(Refused, match="no first day"):
        period_named("contract", past.client, date(2026, 9, 1), date(2026, 11, 30))
    client = replace(past.client, contract=Contract(first_day=date(2026, 9, 7)))
    found = period_named("contract", client, date(2026, 9, 1), date(2026, 11, 30))
    assert (found.first, found.last) == (date(2026, 9, 7), date(2026, 11, 30))


@pytest.mark.parametrize("text", ["2026-13", "2026-Q5", "November", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no period"):
        period_named(text, Past().client, date(2026, 9, 1), date(2026, 11, 30))


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refused, match="ends before it begins"):
        dates(date(2026, 11, 2), date(2026, 11, 1))
