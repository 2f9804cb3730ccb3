"""The owner's own drafts: kept, marked, looked at with samples, and given up again (3.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Unavailable
from app.papers.draft_files import SNIPPETS, drop_own, is_own, keep_own, own_folder, own_keys, snippet_folder, template
from app.papers.draft_samples import sample_values
from app.papers.draft_titles import STYLES, TITLES
from app.papers.drafts import filled, render
from app.papers.placeholders import MISSING, placeholders_of, unknown_in
from app.words import words_for

TODAY = date(2026, 11, 20)


def test_own_drafts_lie_beside_the_journal(tmp_path: Path) -> None:
    assert own_folder(tmp_path / "work.ashore") == tmp_path / "work.drafts"
    assert snippet_folder(tmp_path / "work.ashore").parent == tmp_path / "work.drafts"


def test_going_back_brings_the_shipped_version(tmp_path: Path) -> None:
    shipped = template("f2", "plain", "en", tmp_path)
    keep_own(tmp_path, "en", "f2", "plain", "Hi {called}.")
    assert is_own(tmp_path, "en", "f2", "plain")
    drop_own(tmp_path, "en", "f2", "plain")
    drop_own(tmp_path, "en", "f2", "plain")
    assert template("f2", "plain", "en", tmp_path) == shipped
    assert not is_own(tmp_path, "en", "f2", "plain")


def test_an_own_version_of_one_style_leaves_the_others_alone(tmp_path: Path) -> None:
    keep_own(tmp_path, "en", "f2", "plain", "Mine")
    assert template("f2", "formal", "en", tmp_path).text != "Mine"
    assert template("f2", "plain", "ru", tmp_path).text != "Mine"


def test_snippets_are_no_drafts(tmp_path: Path) -> None:
    keep_own(tmp_path, "es", "pause", "plain", "Buenas")
    (tmp_path / SNIPPETS).mkdir()
    (tmp_path / SNIPPETS / "top.up.txt").write_text("language: en\n\nHello", encoding="utf-8")
    assert own_keys(tmp_path) == {"pause"}
    assert own_keys(tmp_path / "nowhere") == frozenset()


def test_a_version_that_cannot_be_removed_says_so(tmp_path: Path) -> None:
    (tmp_path / "en" / "f2.plain.txt").mkdir(parents=True)
    with pytest.raises(Unavailable, match=r"still there"):
        drop_own(tmp_path, "en", "f2", "plain")


def test_unknown_placeholders_are_named_each_once() -> None:
    assert unknown_in("{called}, {price} and {price:on} {due:by}") == ("price",)
    assert placeholders_of("{due:by} {called} {due}") == ("due", "called")


def test_an_unknown_placeholder_stays_a_visible_gap() -> None:
    draft = filled("It costs {price}.", "{price}", "en", {})
    assert (draft.text, draft.gaps[0].name, draft.subject) == ("It costs [price].", "price", "[price]")


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_the_sample_fills_every_shipped_draft(language: str) -> None:
    values = sample_values(words_for(language, 2026), language, TODAY, "Elena Marín")
    assert MISSING.keys() - values.keys() == {"count"}
    for key in TITLES:
        for style in STYLES:
            assert render(key, style, language, values, this_year=2026).gaps == (), key


def test_an_optional_heading_goes_with_the_line_below_it() -> None:
    text = "Done.\n? The new dates:\n? {dates}\nBye."
    assert filled(text, "", "en", {}).text == "Done.\nBye."
    assert filled(text, "", "en", {"dates": ("a", "b")}).text == "Done.\nThe new dates:\n– a\n– b\nBye."
