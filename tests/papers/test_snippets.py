"""Snippets come back from their files as they were kept (3.3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.papers.snippets import Snippet, keep_snippet, snippets_in

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
