"""What became of the dates told for an edit (W10): one result each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.facts.work import Delivery, Edit, Mention, Promise, Step, Told
from app.rules.promise_results import (
    Result,
    Round,
    ToldDate,
    binding_date,
    result_of,
    result_of_round,
    rounds_of,
    tally,
)
from tests.rules.making_rounds import edit_round, noon, told

NOW = datetime(2026, 5, 29, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("edit", "result"),
    [
        (edit_round(told(11, 15), delivered=15), Result.KEPT),
        (edit_round(told(11, 13), told(12, 15), delivered=13), Result.KEPT),
        (edit_round(told(11, 13), told(12, 15), delivered=15), Result.MOVED_IN_TIME),
        (edit_round(told(11, 13), told(14, 18), delivered=18), Result.MOVED_LATE),
        (edit_round(told(11, 13), told(14, 18), delivered=19), Result.MISSED),
        (edit_round(told(11, 13), delivered=14), Result.MISSED),
        (edit_round(told(11, 13)), Result.MISSED),
        (edit_round(told(11, 13), told(14, 30)), None),
        (edit_round(told(11, 29)), None),
        (edit_round(), None),
        (edit_round(told(11, 13), told(20, 22), delivered=22, rests=((12, 19),)), Result.MOVED_IN_TIME),
        (edit_round(told(11, 13), told(20, 22), delivered=22, rests=((11, 12),)), Result.MOVED_LATE),
    ],
)
def test_every_edit_has_one_result(edit: Round, result: Result | None) -> None:
    assert result_of_round(edit, NOW) is result


def test_delivered_at_the_closing_is_kept_and_a_second_later_is_not() -> None:
    closing = datetime(2026, 5, 15, 15, 0, tzinfo=UTC)
    for late, result in ((0, Result.KEPT), (1, Result.MISSED)):
        edit = Round(item=7, begun=noon(1), told=(told(11, 15),), delivered=closing + timedelta(seconds=late))
        assert result_of_round(edit, NOW) is result


def test_a_date_told_at_the_very_closing_of_the_old_one_is_told_late() -> None:
    at_closing = ToldDate(at=told(11, 13).closing, on=date(2026, 5, 15), closing=told(13, 15).closing)
    assert binding_date(edit_round(told(11, 13), at_closing)) == told(11, 13)


def test_in_time_is_kept_and_moved_in_time() -> None:
    found = tally([Result.KEPT, Result.KEPT, Result.MOVED_IN_TIME, Result.MOVED_LATE, Result.MISSED, None])
    assert (found.kept, found.moved_in_time, found.moved_late, found.missed) == (2, 1, 1, 1)
    assert (found.in_time, found.judged) == (3, 5)


def given_date(entry: int, at: int, on: int, *, provisional: bool = False, told_at: int | None = 0) -> Promise:
    closing = datetime(2026, 5, on, 15, 0, tzinfo=UTC)
    said = None if told_at is None else Told(at=noon(told_at or at), entry=entry)
    return Promise(entry=entry, at=noon(at), on=date(2026, 5, on), closing=closing, provisional=provisional, told=said)


def edit(promises: tuple[Promise, ...], deliveries: tuple[int, ...] = (), returns: tuple[int, ...] = ()) -> Edit:
    return Edit(
        number=7,
        client=1,
        begun=noon(1),
        recorded=noon(1),
        open=True,
        title="Change the banner",
        text="Change the banner",
        promises=promises,
        deliveries=tuple(Delivery(entry=100 + day, at=noon(day)) for day in deliveries),
        returns=tuple(Step(entry=200 + day, kind="edit.returned", at=noon(day)) for day in returns),
    )


def untold(entry: int, at: int, on: int) -> Promise:
    return replace(given_date(entry, at, on), told=None)


def test_a_date_written_down_first_is_told_by_the_next_message_about_its_edit() -> None:
    unsaid = edit((untold(8, 11, 13),))
    assert rounds_of(unsaid) == ()
    said = replace(unsaid, mentions=(Mention(entry=9, at=noon(12)),))
    assert rounds_of(said)[0].told == (told(12, 13),)
    assert rounds_of(replace(unsaid, mentions=(Mention(entry=9, at=noon(12), to=44),))) == ()


def test_a_date_that_was_replaced_before_it_was_told_was_never_told() -> None:
    said = replace(edit((untold(8, 11, 13), untold(9, 12, 15))), mentions=(Mention(entry=10, at=noon(12)),))
    assert rounds_of(said)[0].told == (told(12, 15),)


def test_a_returned_edit_is_judged_by_its_worst_round() -> None:
    twice = edit((given_date(8, 11, 13), given_date(9, 18, 20)), deliveries=(13, 22), returns=(15,))
    assert [len(each.told) for each in rounds_of(twice)] == [1, 1]
    assert result_of(twice, NOW) is Result.MISSED
    kept = edit((given_date(8, 11, 13), given_date(9, 18, 20)), deliveries=(13, 20), returns=(15,))
    assert result_of(kept, NOW) is Result.KEPT


def test_provisional_and_untold_dates_bind_nobody() -> None:
    only = edit((given_date(8, 11, 13, provisional=True), given_date(9, 11, 14, told_at=None)), deliveries=(20,))
    assert result_of(only, NOW) is None


def test_a_withdrawn_edit_has_no_result() -> None:
    dropped = Round(item=7, begun=noon(1), told=(told(11, 13),), dropped=noon(12))
    assert result_of_round(dropped, NOW) is None
