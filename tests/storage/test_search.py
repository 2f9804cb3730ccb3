"""The search as one types: words and their beginnings, folded by the index and by us alike (6.2, B9)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.found_words import excerpt, hits, parts, wanted, words_in
from app.facts.search import SORTS, Asked
from app.format import kinds
from app.journal.journal import Journal
from app.storage.driver import driver
from app.storage.rows import PROJECTION_DDL
from app.storage.shelf.search_words import _FOLDED_ALIKE, MOST_WORDS
from app.storage.spelling import foldable
from tests.journal.conftest import Shore, bare, shore

__all__ = ["bare", "shore"]

ALPHABETS = [*range(0x20, 0x180), *range(0x400, 0x528), 0x301, 0x306, 0x308]


def in_the_index(text: str) -> list[str]:
    """The words that the index itself finds in a text."""
    connection = driver().connect(":memory:")
    (search, view) = (each for each in PROJECTION_DDL if "VIRTUAL TABLE search" in each)
    connection.execute(search)
    connection.execute(view)
    connection.execute("INSERT INTO search (rowid, words, tags) VALUES (1, ?, '')", (foldable(text),))
    found = [term for (term,) in connection.execute('SELECT term FROM search_word ORDER BY "offset"')]
    connection.close()
    return found


def test_every_letter_of_our_alphabets_is_folded_as_the_index_folds_it() -> None:
    letters = [chr(code) for code in range(0x20, 0x530) if unicodedata.category(chr(code))[0] in "LN"]
    alike = [letter for letter in letters if _FOLDED_ALIKE.fullmatch("".join(words_in(letter)) or "*")]
    assert in_the_index(" ".join(alike)) == [word for letter in alike for word in words_in(letter)]
    assert {"й", "ё", "Ё", "ñ", "Ñ", "é", "ü", "ç", "щ", "Ї", "z", "7"} <= set(alike)


@given(st.text(st.sampled_from([chr(code) for code in ALPHABETS]), max_size=40))
def test_a_text_is_cut_into_the_words_of_the_index(text: str) -> None:
    words = words_in(unicodedata.normalize("NFC", text))
    if all(_FOLDED_ALIKE.fullmatch(word) for word in words):
        assert words == in_the_index(text)


@pytest.mark.parametrize(
    ("text", "typed", "cut"),
    [
        ("Этикетка и ещё этикетка", "этик", [("Этик", True), ("етка и ещё ", False), ("этик", True), ("етка", False)]),
        ("Ещё раз", "еще", [("Ещё", True), (" раз", False)]),
        ("El señor Núñez", "senor nun", [("El ", False), ("señor", True), (" ", False), ("Núñ", True), ("ez", False)]),
        ("Mail: e-mail", "e-mai", [("Mail: ", False), ("e-mai", True), ("l", False)]),
        ("макет сайта, сайта макет", '"сайта макет"', [("макет сайта, ", False), ("сайта макет", True)]),
        ("макеты", '"макет"', [("макеты", False)]),
        ("иголка, йога", "и", [("и", True), ("голка, йога", False)]),
        ("недоделки", "дел", [("недоделки", False)]),
        ("Logo", "", [("Logo", False)]),
    ],
)
def test_a_hit_is_the_beginning_of_a_word(text: str, typed: str, cut: list[tuple[str, bool]]) -> None:
    assert parts(text, wanted(typed)) == cut


def test_a_decomposed_letter_is_hit_as_a_whole() -> None:
    text = unicodedata.normalize("NFD", "мой йогурт")
    assert [text[begin:end] for begin, end in hits(text, wanted("йог"))] == [unicodedata.normalize("NFD", "йогурт")]


@given(st.text(max_size=300), st.text(max_size=12))
def test_cutting_a_text_loses_nothing_of_it(text: str, typed: str) -> None:
    assert "".join(words for words, _ in parts(text, wanted(typed))) == text


def test_an_excerpt_shows_the_first_hit() -> None:
    text = "слово " * 60 + "баннер " + "слово " * 60
    shown = excerpt(text, wanted("банн"), 80)
    assert "баннер" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 90
    assert excerpt("Короткий\nтекст", wanted("текст"), 80) == "Короткий текст"


def test_filters_know_every_kind_that_they_name() -> None:
    assert {kind for each in SORTS.values() for kind in each} <= kinds()


@pytest.fixture
def journal(shore: Shore) -> Iterator[Journal]:
    """Messages of several days, in two clients."""
    other = shore.journal.clients.add("Harbour & Finch", zone="Europe/London", language="en")
    for day, text in enumerate(("Ёлка к празднику", "Макет ёлочной этикетки", "Мой е-майл другой", "El señor Núñez")):
        shore.clock.move_to(datetime(2026, 11, 3 + day, 9, 0, tzinfo=UTC))
        shore.journal.talk.received(shore.client, text, channel="telegram")
    shore.journal.talk.note(other, "Ёлка, private", private=True)
    yield shore.journal


def texts(journal: Journal, words: str, **asked: object) -> list[str]:
    return [entry.text for entry in journal.reading.found(Asked(words=words, **asked))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("ЕЛК", 2), ("ёлка", 2), ("елочн", 1), ("макет елоч", 1), ("макет праздник", 0), ("senor nunez", 1), ("ñ", 1),
        ("n", 1), ("мо", 1), ("мои", 0), ("мои\u0306", 1), ("е-ма", 1), ('"макет ёлочной"', 1), ('"ёлочной макет"', 0),
        ('"ёлочн', 1), ("м", 2), ("п", 1), ("*", 0), ('"', 0), ("OR", 0), ("words:макет", 0), ("макет AND ёлочной", 0),
    ],
)  # fmt: skip
def test_what_is_typed_finds_word_beginnings_and_is_never_syntax(journal: Journal, typed: str, count: int) -> None:
    assert len(texts(journal, typed, kinds=SORTS["message"] + SORTS["note"])) == count


def test_filters_narrow_the_search(journal: Journal, shore: Shore) -> None:
    assert texts(journal, "елка", client=shore.client) == ["Ёлка к празднику"]
    assert texts(journal, "елка", kinds=SORTS["note"]) == ["Ёлка, private"]
    assert texts(journal, "елка", channel="telegram") == ["Ёлка к празднику"]
    assert texts(journal, "елка", channel="email") == []
    day = datetime(2026, 11, 4, 0, 0, tzinfo=UTC)
    assert texts(journal, "", kinds=SORTS["message"], since=day, until=day + timedelta(days=1)) == [
        "Макет ёлочной этикетки"
    ]
    assert texts(journal, "", since=day, until=day + timedelta(days=1)) == ["Макет ёлочной этикетки"]


def test_pages_follow_one_another_without_a_gap(journal: Journal) -> None:
    asked = Asked(kinds=SORTS["message"])
    whole = [entry.seq for entry in journal.reading.found(asked)]
    first = journal.reading.found(asked, 3)
    rest = journal.reading.found(asked, 3, first[-1])
    assert [entry.seq for entry in [*first, *rest]] == whole
    assert len(whole) == 4


def test_the_words_that_hold_now_are_found_and_no_others(journal: Journal, shore: Shore) -> None:
    (entry,) = journal.reading.search("этикетки")
    journal.talk.correct(shore.client, entry.seq, {"text": "Макет баннера"}, "the wrong word")
    journal.talk.correct(shore.client, entry.seq, {"text": "Макет плаката"}, "another word")
    assert texts(journal, "этикетки") == []
    assert texts(journal, "баннера") == []
    assert [each.seq for each in journal.reading.search("плаката")] == [entry.seq]


def test_a_retracted_entry_is_found_and_told_as_such(journal: Journal, shore: Shore) -> None:
    (entry,) = journal.reading.search("этикетки")
    by = journal.talk.retract(shore.client, entry.seq, "not theirs")
    (found,) = journal.reading.search("этикетки")
    assert found.retracted_by == by


def test_a_beginning_finds_as_many_words_as_begin_so(journal: Journal, shore: Shore) -> None:
    """Few words are looked for one by one, many by the index itself: both find the same."""
    for number in range(MOST_WORDS + 2):
        shore.journal.talk.note(shore.client, f"договор{number}")
    assert len(journal.reading.search("договор", limit=500)) == MOST_WORDS + 2
    begin_so = [number for number in range(MOST_WORDS + 2) if str(number).startswith("1")]
    assert len(journal.reading.search("договор1", limit=500)) == len(begin_so)
    assert journal.reading.search("договорён") == []
