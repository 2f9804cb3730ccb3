"""A thank-you does not wait for an answer; a question always does (C4)."""

from __future__ import annotations

import pytest

from app.resources import word_list
from app.rules.closing import needs_no_answer

WORDS = word_list("talk", "closing.en") | word_list("talk", "closing.ru") | word_list("talk", "closing.es")


@pytest.mark.parametrize(
    "text",
    [
        "Thanks",
        "ok, got it!",
        "OK 👍",
        "Спасибо большое!",
        "Всё понятно, спасибо",
        "все понятно",
        "Vale, muchas gracias",
        "Perfecto 🙌🏽",
        "👍",
        "❤️",
        "👨‍👩‍👧 🎉",
        "Great, thank you 🙏",
    ],
)
def test_a_closing_needs_no_answer(text: str) -> None:
    assert needs_no_answer(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "ok?",
        "👍?",
        "Спасибо, а когда будет макет",
        "Thanks, one more thing",
        "ok ok ok ok ok",
        "No",
        "Нет",
        "Mañana",
        "Добрый день",
        "Buenos días",
        "",
        "   ",
        "...",
        "+",
        "1",
    ],
)
def test_anything_else_waits(text: str) -> None:
    assert not needs_no_answer(text, WORDS)


def test_a_word_list_of_another_language_closes_nothing() -> None:
    assert not needs_no_answer("Спасибо", word_list("talk", "closing.en"))


def test_yo_in_the_list_and_ye_in_the_text_are_one_letter() -> None:
    assert needs_no_answer("все", frozenset({"всё"}))
    assert needs_no_answer("ВСЁ", frozenset({"все"}))
