"""Names and commands are found by word beginnings and by letters in order (6.2)."""

from __future__ import annotations

import pytest

from app.facts.name_fit import fit

NAMES = ("Кедровый дом", "Clínica Dental Albor", "Harbour & Finch", "Вечерняя почта", "Почта Дона", "Edit request")


def ranked(typed: str) -> list[str]:
    fits = [(found, name) for name in NAMES if (found := fit(name, typed))]
    return [name for _, name in sorted(fits, key=lambda each: each[0])]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("кедр", "Кедровый дом"), ("дом", "Кедровый дом"), ("clinica", "Clínica Dental Albor"),
        ("dent clin", "Clínica Dental Albor"), ("hf", "Harbour & Finch"), ("вп", "Вечерняя почта"),
        ("cda", "Clínica Dental Albor"), ("edre", "Edit request"), ("кдрв", "Кедровый дом"),
    ],
)  # fmt: skip
def test_what_is_meant_comes_first(typed: str, first: str) -> None:
    assert ranked(typed)[0] == first


def test_the_first_word_of_a_name_counts_more_than_a_later_one() -> None:
    assert ranked("почта") == ["Почта Дона", "Вечерняя почта"]


def test_whole_words_count_more_than_letters_in_order() -> None:
    assert ranked("до") == ["Почта Дона", "Кедровый дом"]
    assert ranked("вп") == ["Вечерняя почта"]


@pytest.mark.parametrize("typed", ["мод", "edrovy", "xx", "*", "х"])
def test_letters_in_another_order_or_inside_a_word_do_not_fit(typed: str) -> None:
    assert ranked(typed) == []


def test_the_letters_that_were_typed_are_shown() -> None:
    found = fit("Вечерняя почта", "вп")
    assert found is not None
    assert found.hits == ((0, 1), (9, 10))
