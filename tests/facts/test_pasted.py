"""Pieces of chats as they come out of a clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.pasted import pasted_messages

TELEGRAM = "Ольга Никитина, [20.11.2026 10:15]\nДобрый день!\nЕсть вопрос\n\nElena, [20.11.2026 10:20]\nСлушаю"
WHATSAPP = "[10:15, 20/11/2026] Lucía: Hola\n[10:20, 20/11/2026] Elena Marín: Dime: ¿qué pasa?"
EXPORT = "20.11.26, 10:15 - Lucía: Hola\nsegunda línea\n20.11.26, 10:20 - Elena: Sí"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TELEGRAM, [("Ольга Никитина", "10:15", "Добрый день!\nЕсть вопрос"), ("Elena", "10:20", "Слушаю")]),
        (WHATSAPP, [("Lucía", "10:15", "Hola"), ("Elena Marín", "10:20", "Dime: ¿qué pasa?")]),
        (EXPORT, [("Lucía", "10:15", "Hola\nsegunda línea"), ("Elena", "10:20", "Sí")]),
    ],
)
def test_a_piece_of_a_chat_is_taken_apart(text: str, said: list[tuple[str, str, str]]) -> None:
    found = pasted_messages(text)
    assert [(each.who, f"{each.at:%H:%M}", each.text) for each in found] == said
    assert {each.at.date().isoformat() for each in found} == {"2026-11-20"}


@pytest.mark.parametrize(
    "text", ["", "two\nlines", "Hi [10:15] x", "[10:15, 40/11/2026] Lucía: Hola", "a\n" + WHATSAPP]
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert pasted_messages(text) == ()


@given(st.text(max_size=200))
def test_any_text_is_read_or_left_alone(text: str) -> None:
    assert all(message.text for message in pasted_messages(text))
