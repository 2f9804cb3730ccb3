"""D11: my clock rests while an overdue request is needed; then the working days that were left are counted anew."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.edits import EditState, read_edit
from app.rules.rested import after_rests, merged
from app.rules.stage_state import StageState, read_stage
from app.rules.stages import moved_by_rest
from app.rules.working_time import closing, working_days_between
from tests.rules.making import Story, at, owner

CALENDAR = owner().calendar


def moved(on: str, told: str, *rests: tuple[str, str | None], now: str = "2026-11-20 12:00") -> date | None:
    day = date.fromisoformat(on)
    stretches = [(at(begin), at(end) if end else None) for begin, end in rests]
    found = after_rests(CALENDAR, day, closing(CALENDAR, day), at(told), stretches, at(now))
    return found.on if found else None


@pytest.mark.parametrize(
    ("rests", "becomes"),
    [
        ([], None),
        ([("2026-11-03 18:00", "2026-11-10 10:00")], date(2026, 11, 13)),
        ([("2026-11-03 18:00", "2026-11-06 20:00")], date(2026, 11, 11)),
        ([("2026-11-03 18:00", None)], date(2026, 11, 25)),
        ([("2026-11-03 18:00", "2026-11-05 10:00"), ("2026-11-04 18:00", "2026-11-10 10:00")], date(2026, 11, 13)),
        ([("2026-11-03 18:00", "2026-11-05 10:00"), ("2026-11-06 18:00", "2026-11-10 10:00")], date(2026, 11, 12)),
        ([("2026-11-06 18:00", "2026-11-10 10:00")], None),
        ([("2026-10-20 18:00", "2026-11-01 10:00")], None),
        ([("2026-10-20 18:00", "2026-11-04 10:00")], date(2026, 11, 10)),
    ],
    ids=["none", "Tuesday to Tuesday", "answered on Friday evening", "lasts", "overlap is one", "two in a row",
         "began when it was late", "before it was told", "told while it rested"],
)  # fmt: skip
def test_three_days_were_left_of_a_promise_for_friday(
    rests: list[tuple[str, str | None]], becomes: date | None
) -> None:
    """D11, W8: told on Monday 2 November for Friday the 6th."""
    assert moved("2026-11-06", "2026-11-02 10:00", *rests) == becomes


instants = st.integers(0, 365 * 24 * 60).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n))
stretches = st.lists(st.tuples(instants, st.integers(0, 40).map(lambda days: timedelta(days=days))), max_size=6)


@given(stretches)
def test_merged_rests_are_in_order_and_apart(made: list[tuple[datetime, timedelta]]) -> None:
    """D11: no day rests twice."""
    rests = [(begin, begin + length) for begin, length in made]
    found = merged(rests)
    assert all(first[1] < second[0] for first, second in pairwise(found))  # type: ignore[operator]
    assert all(any(a <= begin and end <= b for a, b in found if b) for begin, end in rests)


@given(instants, st.integers(1, 9), st.integers(0, 8), st.integers(0, 30))
def test_no_working_day_is_won_or_lost_by_a_rest(told: datetime, days: int, used: int, rest: int) -> None:
    """D11: before and after the rest there are together as many working days as were promised, never fewer than one."""
    first = told.date()
    on = first + timedelta(days=days)
    begin = min(told + timedelta(days=used), closing(CALENDAR, on) - timedelta(minutes=1))
    end = begin + timedelta(days=rest)
    found = after_rests(CALENDAR, on, closing(CALENDAR, on), told - timedelta(days=1), [(begin, end)], end)
    assert found is not None
    left = working_days_between(CALENDAR, begin.date(), on)
    assert working_days_between(CALENDAR, end.date(), found.on) == max(1, left)
    assert found.on > end.date()


def test_a_stage_rests_while_what_it_needs_is_over_and_a_new_day_is_proposed_when_it_came() -> None:
    """D11 for stages: due on Friday, materials due on Tuesday come on the Tuesday after."""
    story = Story()
    stage = story.stage("2026-10-26 10:00", due="2026-11-06")
    request = story.request("2026-10-29 10:00", "2026-11-03", needed_for=(stage,))
    states = []
    for now in ("2026-11-03 17:00", "2026-11-04 10:00"):
        view = story.view(now)
        states.append(read_stage(view, view.snapshot.stages[0]).state)
    assert states == [StageState.PLANNED, StageState.RESTING]
    story.step(request, "ended", "request.answered", "2026-11-10 10:00")
    view = story.view("2026-11-10 11:00")
    assert read_stage(view, view.snapshot.stages[0]).state is StageState.RESUMED
    found = moved_by_rest(view, view.snapshot.stages[0])
    assert found is not None and found.on == date(2026, 11, 13)


def test_an_edit_goes_on_resting_until_the_last_of_two_requests_is_answered() -> None:
    """D11: the second request was over later and is answered first."""
    story = Story()
    edit = story.edit("2026-11-02 09:30")
    story.promise(edit, "2026-11-02 10:00", "2026-11-06")
    first = story.request("2026-10-29 10:00", "2026-11-03", needed_for=(edit,))
    second = story.request("2026-10-29 10:00", "2026-11-04", needed_for=(edit,))
    story.step(second, "ended", "request.answered", "2026-11-05 10:00")
    view = story.view("2026-11-05 11:00")
    assert read_edit(view, view.snapshot.edits[0]).state is EditState.RESTING
    story.step(first, "ended", "request.answered", "2026-11-06 10:00")
    view = story.view("2026-11-06 11:00")
    read = read_edit(view, view.snapshot.edits[0])
    assert (read.state, read.since) == (EditState.RESUMED, at("2026-11-06 10:00"))
