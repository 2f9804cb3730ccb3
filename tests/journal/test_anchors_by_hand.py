"""Anchors that the owner writes down: "the client holds the sheet of week 47" (4-evidence 4.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.facts.vouching import Vouched
from app.journal.checking import held_heads
from app.journal.vouching import vouching
from app.ledger.findings import Held
from app.papers.plain_text import text_of
from app.words import words_for
from tests.journal.conftest import Shore


def sheet_text(shore: Shore) -> str:
    """The client's sheet as text, as it would come out of a scanner."""
    paper = shore.journal.weeks.print_paper(shore.client, "2026-W45")
    return text_of(paper, words_for("ru"))


def test_a_head_on_paper_holds_the_entries_before_it(shore: Shore) -> None:
    size, head = shore.journal.size_and_head()
    seq = shore.journal.evidence.anchor_by_hand(shore.client, Held(size, head), to=shore.olga)
    found = vouching(shore.journal)
    assert (found.heads[0].entry, found.heads[0].how, found.heads[0].person) == (seq, "by_hand", "Ольга Никитина")
    assert found.heads[0].verdict is Vouched.HELD
    assert found.covered == size


def test_the_sheet_of_a_week_is_named_and_its_head_known(shore: Shore) -> None:
    journal = shore.journal
    paper = journal.weeks.print_paper(shore.client, "2026-W45")
    journal.weeks.mark_as_given(shore.client, "2026-W45", paper)
    journal.talk.note(shore.client, "later")
    journal.evidence.anchor_by_hand(shore.client, period="2026-W45")
    newest = vouching(journal).heads[0]
    assert (newest.period, newest.head) == ("2026-W45", paper.foot.head)


def test_another_head_or_one_beyond_the_end_is_refused(shore: Shore) -> None:
    size, head = shore.journal.size_and_head()
    with pytest.raises(Refused, match="another head"):
        shore.journal.evidence.anchor_by_hand(shore.client, Held(size, "0" * 64))
    with pytest.raises(Refused, match="only"):
        shore.journal.evidence.anchor_by_hand(shore.client, Held(size + 9, head))
    with pytest.raises(Refused, match="2026-W40"):
        shore.journal.evidence.anchor_by_hand(shore.client, period="2026-W40")


@pytest.mark.parametrize("without_code", [False, True])
def test_a_head_is_read_off_the_text_of_a_sheet(shore: Shore, tmp_path: Path, without_code: bool) -> None:
    text = sheet_text(shore)
    if without_code:
        text = "\r\n".join(line for line in text.splitlines() if "ashore:1:" not in line)
    path = tmp_path / "sheet.txt"
    path.write_text(text, encoding="utf-8")
    assert held_heads([str(path)]) == (Held(*shore.journal.size_and_head()),)
    assert held_heads([text]) == (Held(*shore.journal.size_and_head()),)


def test_a_text_without_a_head_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(Refused, match="holds no head"):
        held_heads([str(tmp_path / "empty.txt")])
    with pytest.raises(Unavailable, match="There is no file"):
        held_heads([str(tmp_path / "none.txt")])
    with pytest.raises(Refused, match="all 64 digits"):
        held_heads(["1296:abc"])
