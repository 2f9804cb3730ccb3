"""Days as a person types them, in three languages, on Friday, 20 November 2026."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words.day_words import day_typed, moment_typed

FRIDAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))


@pytest.mark.parametrize(
    ("typed", "language", "day"),
    [
        ("wed", "en", date(2026, 11, 25)),
        ("by Wednesday", "en", date(2026, 11, 25)),
        ("fri", "en", date(2026, 11, 27)),
        ("25", "en", date(2026, 11, 25)),
        ("19", "en", date(2026, 12, 19)),
        ("31", "en", date(2026, 12, 31)),
        ("in 2 days", "en", date(2026, 11, 22)),
        ("in a week", "en", date(2026, 11, 27)),
        ("tomorrow", "en", date(2026, 11, 21)),
        ("25 nov", "en", date(2026, 11, 25)),
        ("Wed 25 Nov", "en", date(2026, 11, 25)),
        ("Wednesday, 25 November", "en", date(2026, 11, 25)),
        ("3 mar", "en", date(2027, 3, 3)),
        ("2026-12-01", "en", date(2026, 12, 1)),
        ("1.12.", "en", date(2026, 12, 1)),
        ("1.2.27", "en", date(2027, 2, 1)),
        ("ср", "ru", date(2026, 11, 25)),
        ("в среду", "ru", date(2026, 11, 25)),
        ("к 25 ноября", "ru", date(2026, 11, 25)),
        ("через 2 дня", "ru", date(2026, 11, 22)),
        ("через неделю", "ru", date(2026, 11, 27)),
        ("послезавтра", "ru", date(2026, 11, 22)),
        ("май", "ru", None),
        ("mié", "es", date(2026, 11, 25)),
        ("el miércoles 25 de noviembre", "es", date(2026, 11, 25)),
        ("mar", "es", date(2026, 11, 24)),
        ("en 2 días", "es", date(2026, 11, 22)),
        ("mañana", "es", date(2026, 11, 21)),
        ("wed", "ru", date(2026, 11, 25)),
    ],
)  # fmt: skip
def test_a_day_ahead_is_understood(typed: str, language: str, day: date | None) -> None:
    assert day_typed(typed, FRIDAY, language) == day


NO_DAYS = ["", "soon", "32", "30 feb", "25 25 nov", "2026-13-01", "вт", "99999999999", "in x days"]


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_no_day_in_english_is_none(typed: str) -> None:
    assert day_typed(typed, FRIDAY, "en") is None


@pytest.mark.parametrize(
    ("typed", "language", "at"),
    [
        ("@yesterday 16:00", "en", "2026-11-19T16:00"),
        ("16:00", "en", "2026-11-20T16:00"),
        ("now", "en", "2026-11-20T11:42"),
        ("fri 9:05", "en", "2026-11-20T09:05"),
        ("wed", "en", "2026-11-18T12:00"),
        ("2 days ago 10:20", "en", "2026-11-18T10:20"),
        ("вчера 16:00", "ru", "2026-11-19T16:00"),
        ("в среду в 10:20", "ru", "2026-11-18T10:20"),
        ("ayer a las 16:00", "es", "2026-11-19T16:00"),
        ("hace 2 días 10:20", "es", "2026-11-18T10:20"),
        ("25 nov 10:00", "en", "2025-11-25T10:00"),
    ],
)
def test_a_moment_that_has_passed_is_understood(typed: str, language: str, at: str) -> None:
    found = moment_typed(typed, NOW, language)
    assert found is not None
    assert f"{found:%Y-%m-%dT%H:%M}" == at


@pytest.mark.parametrize("typed", ["", "@", "25:00", "16:75", "whenever 16:00"])
def test_what_is_no_moment_is_none(typed: str) -> None:
    assert moment_typed(typed, NOW, "en") is None


@given(st.text(max_size=40), st.sampled_from(("en", "ru", "es", "de")))
def test_any_text_is_read_or_passed_over(text: str, language: str) -> None:
    day = day_typed(text, FRIDAY, language)
    assert day is None or abs((day - FRIDAY).days) <= 3660
    moment_typed(text, NOW, language)
