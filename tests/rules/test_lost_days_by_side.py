"""Lost days of both sides (W10): stages with the causes of their moves, and what neither side caused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.item import Delivery
from app.facts.plan import Stage, StageDate
from app.facts.work import Step
from app.rules.lost_days import Claim, claimed_days, lost_days, stage_claims
from app.rules.statistics.lost import claims_of
from app.rules.working_time import is_working_day
from tests.rules.making_history import Past
from tests.rules.making_rounds import noon
from tests.rules.making_work import at
from tests.rules.test_lost_days import CALENDAR, TODAY, ZONE

BEGIN = date(2026, 5, 1)


def stage(due: int, *moves: tuple[int, int, str], delivered: int | None = None, told: bool = True) -> Stage:
    """A stage for a day of May; `moves` are (told on, new day, cause)."""
    dates = [StageDate(entry=1, at=noon(1), on=date(2026, 5, due))]
    dates += [StageDate(entry=2, at=noon(at), on=date(2026, 5, on), cause=cause, told=told) for at, on, cause in moves]
    given_over = (Delivery(entry=3, at=noon(delivered)),) if delivered else ()
    return Stage(
        number=7, client=1, begun=noon(1), recorded=noon(1), open=True, title="Launch",
        dates=tuple(dates), deliveries=given_over,
    )  # fmt: skip


def booked(found: Stage, rests: tuple[tuple[int, int | None], ...] = ()) -> dict[str, list[int]]:
    """Days of May by the side that lost them."""
    rested = tuple((noon(a), noon(b) if b else None) for a, b in rests)
    by_side: dict[str, list[int]] = {}
    for side, claim in stage_claims(found, ZONE, TODAY, rested):
        by_side.setdefault(side.value, []).extend(day.day for day in claimed_days(CALENDAR, claim))
    return {side: listed for side, listed in by_side.items() if listed}


CASES = [
    ("delivered on its day", stage(14, delivered=14), {}),
    ("delivered late: mine, the day of delivery too", stage(14, delivered=19), {"me": [15, 18, 19]}),
    ("late and open: today does not count", stage(26), {"me": [27, 28]}),
    ("moved before its day", stage(14, (13, 19, "me"), delivered=19), {}),
    ("moved in time, then late", stage(14, (13, 19, "me"), delivered=20), {"me": [20]}),
    ("a move that nobody told binds nobody", stage(14, (13, 19, "me"), delivered=15, told=False), {"me": [15]}),
    ("moved late by me shortens nothing", stage(14, (15, 19, "me"), delivered=19), {"me": [15, 18, 19]}),
    ("moved late by the client", stage(14, (15, 19, "client"), delivered=20), {"client": [15, 18, 19], "me": [20]}),
    ("moved late by a third party", stage(14, (15, 19, "third_party"), delivered=19), {"nobody": [15, 18, 19]}),
    ("moved late from outside, delivered before", stage(14, (15, 19, "outside"), delivered=18), {"nobody": [15, 18]}),
    ("agreed anew", stage(14, (15, 19, "new_agreement"), delivered=20), {"me": [20]}),
    (
        "twice, once by each",
        stage(14, (15, 18, "me"), (18, 20, "client"), delivered=21),
        {"me": [15, 18, 21], "client": [19, 20]},
    ),
]


@pytest.mark.parametrize(("story", "found", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_late_stage_costs_the_one_who_caused_it(story: str, found: Stage, expected: dict[str, list[int]]) -> None:
    """W10."""
    assert booked(found) == expected, story


def test_days_on_which_my_clock_rested_are_not_mine() -> None:
    """D11."""
    assert booked(stage(14, delivered=20), rests=((14, 18),)) == {"me": [19, 20]}


def test_a_stage_without_a_day_costs_nobody_anything() -> None:
    empty = Stage(number=7, client=1, begun=noon(1), recorded=noon(1), open=True, title="Launch")
    assert stage_claims(empty, ZONE, TODAY) == ()


def test_both_sides_are_always_there_with_their_causes() -> None:
    """D12: an overdue request is theirs by its sort, a late edit is mine."""
    past = Past()
    past.request("2026-11-02 10:00", "2026-11-05")
    edit = past.edit("2026-11-02 10:00", "Prices")
    past.promise(edit, "2026-11-02 11:00", "2026-11-04")
    past.delivered(edit, "2026-11-06 11:00", told=True)
    lost = past.figures("2026-11-10 12:00").lost
    assert (lost.theirs.total, lost.theirs.causes) == (2, (("material", 2),))
    assert (lost.mine.total, lost.mine.causes) == (2, (("edit", 2),))
    assert [(each.title, each.days) for each in lost.mine.items] == [("Prices", 2)]
    assert lost.others.total == 0


def test_a_period_shows_its_own_lost_days_only() -> None:
    past = Past()
    past.request("2026-10-26 10:00", "2026-10-29")
    lost = past.figures("2026-11-10 12:00", "2026-11-01", "2026-11-30").lost
    assert (lost.theirs.total, lost.theirs.days[0]) == (6, date(2026, 11, 2))


def test_every_claim_of_a_client_has_one_side() -> None:
    past = Past()
    past.stage("2026-11-02 10:00", due="2026-11-04")
    past.request("2026-11-02 10:00", "2026-11-05")
    found = claims_of(past.history("2026-11-10 12:00"), ZONE)
    assert [len(found.client), len(found.me), len(found.nobody)] == [1, 1, 0]


claim = st.builds(
    lambda item, cause, after, length: Claim(
        item=item,
        begun=noon(1 + item),
        cause=cause,
        after=BEGIN + timedelta(days=after),
        until=BEGIN + timedelta(days=after + length),
    ),
    st.integers(1, 9),
    st.sampled_from(["material", "access", "edit", "stage"]),
    st.integers(0, 25),
    st.integers(0, 14),
)


@given(st.lists(claim, max_size=12))
def test_a_day_counts_once_in_all_and_is_booked_to_the_oldest_that_claims_it(claims: list[Claim]) -> None:
    """W10."""
    lost = lost_days(CALENDAR, claims)
    items = {each.item for each in claims}
    assert len({each.on for each in lost.days}) == lost.total == sum(map(lost.of, items))
    for day in lost.days:
        assert is_working_day(CALENDAR, day.on)
        claiming = [each for each in claims if day.on in claimed_days(CALENDAR, each)]
        assert day.item == min(claiming, key=lambda each: (each.begun, each.item)).item
        assert set(day.causes) == {each.cause for each in claiming}
    assert (
        all(count <= lost.total for count in lost.by_cause().values()) and sum(lost.by_cause().values()) >= lost.total
    )


moves = st.lists(
    st.tuples(st.integers(2, 25), st.integers(0, 6), st.sampled_from(["me", "client", "third_party", "outside"])),
    max_size=4,
)


@given(st.integers(2, 20), moves, st.one_of(st.none(), st.integers(2, 28)))
def test_no_day_of_a_stage_is_booked_to_two_sides(
    due: int, moved: list[tuple[int, int, str]], delivered: int | None
) -> None:
    """W10: whatever moved it, a day before its delivery has one cause at most."""
    told = [(at, min(28, at + ahead), cause) for at, ahead, cause in sorted(moved)]
    found = [day for listed in booked(stage(due, *told, delivered=delivered)).values() for day in listed]
    assert len(found) == len(set(found))
    assert all(day <= (delivered or TODAY.day) for day in found)


def test_while_work_was_stopped_no_day_is_mine() -> None:
    """C5, D11: stopped from Thursday to Monday; only the Tuesday and the day of delivery were mine."""
    past = Past()
    edit = past.edit("2026-11-02 10:00", "Prices")
    past.promise(edit, "2026-11-02 11:00", "2026-11-04")
    past.turns.append(Step(entry=901, kind="work.stopped", at=at("2026-11-05 09:00")))
    past.turns.append(Step(entry=902, kind="work.resumed", at=at("2026-11-09 10:00")))
    past.delivered(edit, "2026-11-11 11:00", told=True)
    assert [day.day for day in past.figures("2026-11-13 12:00").lost.mine.days] == [10, 11]


def test_a_promise_whose_day_came_while_work_was_stopped_is_not_missed() -> None:
    """C5: F4 rests, and so does its verdict."""
    past = Past()
    past.promise(past.edit("2026-11-02 10:00"), "2026-11-02 11:00", "2026-11-06")
    past.turns.append(Step(entry=901, kind="work.stopped", at=at("2026-11-05 09:00")))
    assert past.figures("2026-11-13 12:00").promises.total.judged == 0
