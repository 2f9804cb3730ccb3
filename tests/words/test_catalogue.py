"""Every sentence of the program is said in every language, with the values it needs."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence

import pytest
from babel.messages.catalog import Message

from tests.words.catalogue import LOCALE, TRANSLATED, compiled, po_path, read, template

Key = tuple[str, str | None]


def _keyed(messages: Iterable[Message]) -> dict[Key, Message]:
    return {(_first(m.id), m.context): m for m in messages if m.id}


def _first(ids: str | Sequence[str]) -> str:
    return ids if isinstance(ids, str) else ids[0]


def _forms(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said or "",) if isinstance(said, str | None) else tuple(said)


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_marked_sentence_can_be_read_from_the_code() -> None:
    assert len(template()) > 0


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_holds_exactly_what_the_code_says(language: str) -> None:
    said, known = set(_keyed(template())), set(_keyed(read(language)))
    assert sorted(said - known, key=str) == [], "run: python -m tests.words.catalogue, and translate"
    assert sorted(known - said, key=str) == [], "run: python -m tests.words.catalogue"


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_untranslated_or_fuzzy(language: str) -> None:
    messages = _keyed(read(language)).values()
    assert [m.id for m in messages if m.fuzzy or not all(_forms(m.string))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_uses_the_values_of_its_sentence(language: str) -> None:
    wrong = []
    for message in _keyed(read(language)).values():
        needed = set().union(*map(_names, _forms(message.id)))
        # A singular form may leave the number out ("one message" for {n}); nothing else may be lost.
        allowed = [needed, needed - {"n"}] if message.pluralizable else [needed]
        wrong += [form for form in _forms(message.string) if form and _names(form) not in allowed]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_plural_has_as_many_forms_as_the_language(language: str) -> None:
    catalogue = read(language)
    counted = [m for m in catalogue if m.id and m.pluralizable]
    assert counted
    assert [m.id for m in counted if len(_forms(m.string)) != catalogue.num_plurals] == []
    assert catalogue.num_plurals == {"ru": 3, "es": 2}[language]


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_has_an_exclamation_mark(language: str) -> None:
    assert [form for m in read(language) if m.id for form in _forms(m.string) if "!" in form or "¡" in form] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    assert po_path(language).with_suffix(".mo").read_bytes() == compiled(language)


def test_the_template_holds_what_the_code_says() -> None:
    from babel.messages.pofile import read_po

    with (LOCALE / "ashore.pot").open("rb") as file:
        assert set(_keyed(read_po(file))) == set(_keyed(template()))
