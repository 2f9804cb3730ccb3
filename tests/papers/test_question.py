"""A request for an answer is called by what the message asks, not by its greeting (3.3)."""

from __future__ import annotations

import pytest

from app.papers.question import LONGEST, question_of


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Which launch date do you prefer?\nBest, Elena", "Which launch date do you prefer?"),
        ("Дмитрий, добрый день.\n\nМакет готов. Какой фон берём? Жду.", "Какой фон берём?"),
        ("Hola, Lucía:\n\n¿Te viene bien el jueves? Un saludo", "¿Te viene bien el jueves?"),
        ("Hello Tom,\n\nPlease confirm the dates.\n\nElena", "Please confirm the dates."),
        ("Please confirm the dates.", "Please confirm the dates."),
        ("?", "?"),
        ("", ""),
    ],
)
def test_the_first_question_names_the_request(text: str, question: str) -> None:
    assert question_of(text) == question


def test_a_long_question_ends_at_a_word() -> None:
    asked = question_of("Could you tell me which of the three colours of the banner on the home page you prefer?")
    assert asked == "Could you tell me which of the three colours of the banner…"
    assert len(asked) <= LONGEST
