"""Sentences, numbers and places in the language asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.errors import Refused
from app.words import words_for

EN, RU, ES = words_for("en"), words_for("ru"), words_for("es")


def test_an_unknown_language_is_said_in_english() -> None:
    assert words_for("fi").language == "en"
    assert words_for("es-MX").language == "es"
    assert words_for("ru_RU").language == "ru"


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert RU.text("No such sentence about {name}", name="Ольга") == "No such sentence about Ольга"


def test_a_missing_value_stays_visible_and_breaks_nothing() -> None:
    assert EN.text("Ask {contact} about {what}", what="photos") == "Ask {contact} about photos"


def test_a_value_is_spelt_as_its_placeholder_asks() -> None:
    assert EN.text("the character U+{code:04X}", code=7) == "the character U+0007"
    assert EN.text("by {due:04X}", due="soon") == "by soon"


def test_braces_in_a_value_are_plain_text() -> None:
    assert EN.text("They wrote «{quote}»", quote="{due} 50 %") == "They wrote «{due} 50 %»"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "1 рабочий день"), (3, "3 рабочих дня"), (5, "5 рабочих дней"), (11, "11 рабочих дней")],
)
def test_russian_counts_in_three_forms(n: int, expected: str) -> None:
    assert RU.working_days(n) == expected


@pytest.mark.parametrize(("n", "expected"), [(1, "1 día laborable"), (7, "7 días laborables")])
def test_spanish_counts_in_two_forms(n: int, expected: str) -> None:
    assert ES.working_days(n) == expected


def test_a_count_is_grouped_with_a_thin_space() -> None:
    assert EN.number(1284) == "1\u202f284"
    assert EN.plural("{n} entry", "{n} entries", 1284) == "1\u202f284 entries"


def test_an_entry_number_is_not_grouped() -> None:
    assert EN.text("Saved as entry {number}", number=1285) == "Saved as entry 1285"


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, "0 min"), (22, "22 min"), (60, "1 h"), (82, "1 h 22 min"), (1500, "25 h")]
)
def test_a_duration_is_said_in_hours_and_minutes(minutes: int, expected: str) -> None:
    assert EN.duration(minutes) == expected
    assert RU.duration(minutes) == expected.replace("h", "ч").replace("min", "мин")


def test_money_keeps_its_hundredths_only_when_there_are_some() -> None:
    assert EN.money("1200.00", "EUR") == "1\u202f200\u00a0EUR"
    assert RU.money(Decimal("1200.50"), "RUB") == "1\u202f200,50\u00a0RUB"


def test_a_percentage_has_the_point_of_the_language() -> None:
    assert EN.percent("12.5") == "12.5\u00a0%"
    assert ES.percent("12.5") == "12,5\u00a0%"
    assert EN.percent(10) == "10\u00a0%"


def test_names_in_a_row_end_with_and() -> None:
    assert EN.list_of(["a", "b", "c"]) == "a, b and c"
    assert RU.list_of(["фото", "доступ"]) == "фото и доступ"
    assert ES.list_of(["fotos", "imágenes"]) == "fotos e imágenes"
    assert EN.list_of(["a"]) == "a"
    assert EN.list_of([]) == ""


def test_a_zone_is_named_by_its_city() -> None:
    assert EN.city("Europe/Madrid") == "Madrid"
    assert RU.city("Asia/Yekaterinburg") == "Екатеринбург"
    assert ES.city("Europe/Moscow") == "Moscú"
    assert EN.city("Nowhere/Old_Harbour") == "Old Harbour"


def test_a_refusal_is_said_with_its_values() -> None:
    refused = Refused("No client is called {name}.", name="Albor")
    assert EN.of(refused) == "No client is called Albor."


def test_a_sentence_may_begin_with_a_date() -> None:
    assert RU.capital("среда, 25 ноября") == "Среда, 25 ноября"
    assert RU.capital("") == ""


def test_a_word_marked_without_a_context_is_said_as_it_is_without_one() -> None:
    assert RU.text_in("size", "Large") == "Большой"
    assert RU.text_in("button", "Open") != RU.text("Open")
