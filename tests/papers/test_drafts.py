"""Drafts: every one can be filled, and what is missing is seen, never sent (3.3)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.errors import Unavailable
from app.papers.draft_files import keep_own, subject_template, template
from app.papers.draft_titles import SAME_AS, STYLES, TITLES
from app.papers.drafts import render
from app.papers.placeholders import MISSING
from app.resources import resource

LANGUAGES = ("en", "ru", "es")
EVERY_DRAFT = [(key, style, language) for key in TITLES for style in STYLES for language in LANGUAGES]
DATES = {"due", "old_due", "since", "end", "first", "last", "back", "day"}
LISTS = {"missing", "outcomes", "topics", "dates", "reports"}
PLACEHOLDER = re.compile(r"\{(\w+)")


def _all_values() -> dict[str, object]:
    texts: dict[str, object] = {name: f"<{name}>" for name in MISSING}
    return texts | dict.fromkeys(DATES, date(2026, 11, 24)) | {name: ["photos", "access"] for name in LISTS}


def _shipped(key: str, style: str, language: str) -> str:
    return resource("drafts", language, f"{key}.{style}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "style", "language"), EVERY_DRAFT)
def test_a_draft_with_all_its_values_has_no_gap(key: str, style: str, language: str) -> None:
    draft = render(key, style, language, _all_values(), this_year=2026)
    assert draft.gaps == ()
    assert not set("[]{}!¡") & set(draft.text + draft.subject)
    assert not re.search(r"\n{3}|^\? ", draft.text, re.MULTILINE)
    assert draft.subject
    assert not draft.english_instead


@pytest.mark.parametrize(("key", "style", "language"), EVERY_DRAFT)
def test_a_draft_without_values_shows_where_they_are_missing(key: str, style: str, language: str) -> None:
    draft = render(key, style, language, {})
    assert [draft.text[gap.start] + draft.text[gap.end - 1] for gap in draft.gaps] == ["[]"] * len(draft.gaps)
    assert draft.text.count("[") == len(draft.gaps) > 0
    assert "{" not in draft.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_draft_has_every_style_and_no_file_lies_idle(language: str) -> None:
    shipped = {path.name for path in resource("drafts", language).iterdir()}
    assert shipped == {f"{key}.{style}.txt" for key in TITLES for style in STYLES} | {"subjects.txt"}


@pytest.mark.parametrize("key", TITLES)
@pytest.mark.parametrize("style", STYLES)
def test_a_draft_says_the_same_in_three_languages(key: str, style: str) -> None:
    english, *others = (set(PLACEHOLDER.findall(_shipped(key, style, language))) for language in LANGUAGES)
    assert others == [english, english]
    assert english <= set(MISSING)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_draft_has_a_subject_for_a_mail(language: str) -> None:
    assert [key for key in TITLES if not subject_template(key, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_friendly_draft_has_an_emoji_and_only_one(language: str) -> None:
    emoji = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
    for path in resource("drafts", language).glob("*.*.txt"):
        most = 1 if ".friendly." in path.name else 0
        assert len(emoji.findall(path.read_text(encoding="utf-8"))) <= most, path.name


def test_a_date_stands_in_the_case_its_sentence_needs() -> None:
    values = {"called": "Ольга", "item": "Баннер", "due": date(2026, 11, 24)}
    draft = render("f3", "plain", "ru", values, this_year=2026)
    assert draft.text == "Ольга, добрый день.\n\nПравка получена: «Баннер». Будет готова до вторника, 24 ноября."


def test_a_list_with_a_line_to_itself_becomes_lines() -> None:
    values = {"missing": ["12 photos", "access to the map"], "called": "Mariana", "since": date(2026, 11, 10)}
    draft = render("f14_1", "plain", "en", values)
    assert "\n– 12 photos\n– access to the map\n" in draft.text
    assert draft.subject == "Reminder: 12 photos and access to the map"


def test_a_line_that_lacks_its_value_is_left_out() -> None:
    with_count = render("f3", "plain", "en", {"count": "Full days Monday and Tuesday."})
    without = render("f3", "plain", "en", {})
    assert "Full days" in with_count.text
    assert "count" not in {gap.name for gap in without.gaps}


def test_the_owners_own_version_comes_first(tmp_path: Path) -> None:
    keep_own(tmp_path, "es", "f2", "plain", "Buenas, {called}. {answer}")
    own = render("f2", "plain", "es", {"called": "Lucía", "answer": "Sí."}, tmp_path)
    shipped = render("f2", "formal", "es", {"called": "Lucía", "answer": "Sí."}, tmp_path)
    assert own.text == "Buenas, Lucía. Sí."
    assert "Gracias" in shipped.text


def test_an_own_version_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    (tmp_path / "en").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(Unavailable, match=r"was not kept"):
        keep_own(tmp_path, "en", "f2", "plain", "Hello")


def test_an_own_version_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "f2.plain.txt").write_bytes(b"\xff\xfe\xff")
    assert template("f2", "plain", "en", tmp_path).text == template("f2", "plain", "en").text


def test_a_stray_brace_in_an_own_version_is_plain_text(tmp_path: Path) -> None:
    keep_own(tmp_path, "en", "f2", "plain", "Look { here }: {answer} {0.x} {}")
    assert render("f2", "plain", "en", {"answer": "yes"}, tmp_path).text == "Look { here }: yes {0.x} {}"


def test_a_client_with_another_language_gets_english_and_is_told_so() -> None:
    draft = render("f2", "plain", "fi", {"called": "Aino"})
    assert draft.english_instead
    assert draft.language == "en"
    assert draft.text.startswith("Hello Aino,")


def test_an_own_draft_in_another_language_is_taken(tmp_path: Path) -> None:
    keep_own(tmp_path, "fi", "f2", "plain", "Hei, {called}.")
    draft = render("f2", "plain", "fi", {"called": "Aino"}, tmp_path)
    assert (draft.text, draft.english_instead) == ("Hei, Aino.", False)


STOCK_CASES = {
    "results not there on the first day": ("no_results_yet",),
    "another network does better": ("other_network",),
    "I don't like it, make another": ("make_another",),
    "an objection, in its six steps": ("objection_listen", "objection", "objection_outcome"),
    "a call asked for out of the blue": ("sudden_call",),
    "a question the plan or the report already answers": ("already_answered",),
    "a pause in a quarrel": ("pause",),
    "voice messages, please write": ("voice_message",),
    "something noticed on the client's site or phones": ("noticed",),
    "first good news": ("good_news",),
    "the month's close and the next month's plan": ("month_close", "next_month"),
    "where we are": ("where_we_are",),
    "the figures agreed are asked for": ("ask_figures",),
    "several reports together": ("reports_together",),
}


@pytest.mark.parametrize("case", STOCK_CASES)
def test_every_stock_case_of_the_guides_has_its_drafts(case: str) -> None:
    """3.3: beside the flags there are drafts for the guides' stock cases."""
    assert set(STOCK_CASES[case]) <= TITLES.keys()


def test_a_russian_date_is_closed_by_a_comma_where_the_sentence_goes_on() -> None:
    """«в среду, 25 ноября, …»: the day of the month is set off from what follows."""
    dated = re.compile(
        r"\{(?:due|old_due|since|end|first|last|back|day)(?::[\w-]+)?\}(?! [\U0001f300-\U0001faff])[^.,:;?)»]"
    )
    for path in resource("drafts", "ru").glob("*.txt"):
        assert dated.search(path.read_text(encoding="utf-8").replace("\n", ".")) is None, path.name


@pytest.mark.parametrize("key", [f"f{n}" for n in range(1, 29) if n not in (10, 11)])
def test_every_rule_that_asks_for_a_message_has_a_draft(key: str) -> None:
    assert key in TITLES


def test_a_variant_takes_the_draft_of_its_rule_and_a_name_its_file() -> None:
    assert template("f2_no_text", "plain", "en") == template("f2", "plain", "en")
    assert template("stop_notice", "formal", "ru") == template("f15", "formal", "ru")
    assert set(SAME_AS.values()) <= set(TITLES)


def test_an_unknown_draft_is_an_empty_one() -> None:
    assert render("f99", "plain", "en", {}).text == ""


def test_the_text_of_a_value_is_never_read_as_a_placeholder() -> None:
    draft = render("f2", "plain", "en", {"called": "{owner}", "answer": "50 % {due}", "owner": "Elena"})
    assert "Hello {owner}," in draft.text
    assert draft.gaps == ()
