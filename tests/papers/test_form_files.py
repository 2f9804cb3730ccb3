"""The shipped forms are whole in every language, and the owner's own versions are read before them (1.9)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import Refused
from app.facts.forms import SORTS, FormField, FormPart, FormText, FormTick, in_order, row_of
from app.journal.feedback import SUBJECTS
from app.papers.entry_text import entry_text
from app.papers.form_files import LANGUAGES, find_form, keep_own_form, own_file, reset_form, toml_of
from app.resources import resource
from app.words import words_for


def shape(text: FormText) -> list[object]:
    """All but the words."""
    return [
        (part.rows, [(each.key, each.lines, each.score) for each in part.fields], [tick.key for tick in part.ticks])
        for part in text.parts
    ]


@pytest.mark.parametrize("sort", SORTS)
def test_a_form_asks_the_same_under_the_same_keys_in_every_language(sort: str) -> None:
    english = find_form(sort, "en").text
    assert english.parts
    for language in LANGUAGES:
        found = find_form(sort, language).text
        assert shape(found) == shape(english)
        assert found.language == language and found.title and found.opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_lies_among_the_forms_that_is_no_sort_of_1_9(language: str) -> None:
    assert {path.stem for path in resource("forms", language).glob("*")} == set(SORTS)


@pytest.mark.parametrize("sort", SORTS)
def test_no_question_of_a_translation_was_left_in_english(sort: str) -> None:
    said = {language: words_said(find_form(sort, language).text) for language in LANGUAGES}
    assert said["en"].isdisjoint(said["ru"])
    assert said["en"].isdisjoint(said["es"] - {"Material", "Plan"})
    assert not [each for each in said["ru"] if not any("а" <= sign.lower() <= "я" for sign in each)]


def words_said(text: FormText) -> set[str]:
    """Everything that a client reads in a form."""
    found = {text.title, text.opening, *(part.heading for part in text.parts)}
    found |= {line for part in text.parts for each in part.fields for line in (each.label, each.hint) if line}
    return found | {tick.text for part in text.parts for tick in part.ticks}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_a_form_is_written_as_a_person_would_write_it(sort: str, language: str) -> None:
    """6.15: no exclamation marks, no double spaces, questions and ticks without a full stop."""
    for said in words_said(find_form(sort, language).text):
        assert "!" not in said and "  " not in said and said == said.strip()
    for part in find_form(sort, language).text.parts:
        assert not [tick.text for tick in part.ticks if tick.text.endswith(".")]


def test_the_keys_that_verbs_look_for_are_there() -> None:
    """Rows of `expectations` become understandings, marks of `survey` feedback (1.9)."""
    columns = {field.key for part in find_form("expectations", "en").text.parts if part.rows for field in part.fields}
    assert columns == {"word", "theirs", "mine", "measure"}
    assert set(find_form("survey", "en").text.score_keys) == set(SUBJECTS)


def test_a_form_read_and_written_again_is_the_same_file() -> None:
    for sort in SORTS:
        path = resource("forms", "ru", f"{sort}.toml")
        assert toml_of(find_form(sort, "ru").text) == path.read_text(encoding="utf-8")


def test_the_owners_own_version_comes_first_and_can_be_reset(tmp_path: Path) -> None:
    shipped = find_form("brief", "es", tmp_path)
    own = replace(shipped.text, title='Las "primeras" preguntas\\', closing="Gracias.\nSin prisa.\x7f")
    keep_own_form(tmp_path, own)
    found = find_form("brief", "es", tmp_path)
    assert (found.own, found.text) == (True, own)
    assert not find_form("brief", "en", tmp_path).own
    assert reset_form(tmp_path, "brief", "es")
    assert find_form("brief", "es", tmp_path) == shipped
    assert not reset_form(tmp_path, "brief", "es")


@given(st.text(min_size=1).filter(str.strip), st.text(), st.integers(1, 12), st.booleans(), st.integers(0, 30))
def test_whatever_the_owner_writes_is_read_back(label: str, hint: str, lines: int, score: bool, rows: int) -> None:
    asked = FormField(key="a", label=label, hint=hint, lines=lines, score=score)
    part = FormPart(heading=hint, fields=(asked,), ticks=(FormTick(key="b", text=label),), rows=rows)
    text = FormText(sort="brief", language="ru", title=label, opening=hint, closing=hint, parts=(part,))
    assert msgspec.convert(tomllib.loads(toml_of(text)) | {"sort": "brief", "language": "ru"}, FormText) == text


def test_a_file_that_an_editor_began_with_a_mark_is_read(tmp_path: Path) -> None:
    path = own_file(tmp_path, "brief", "en")
    path.parent.mkdir(parents=True)
    path.write_text(toml_of(find_form("brief", "en").text), encoding="utf-8-sig")
    assert find_form("brief", "en", tmp_path) == (find_form("brief", "en").text, True, ())


def test_a_character_that_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="a character that no file can hold"):
        keep_own_form(tmp_path, replace(find_form("brief", "en").text, title="half \ud83d"))


@pytest.mark.parametrize(
    ("bytes_", "said"),
    [
        (b"\xff\xfe", "It is not written in UTF-8."),
        (b'title = "Brief"\npart = [', "It ends in the middle."),
        (b'opening = "x"', "It does not fit the format at"),
        (b'title = "B"\n[[part]]\nrows = "many"', "It does not fit the format at $.part[0].rows."),
        (b'title = "B"', "The form asks nothing."),
        (b'title = "B"\n[[part]]\n[[part.tick]]\nkey = "a"\ntext = ""', "A sentence to tick has no text."),
        (b'title = "B"\n[[part]]\n[[part.tick]]\nkey = "Ja"\ntext = "x"', "The key Ja cannot be used"),
        (b'title = "B"\n[[part]]\n[[part.field]]\nkey = "a"\nlabel = "x"\nlines = 99', "An answer has 1 to 12 lines."),
        (b'title = "Brief"\nopening : ""', "It is not TOML from line 2 on."),
        (b"#" * 300_000, "It is too long."),
        (b"a" + b" = [" * 5000, "It is not TOML from line 1 on."),
    ],
)
def test_a_damaged_own_file_is_passed_over_with_a_sentence(tmp_path: Path, bytes_: bytes, said: str) -> None:
    path = own_file(tmp_path, "brief", "en")
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes_)
    found = find_form("brief", "en", tmp_path)
    assert (found.own, found.text) == (False, find_form("brief", "en").text)
    sentence = " ".join(words_for("en").of(each) for each in found.problem)
    assert sentence.startswith("Your own version of this form, brief.toml, cannot be used. ")
    assert said in sentence
    assert sentence.endswith("The shipped form stands in for it. Correct the file, or reset the form.")


def test_a_form_with_one_key_twice_is_not_kept(tmp_path: Path) -> None:
    part = FormPart(heading="x", ticks=(FormTick(key="a", text="x"), FormTick(key="a", text="y")))
    with pytest.raises(Refused, match="The key a stands twice"):
        keep_own_form(tmp_path, FormText(sort="brief", language="en", title="x", parts=(part,)))
    assert not own_file(tmp_path, "brief", "en").exists()


def test_a_language_without_forms_gets_them_in_english() -> None:
    assert find_form("brief", "de").text.language == "en"
    assert find_form("brief", "es-MX").text.language == "es"


def test_an_unknown_sort_is_refused() -> None:
    with pytest.raises(Refused, match="There is no form called"):
        find_form("../brief", "en")


@pytest.mark.parametrize(("key", "row"), [("word_3", ("word", 3)), ("word", ("word", 0)), ("word_0", ("word_0", 0))])
def test_a_key_with_a_number_is_a_row(key: str, row: tuple[str, int]) -> None:
    assert row_of(key) == row


def test_answers_are_told_in_the_order_of_the_form_and_tables_row_by_row() -> None:
    said = ["mine_2", "gone", "word_2", "word_1", "measure_1", "gone_1"]
    text = find_form("expectations", "en").text
    assert in_order(text, said) == ["word_1", "measure_1", "word_2", "mine_2", "gone", "gone_1"]


def test_an_entry_about_a_form_tells_questions_and_answers_in_the_readers_language() -> None:
    fields = {"work": "4", "work_words": "Despacio", "own1": "sí"}
    body = {"sort": "survey", "language": "es", "fields": fields, "ticks": ["may_quote", "own2"]}
    assert entry_text(body, words_for("en"), str).splitlines() == [
        "«How are we doing»",
        "What the work brings: 4",
        "The result: In words: Despacio",
        "own1: sí",
        "☑ These words may be shown to others with my name",
        "☑ own2",
    ]
    assert entry_text({"sort": "material", "items": [{"n": 1, "text": "x"}]}, words_for("en"), str) == "– x"
