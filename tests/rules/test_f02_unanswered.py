"""F2: a message waits; the clock runs in my hours from the oldest (C4, W4, W6)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.rules.making import ANA, JAVIER, USUAL, Story, hour, owner


def test_a_message_of_half_past_eleven_is_due_at_half_past_one() -> None:
    story = Story()
    number = story.received("2026-11-20 11:30")
    flag = story.flag("F2", "2026-11-20 11:42")
    assert flag is not None
    assert (flag.key, flag.severity, hour(flag)) == (f"F2:11:{number}", "today", "2026-11-20 13:30")


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-20 16:30", "2026-11-23 09:30"),
        ("2026-11-20 16:00", "2026-11-20 18:00"),
        ("2026-11-21 12:00", "2026-11-23 11:00"),
        ("2026-11-20 06:00", "2026-11-20 11:00"),
        ("2026-10-24 23:00", "2026-10-26 11:00"),
        ("2026-03-27 17:30", "2026-03-30 10:30"),
    ],
)
def test_the_two_hours_are_hours_of_work(received: str, due: str) -> None:
    story = Story(added="2026-03-01 10:00")
    story.received(received)
    assert hour(story.flag("F2", received)) == due


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        ("2026-11-20 16:31", "soon"),
        ("2026-11-21 12:00", "soon"),
        ("2026-11-23 08:59", "today"),
        ("2026-11-23 09:29", "today"),
        ("2026-11-23 09:30", "late"),
        ("2026-11-30 09:00", "late"),
    ],
)
def test_a_message_of_friday_evening_ripens_on_monday(now: str, severity: str) -> None:
    story = Story()
    story.received("2026-11-20 16:30")
    assert story.severity("F2", now) == severity


def test_of_several_messages_the_oldest_counts_and_all_are_answered_together() -> None:
    story = Story()
    first = story.received("2026-11-20 09:10")
    second = story.received("2026-11-20 11:30", "And the price?")
    flag = story.flag("F2", "2026-11-20 11:40")
    assert flag is not None
    assert (hour(flag), flag.about, flag.reason.values["n"]) == ("2026-11-20 11:10", (first, second), 2)
    story.sent("2026-11-20 11:45")
    assert story.flag("F2", "2026-11-20 11:46") is None


def test_once_a_day_means_the_end_of_the_next_working_day() -> None:
    story = Story(preset="calm")
    story.received("2026-11-19 10:00")
    assert hour(story.flag("F2", "2026-11-19 10:01")) == "2026-11-20 18:00"
    assert story.severity("F2", "2026-11-19 10:01") == "soon"


def test_a_message_of_a_saturday_on_duty_is_due_on_that_saturday() -> None:
    story = Story(preset=None)
    window = {
        "from": {"local": "2026-11-21T10:00", "zone": "Europe/Madrid"},
        "to": {"local": "2026-11-21T14:00", "zone": "Europe/Madrid"},
    }
    story.agreed(since="2026-09-01", on_duty=(window,))
    story.received("2026-11-21 09:00")
    assert hour(story.flag("F2", "2026-11-21 09:30")) == "2026-11-21 12:00"


def test_a_holiday_of_mine_is_not_counted() -> None:
    story = Story(me=owner(days_off=[{"from": "2026-12-07", "to": "2026-12-08"}]))
    story.received("2026-12-04 17:00")
    flag = story.flag("F2", "2026-12-05 09:00")
    assert hour(flag) == "2026-12-09 10:00"


def test_a_moved_day_like_a_saturday_is_worked_though_saturdays_are_not_agreed() -> None:
    hours = USUAL | {"sat": [["10:00", "14:00"]]}
    story = Story(me=owner(hours=hours, extra_days=[{"on": "2026-11-22", "as": "sat"}]))
    story.received("2026-11-20 17:00")
    assert hour(story.flag("F2", "2026-11-20 17:40")) == "2026-11-22 10:00"


def test_a_freelancer_in_yekaterinburg_answers_by_the_clock_of_yekaterinburg() -> None:
    story = Story(me=owner(zone="Asia/Yekaterinburg"))
    story.received("2026-11-20 11:30")
    assert hour(story.flag("F2", "2026-11-20 11:31")) == "2026-11-20 13:30"
    story = Story(me=owner(zone="Asia/Yekaterinburg"))
    story.received("2026-11-20 13:00")
    assert hour(story.flag("F2", "2026-11-20 13:01")) == "2026-11-23 06:00"


@pytest.mark.parametrize("mark", [{"no_answer_needed": True}, {"kind": "edit.returned"}])
def test_marked_messages_and_acts_do_not_wait(mark: dict[str, Any]) -> None:
    story = Story()
    story.received("2026-11-20 11:30")
    story.talk[-1] = replace(story.talk[-1], **mark)
    assert story.flag("F2", "2026-11-20 12:00") is None


def test_a_thumb_of_mine_is_no_answer() -> None:
    story = Story()
    story.received("2026-11-20 11:30")
    story.sent("2026-11-20 11:35", "👍", no_answer_needed=True)
    assert story.severity("F2", "2026-11-20 12:00") == "today"


def test_writing_to_somebody_else_is_no_answer_to_the_contact() -> None:
    story = Story()
    story.received("2026-11-20 11:30")
    story.sent("2026-11-20 11:35", to=JAVIER)
    assert story.flag("F2", "2026-11-20 12:00") is not None


def test_in_a_group_only_the_contact_waits() -> None:
    story = Story()
    story.received("2026-11-20 11:30", by=JAVIER, group=True)
    assert story.flag("F2", "2026-11-20 12:00") is None
    assert story.flag("F7", "2026-11-20 12:00") is None
    story.received("2026-11-20 11:40", group=True)
    assert story.flag("F2", "2026-11-20 12:00") is not None


def test_who_was_the_contact_when_it_was_written_decides() -> None:
    story = Story()
    story.contact(JAVIER, since="2026-11-20 10:00")
    story.received("2026-11-20 09:30", by=12)
    story.received("2026-11-20 10:30", by=12)
    flag = story.flag("F2", "2026-11-20 10:40")
    assert flag is not None
    assert flag.reason.values["n"] == 1
    assert story.flag("F7", "2026-11-20 10:40") is not None
    story.sent("2026-11-20 10:50", to=JAVIER)
    assert story.flag("F2", "2026-11-20 10:51") is None


def test_without_a_contact_the_signer_waits() -> None:
    story = Story()
    story.contacts = []
    story.client = replace(story.client, signer=ANA)
    story.received("2026-11-20 11:30", by=ANA)
    assert story.flag("F2", "2026-11-20 11:40") is not None


def test_the_words_of_the_client_are_quoted_on_one_line() -> None:
    story = Story()
    story.received("2026-11-20 11:30", "When is\n the  label ready?")
    flag = story.flag("F2", "2026-11-20 11:40")
    assert flag is not None
    assert flag.reason.values["quote"] == "When is the label ready?"


def test_a_long_text_is_cut_at_a_word() -> None:
    story = Story()
    story.received("2026-11-20 11:30", "word " * 100)
    flag = story.flag("F2", "2026-11-20 11:40")
    assert flag is not None
    quote = str(flag.reason.values["quote"])
    assert quote.endswith("word…") and len(quote) <= 121


def test_terms_of_the_moment_count_not_those_of_today() -> None:
    story = Story(preset="urgent")
    story.agreed("calm", since="2026-11-20")
    story.received("2026-11-19 17:30")
    assert hour(story.flag("F2", "2026-11-20 09:00")) == "2026-11-20 09:30"
