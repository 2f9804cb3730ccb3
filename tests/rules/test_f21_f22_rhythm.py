"""F21 silence and F22 the golden rule: write first, several times a week, and nag nobody who does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.facts.people import ActiveSpan
from app.facts.terms import WriteFirst
from tests.rules.making import JAVIER, Story, at, day, owner

# --- F21 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "severity", "silent"),
    [
        ("2026-11-18 12:00", None, 0),
        ("2026-11-20 12:00", None, 0),
        ("2026-11-21 12:00", None, 0),
        ("2026-11-23 09:00", "soon", 3),
        ("2026-11-24 09:00", "today", 4),
        ("2026-11-25 09:00", "late", 5),
    ],
)
def test_silence_counts_my_working_days(now: str, severity: str | None, silent: int) -> None:
    story = Story()
    last = story.sent("2026-11-18 10:00")
    flag = story.flag("F21", now)
    assert (flag.severity if flag else None) == severity
    if flag:
        assert (flag.key, flag.reason.values["n"], day(flag)) == (f"F21:11:{last}", silent, "2026-11-24")


def test_my_days_off_are_no_silence() -> None:
    story = Story(me=owner(days_off=[{"from": "2026-11-19", "to": "2026-11-24"}]))
    story.sent("2026-11-18 10:00")
    assert story.flag("F21", "2026-11-26 09:00") is None


def test_a_word_to_somebody_else_does_not_break_it() -> None:
    story = Story()
    story.sent("2026-11-18 10:00")
    story.sent("2026-11-24 10:00", to=JAVIER)
    assert story.severity("F21", "2026-11-25 12:00") == "late"
    story.sent("2026-11-25 13:00")
    assert story.flag("F21", "2026-11-25 13:01") is None


def test_silence_begins_anew_when_the_client_is_back() -> None:
    story = Story()
    story.sent("2026-09-18 10:00")
    story.client = replace(story.client, opened=at("2026-11-23 10:00"))
    assert story.flag("F21", "2026-11-25 12:00") is None


def test_silence_begins_anew_when_work_goes_on() -> None:
    story = Story()
    story.sent("2026-09-18 10:00")
    story.more["stop_or_resume"] = story._step("work.resumed", "2026-11-23 10:00", channel="telegram")
    assert story.flag("F21", "2026-11-25 12:00") is None


@pytest.mark.parametrize(("planned", "raised"), [("2026-11-24 16:00", False), ("2026-11-25 16:00", True)])
def test_a_call_on_or_before_the_day_of_the_most_holds_it_back(planned: str, raised: bool) -> None:
    story = Story()
    story.sent("2026-11-18 10:00")
    story.call(planned)
    assert (story.flag("F21", "2026-11-23 09:00") is not None) is raised


# --- F22 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "now", "owed"),
    [
        ((), "2026-11-18 09:00", None),
        ((), "2026-11-19 09:00", 2),
        ((), "2026-11-20 09:00", 2),
        (("2026-11-16 10:00",), "2026-11-19 09:00", None),
        (("2026-11-16 10:00",), "2026-11-20 09:00", 1),
        (("2026-11-16 10:00", "2026-11-18 10:00"), "2026-11-20 09:00", None),
        (("2026-11-20 08:00",), "2026-11-20 09:00", None),
        ((), "2026-11-21 09:00", None),
        ((), "2026-11-22 09:00", None),
    ],
)
def test_two_a_week(written: tuple[str, ...], now: str, owed: int | None) -> None:
    story = Story()
    for each in written:
        story.sent(each)
    flag = story.flag("F22", now)
    assert (flag.reason.values["n"] if flag else None) == owed
    if flag:
        assert (flag.key, flag.severity) == ("F22:11:2026-W47", "today")


def test_an_answer_is_no_first_message_unless_it_tells_something_more() -> None:
    for more, owed in (({}, 2), ({"also_news": True}, 1)):
        story = Story()
        story.received("2026-11-17 09:30")
        story.sent("2026-11-17 10:00", **more)
        flag = story.flag("F22", "2026-11-20 09:00")
        assert flag is not None
        assert flag.reason.values["n"] == owed


def test_an_answer_that_says_what_is_done_is_also_a_first_message() -> None:
    story = Story()
    edit = story.edit("2026-11-16 09:00")
    story.delivered(edit, "2026-11-17 09:00")
    story.received("2026-11-17 09:30")
    story.sent("2026-11-17 10:00", about=(edit,))
    assert story.view("2026-11-20 09:00").talk.firsts


def test_an_answer_that_only_dates_an_edit_is_not() -> None:
    story = Story()
    edit = story.edit("2026-11-17 09:00")
    story.received("2026-11-17 09:30")
    story.sent("2026-11-17 10:00", about=(edit,))
    assert not story.view("2026-11-20 09:00").talk.firsts


def test_two_messages_within_the_hour_are_one() -> None:
    story = Story()
    story.sent("2026-11-17 10:00")
    story.sent("2026-11-17 10:59")
    story.sent("2026-11-17 11:58")
    assert len(story.view("2026-11-20 09:00").talk.firsts) == 1
    story.sent("2026-11-17 12:58")
    assert len(story.view("2026-11-20 09:00").talk.firsts) == 2


@pytest.mark.parametrize(
    ("off", "active_since", "quota"),
    [
        (None, "2026-09-01 10:00", 2),
        ("2026-11-16", "2026-09-01 10:00", 2),
        (("2026-11-16", "2026-11-18"), "2026-09-01 10:00", 1),
        (("2026-11-16", "2026-11-19"), "2026-09-01 10:00", 0),
        (None, "2026-11-18 12:00", 1),
        (None, "2026-11-20 12:00", 0),
    ],
)
def test_the_quota_shrinks_with_the_week(off: object, active_since: str, quota: int) -> None:
    """2 a week of five days: 4 days 1.6, 3 days 1.2, 2 days 0.8, 1 day 0.4; halves up."""
    days = [] if off is None else [{"from": off}] if isinstance(off, str) else [{"from": off[0], "to": off[1]}]  # type: ignore[index]
    story = Story(me=owner(days_off=days))
    story.client = replace(story.client, active=(ActiveSpan(at(active_since), None),))
    flag = story.flag("F22", "2026-11-20 09:00")
    assert (flag.reason.values["quota"] if flag else 0) == quota


def test_half_a_message_is_one() -> None:
    story = Story(preset=None, me=owner(hours={day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu")}))
    weekly = dict.fromkeys(("mon", "tue", "wed", "thu"), (("09:00", "18:00"),))
    hours = replace(story.terms().my_hours, weekly=weekly)
    story.agreed(since="2026-09-01", my_hours=hours, write_first=WriteFirst(1, 2, 4))
    story.client = replace(story.client, active=(ActiveSpan(at("2026-11-18 12:00"), None),))
    flag = story.flag("F22", "2026-11-19 09:00")
    assert flag is not None
    assert flag.reason.values["quota"] == 1


# --- a month of an owner who keeps what was agreed -----------------------------------------------------------------


def working_mornings(first: date, weeks: int) -> list[date]:
    days = (first + timedelta(days=n) for n in range(7 * weeks))
    return [day for day in days if day.weekday() < 5]


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("written_on", [(0, 3), (1, 3), (1, 4)])
def test_an_ordinary_kept_month_is_disturbed_on_few_mornings(written_on: tuple[int, int], asked: bool) -> None:
    """Two first messages a week; now and then a question on Wednesday, answered within the hour."""
    story = Story(added="2026-10-01 10:00")
    story.sent("2026-10-30 10:00")
    mornings = working_mornings(date(2026, 11, 2), 4)
    for morning in mornings:
        if morning.weekday() in written_on:
            story.sent(f"{morning} 11:00")
        if asked and morning.weekday() == 2:
            story.received(f"{morning} 12:00")
            story.sent(f"{morning} 12:40")
    disturbed = [each for each in mornings if {"F21", "F22"} & {flag.rule for flag in story.flags(f"{each} 09:00")}]
    assert len(mornings) == 20
    assert len(disturbed) <= 4, disturbed
