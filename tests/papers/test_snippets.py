"""Snippets come back from their files as they were kept (3.3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.papers.snippets import Snippet, by_use, drop_snippet, keep_snippet, snippets_in, take_attachment

BUDGET = Snippet(
    name="Top up the budget",
    language="es",
    text="1. Abre la cuenta: arriba.\n\n2. Pulsa «Añadir».",
    tags=("budget", "first week"),
    attachments=("budget.png", "steps.pdf"),
)


def test_a_snippet_is_read_as_it_was_kept(tmp_path: Path) -> None:
    keep_snippet(tmp_path / "snippets", BUDGET)
    assert snippets_in(tmp_path / "snippets") == (BUDGET,)


def test_a_folder_that_is_not_there_holds_no_snippets(tmp_path: Path) -> None:
    assert snippets_in(tmp_path / "nowhere") == ()


def test_a_snippet_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    keep_snippet(tmp_path, BUDGET)
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xff")
    assert [snippet.name for snippet in snippets_in(tmp_path)] == [BUDGET.name]


def test_an_attachment_stays_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sly.txt").write_text("language: en\nattach: ../../secret.txt\n\nHello\n", encoding="utf-8")
    assert snippets_in(tmp_path)[0].attachments == ("secret.txt",)


@pytest.mark.parametrize("name", ["", "..", "../up", "a/b", "c:d"])
def test_a_name_that_no_file_can_carry_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        keep_snippet(tmp_path, Snippet(name=name, language="en", text="x"))


def test_those_of_the_clients_language_come_first(tmp_path: Path) -> None:
    for name, language in (("b", "en"), ("a", "ru"), ("c", "es"), ("d", "")):
        keep_snippet(tmp_path, Snippet(name=name, language=language, text="x"))
    assert [each.name for each in by_use(snippets_in(tmp_path), "es")] == ["c", "d", "a", "b"]


def test_an_attachment_is_copied_once_and_never_over_another(tmp_path: Path) -> None:
    folder, other = tmp_path / "snippets", tmp_path / "other"
    other.mkdir()
    (tmp_path / "budget.png").write_bytes(b"one")
    (other / "budget.png").write_bytes(b"two")
    names = [take_attachment(folder, each) for each in (tmp_path / "budget.png", tmp_path / "budget.png")]
    assert [*names, take_attachment(folder, other / "budget.png")] == ["budget.png", "budget.png", "budget 2.png"]
    assert (folder / "budget.png").read_bytes() == b"one"


def test_an_attached_text_is_no_snippet(tmp_path: Path) -> None:
    (tmp_path / "steps.txt").write_text("1, 2, 3", encoding="utf-8")
    assert take_attachment(tmp_path / "snippets", tmp_path / "steps.txt") == "steps.text"
    assert snippets_in(tmp_path / "snippets") == ()


def test_a_file_that_cannot_be_copied_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"gone\.png cannot be copied"):
        take_attachment(tmp_path / "snippets", tmp_path / "gone.png")


def test_a_snippet_that_was_dropped_is_gone(tmp_path: Path) -> None:
    keep_snippet(tmp_path, BUDGET)
    drop_snippet(tmp_path, BUDGET.name)
    assert snippets_in(tmp_path) == ()
