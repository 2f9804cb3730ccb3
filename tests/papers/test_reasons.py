"""Why somebody must be written to: since when, what, by when, in three languages (3.2, 6.15)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.papers.reasons import REASONS, due_words, reason_sentence
from app.words import words_for

MADRID = ZoneInfo("Europe/Madrid")
EN, RU, ES = words_for("en", 2026), words_for("ru", 2026), words_for("es", 2026)
NOW = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=MADRID).astimezone(UTC)


def _say(code: str, words: object = EN, **values: object) -> str:
    assert isinstance(words, type(EN))
    return reason_sentence(words, code, values, MADRID, NOW)


def test_an_unanswered_message_is_quoted_with_its_hour() -> None:
    said = _say("f2", since=_at(19, 17, 20), quote="Когда будет макет этикетки?")
    assert said == "No answer since Thursday, 19 November, 17:20: «Когда будет макет этикетки?»"


def test_a_delivery_of_today_is_said_by_its_hour_alone() -> None:
    assert _say("f6", title="Этикетка", at=_at(20, 10, 5)) == "Edit «Этикетка» delivered at 10:05, not told yet"


def test_a_delivery_of_another_day_is_said_with_its_day() -> None:
    said = _say("f6", title="Label", at=_at(19, 10, 5))
    assert said == "Edit «Label» delivered on Thursday, 19 November, at 10:05, not told yet"


def test_a_promise_of_today_is_said_so() -> None:
    assert _say("f4", title="Label", due=date(2026, 11, 20)) == "Edit «Label» is promised for today"
    assert _say("f4", title="Label", due=_at(20, 18, 0)) == "Edit «Label» is promised for today"
    assert _say("f4", title="Label", due=_at(24, 18, 0)) == "Edit «Label» is promised for Tuesday, 24 November"


def test_what_they_owe_is_listed() -> None:
    said = _say("f14", items=("12 room photos", "map access"), since=date(2026, 11, 10))
    assert said == "They owe 12 room photos and map access since Tuesday, 10 November"


def test_the_right_to_stop_names_the_agreement() -> None:
    said = _say("f15", since=date(2026, 11, 11), version=2)
    assert said == "You may stop work since Wednesday, 11 November (agreement 2)"


def test_a_sheet_goes_out_on_its_weekday() -> None:
    assert _say("f19", week=47, on=date(2026, 11, 20)) == "The sheet for week 47 goes out on Fridays"


def test_silence_is_counted_in_working_days() -> None:
    said = _say("f21", n=2, last=date(2026, 11, 18))
    assert said == "2 working days of silence, last contact on Wednesday, 18 November"
    assert _say("f21", n=1, last=date(2026, 11, 18)).startswith("1 working day of silence")


def test_a_channel_is_called_by_its_name() -> None:
    assert _say("f8_no_text", channel="in_person", at=_at(20, 9, 0)).startswith("They wrote in In person")


def test_a_call_says_what_it_still_needs() -> None:
    said = _say("f9", on=date(2026, 11, 24), missing=("topic", "channel"))
    assert said == "The call on Tuesday, 24 November still needs a topic and a channel"


def test_a_variant_without_a_sentence_takes_that_of_its_rule() -> None:
    assert _say("f18_somehow", title="Texts", due=date(2026, 11, 24)) == "Stage «Texts» is due on Tuesday, 24 November"


def test_a_rule_of_a_newer_version_is_named_by_its_code() -> None:
    assert _say("f99_new") == "F99_NEW"


@pytest.mark.parametrize("code", REASONS)
@pytest.mark.parametrize("words", [EN, RU, ES], ids=["en", "ru", "es"])
def test_every_reason_can_be_said_in_every_language(code: str, words: object) -> None:
    days = dict.fromkeys(("since", "at", "last", "until"), _at(19, 17, 20)) | dict.fromkeys(
        ("due", "on", "first", "end", "day", "month"), date(2026, 11, 24)
    )
    lists = dict.fromkeys(("items", "topics"), ("one", "two")) | {"missing": ("topic",)}
    texts = dict.fromkeys(("title", "quote", "person", "contact", "metric", "value", "off"), "words")
    numbers = dict.fromkeys(("version", "week", "n", "done", "quota"), 2)
    said = _say(code, words, channel="telegram", **days, **lists, **texts, **numbers)
    assert "{" not in said
    assert "!" not in said


@pytest.mark.parametrize(
    ("severity", "due", "late", "expected"),
    [
        ("late", _at(20, 10, 20), {"late_minutes": 82}, "late 1 h 22 min"),
        ("late", _at(10, 18, 0), {"late_days": 7, "late_minutes": 3000}, "late 7 working days"),
        ("late", _at(10, 18, 0), {"late_days": 1}, "late 1 working day"),
        ("late", _at(20, 11, 42), {"late_minutes": 0}, "now"),
        ("today", _at(20, 12, 5), {}, "today by 12:05"),
        ("soon", _at(24, 18, 0), {}, "by Tue 24 Nov"),
        ("soon", _at(20, 18, 0), {}, "today by 18:00"),
    ],
)
def test_by_when_is_said_in_a_few_words(severity: str, due: datetime, late: dict[str, int], expected: str) -> None:
    assert due_words(EN, severity, due, NOW, MADRID, **late) == expected
