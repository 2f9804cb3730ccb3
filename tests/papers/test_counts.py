"""A count is said, not only drawn (6.15)."""

from __future__ import annotations

from datetime import date

from app.facts.work import CountedDay
from app.papers.counts import count_for_client, count_lines, count_sentence
from app.words import words_for

EN = words_for("en", 2026)


def _day(day: int, is_: str, why: str = "") -> CountedDay:
    return CountedDay(date(2026, 11, day), is_, why)


WEEKEND = (_day(20, "received"), _day(21, "off"), _day(22, "off"), _day(23, "full"), _day(24, "full"), _day(25, "due"))


def test_a_count_over_a_weekend_is_said_day_by_day() -> None:
    assert count_sentence(EN, WEEKEND) == (
        "Received Friday, 20 November. Off: Saturday and Sunday. "
        "Full days: Monday and Tuesday. Due Wednesday, 25 November."
    )


def test_every_calendar_day_of_a_count_has_its_line_and_full_days_their_number() -> None:
    """W8."""
    assert count_lines(EN, WEEKEND) == [
        "Fri 20 Nov: received",
        "Sat 21 Nov: day off",
        "Sun 22 Nov: day off",
        "Mon 23 Nov: full day 1",
        "Tue 24 Nov: full day 2",
        "Wed 25 Nov: due",
    ]


def test_a_holiday_is_named() -> None:
    lines = (_day(20, "received"), _day(23, "off", "Local feast"), _day(24, "due"))
    assert "Off: Monday (Local feast)." in count_sentence(EN, lines)
    assert count_lines(EN, lines)[1] == "Mon 23 Nov: day off, Local feast"


def test_a_count_longer_than_a_week_says_dates() -> None:
    lines = (_day(2, "received"), _day(3, "full"), _day(10, "full"), _day(11, "due"))
    assert "Full days: Tue 3 Nov and Tue 10 Nov." in count_sentence(EN, lines)
    assert count_for_client(EN, lines) == "I count 2 full working days."


def test_a_client_is_told_the_full_days() -> None:
    assert count_for_client(EN, WEEKEND) == "I count 2 full working days, Monday and Tuesday."


def test_a_count_without_full_days_needs_no_words() -> None:
    assert count_for_client(EN, (_day(20, "received"), _day(20, "due"))) == ""
