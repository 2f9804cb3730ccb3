"""F14: the client owes; on the due day, then one step of the ladder per working day, the telephone last."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.flags import Ball
from app.rules.flags.cards import is_listed
from tests.rules.making import JAVIER, Story, hour


def test_before_the_due_day_it_stands_only_under_they_owe_me() -> None:
    story = Story()
    story.request("2026-11-16 10:00")
    flag = story.flag("F14", "2026-11-18 10:00")
    assert flag is not None
    assert (flag.severity, is_listed(flag), flag.ball) == ("later", False, "client")


def test_on_its_due_day_it_is_said() -> None:
    story = Story()
    number = story.request("2026-11-16 10:00")
    flag = story.flag("F14", "2026-11-19 00:00")
    assert flag is not None
    assert (flag.key, flag.severity, hour(flag)) == (f"F14:11:{number}/0", "today", "2026-11-19 18:00")
    story.reminded(number, "2026-11-19 10:00")
    assert story.flag("F14", "2026-11-19 10:01") is None


@pytest.mark.parametrize(
    ("now", "reminders", "step", "channel"),
    [
        ("2026-11-20 09:00", (), 1, "telegram"),
        ("2026-11-20 09:00", ("2026-11-19 10:00",), 1, "telegram"),
        ("2026-11-20 12:00", ("2026-11-20 10:00",), None, None),
        ("2026-11-21 12:00", ("2026-11-20 10:00",), None, None),
        ("2026-11-23 09:00", ("2026-11-20 10:00",), 2, "email"),
        ("2026-11-24 09:00", ("2026-11-20 10:00", "2026-11-23 10:00"), 3, "phone"),
        ("2026-11-25 09:00", ("2026-11-20 10:00", "2026-11-23 10:00", "2026-11-24 10:00"), None, None),
        ("2026-11-26 09:00", ("2026-11-20 10:00", "2026-11-23 10:00", "2026-11-24 10:00"), 4, "phone"),
        ("2026-11-30 09:00", (), 1, "telegram"),
    ],
)
def test_the_ladder(now: str, reminders: tuple[str, ...], step: int | None, channel: str | None) -> None:
    story = Story()
    number = story.request("2026-11-16 10:00")
    for each in reminders:
        story.reminded(number, each)
    flag = story.flag("F14", now)
    if step is None:
        assert flag is None
        return
    assert flag is not None and flag.channel is not None
    assert (flag.key, flag.severity, flag.channel.channel) == (f"F14:11:{number}/{step}", "late", channel)
    assert (flag.channel.step, flag.channel.steps, flag.draft) == (min(step, 3), 3, f"f14_{min(step, 3)}")


def test_a_word_about_it_is_a_reminder_and_other_words_are_not() -> None:
    story = Story()
    number = story.request("2026-11-16 10:00")
    story.sent("2026-11-20 10:00")
    assert story.flag("F14", "2026-11-20 10:01") is not None
    story.sent("2026-11-20 11:30", about=(number,))
    assert story.flag("F14", "2026-11-20 11:31") is None


def test_two_reminders_on_one_day_are_one_step() -> None:
    story = Story()
    number = story.request("2026-11-16 10:00")
    story.reminded(number, "2026-11-20 10:00")
    story.reminded(number, "2026-11-20 16:00")
    flag = story.flag("F14", "2026-11-23 09:00")
    assert flag is not None
    assert flag.key == f"F14:11:{number}/2"


@pytest.mark.parametrize("kind", ["request.answered", "request.waived", "request.withdrawn"])
def test_it_ends(kind: str) -> None:
    story = Story()
    number = story.request("2026-11-16 10:00")
    story.step(number, "ended", kind, "2026-11-20 10:00")
    assert story.flag("F14", "2026-11-20 10:01") is None


def test_a_delivery_asks_for_acceptance_once_on_its_last_day() -> None:
    story = Story()
    edit = story.edit("2026-11-12 10:00")
    number = story.delivered(edit, "2026-11-16 12:00", told=True)
    assert story.flag("F14", "2026-11-18 23:00") is None
    flag = story.flag("F14", "2026-11-19 09:00")
    assert flag is not None
    assert (flag.key, flag.reason.code, flag.severity) == (f"F14:11:{number}/1", "f14_acceptance", "today")
    assert story.flag("F14", "2026-11-20 09:00") is None


def test_without_agreed_channels_the_step_goes_where_they_can_be_reached() -> None:
    story = Story(preset=None)
    story.request("2026-11-16 10:00")
    story.received("2026-11-16 12:00", channel="vk")
    flag = story.flag("F14", "2026-11-20 09:00")
    assert flag is not None and flag.channel is not None
    assert flag.channel.channel == "vk"


def test_d10_what_was_asked_of_a_third_party_is_theirs_to_bring() -> None:
    story = Story()
    story.people[1] = replace(story.people[1], third_party=True)
    request = story.request("2026-11-11 10:00", due="2026-11-16")
    assert [each.ball for each in story.all("F14", "2026-11-18 10:00")] == [Ball.CLIENT]
    story.items[request] = replace(story.items[request], person=JAVIER)
    assert [each.ball for each in story.all("F14", "2026-11-18 10:00")] == [Ball.THIRD_PARTY]


def test_f14_a_stop_ends_the_ladder_of_what_was_overdue_and_of_nothing_else() -> None:
    story = Story()
    story.request("2026-11-11 10:00", due="2026-11-16")
    later = story.request("2026-11-16 10:00", due="2026-11-19")
    story.stopped("2026-11-18 10:00", channel="telegram")
    assert [each.item for each in story.all("F14", "2026-11-20 10:00")] == [later]
    story.more["stopped"] = None
    assert len(story.all("F14", "2026-11-20 10:00")) == 2
