"""An item as it stood at an instant: what a paper of a past week looks at (5.1, D5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.facts.item import Delivery, Mention, Step
from app.facts.plan import Goal, Reading, Risk, Stage, StageDate
from app.facts.work import AnyItem, Asked, Edit, Promise, Request
from app.rules.as_of import as_of, items_as_of

BEGUN = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOURS = st.integers(0, 400)


def hour(n: int) -> datetime:
    return BEGUN + timedelta(hours=n)


def step(n: int, kind: str = "stage.accepted") -> Step:
    return Step(entry=100 + n, kind=kind, at=hour(n))


def shared(number: int) -> dict[str, Any]:
    return {"number": number, "client": 1, "begun": BEGUN, "recorded": BEGUN, "open": True, "title": "Form"}


def stage(*, moved: int = 50, delivered: int = 60, accepted: int = 70) -> Stage:
    dates = (
        StageDate(entry=1, at=BEGUN, on=date(2026, 11, 6)),
        StageDate(entry=2, at=hour(moved), on=date(2026, 11, 20), cause="client"),
    )
    return Stage(**shared(1), dates=dates, deliveries=(Delivery(entry=3, at=hour(delivered)),),
                 accepted=step(accepted), by_silence=True)  # fmt: skip


def all_nouns() -> tuple[AnyItem, ...]:
    edit = Edit(**shared(2), text="x", promises=(Promise(entry=4, at=hour(5), on=date(2026, 11, 5), closing=hour(80)),),
                deliveries=(Delivery(entry=5, at=hour(30)),), returns=(step(40, "edit.returned"),),
                ended=step(90, "edit.accepted"), mentions=(Mention(entry=9, at=hour(31)),))  # fmt: skip
    request = Request(**shared(3), kind="material", items=(Asked(1, "photo"),), answered_items=(1,),
                      answers=(step(20, "request.answered"),), ended=step(20, "request.answered"))  # fmt: skip
    reading = Reading(entry=6, at=hour(33), on=date(2026, 11, 3), value="5")
    goal = Goal(**shared(4), metric="m", base="0", target="9", since=date(2026, 11, 1), by=date(2026, 12, 1),
                readings=(reading,), closed=step(99, "goal.closed"))  # fmt: skip
    risk = Risk(**shared(5), text="r", warnings=(step(10, "risk.warned"),), passed=step(77, "risk.passed"))
    return stage(), edit, request, goal, risk


def test_a_move_and_a_delivery_that_came_later_are_not_there_yet() -> None:
    then = as_of(stage(), hour(55))
    assert isinstance(then, Stage)
    assert [each.on for each in then.dates] == [date(2026, 11, 6), date(2026, 11, 20)]
    assert (then.deliveries, then.accepted, then.by_silence) == ((), None, False)


def test_a_request_that_was_answered_later_misses_its_lines() -> None:
    request = all_nouns()[2]
    then, now = as_of(request, hour(19)), as_of(request, hour(20))
    assert isinstance(then, Request)
    assert isinstance(now, Request)
    assert (then.missing, then.ended) == (("photo",), None)
    assert (now.missing, now.ended) == ((), request.ended if isinstance(request, Request) else None)


def test_what_had_not_begun_is_left_out() -> None:
    assert items_as_of(all_nouns(), BEGUN - timedelta(seconds=1)) == ()


@given(HOURS)
def test_with_everything_past_an_item_is_as_it_is(n: int) -> None:
    assert items_as_of(all_nouns(), hour(100 + n)) == all_nouns()


@given(HOURS, HOURS)
def test_looking_twice_is_looking_from_the_earlier_instant(a: int, b: int) -> None:
    def twice(items: Sequence[AnyItem]) -> tuple[AnyItem, ...]:
        return items_as_of(items_as_of(items, hour(a)), hour(b))

    assert twice(all_nouns()) == items_as_of(all_nouns(), hour(min(a, b)))
