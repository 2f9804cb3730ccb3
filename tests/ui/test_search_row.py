"""The hit of a search is shown in the words that hold it (6.2)."""

from __future__ import annotations

from ui.dialogs.search_row import parts


def test_every_hit_is_cut_out_of_the_text() -> None:
    assert parts("Этикетка и ещё этикетка", "этик") == [
        ("Этик", True),
        ("етка и ещё ", False),
        ("этик", True),
        ("етка", False),
    ]


def test_a_letter_finds_its_sister() -> None:
    assert parts("ещё", "еще") == [("ещё", True)]
    assert parts("El señor", "senor") == [("El ", False), ("señor", True)]


def test_words_that_are_not_there_cut_nothing() -> None:
    assert parts("Logo", "banner") == [("Logo", False)]
    assert parts("Logo", "") == [("Logo", False)]
