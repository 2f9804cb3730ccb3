"""Where pages break and what stands on each: rows whole, heads repeated, the foot on every page."""

from __future__ import annotations

import pytest
import segno

from app.facts.pages import (
    Cell,
    Column,
    HashBlock,
    PageBreak,
    Paragraph,
    Run,
    Section,
    SignatureLines,
    Table,
    Term,
    TermList,
    Tone,
    grouped,
    plain,
)
from tests.papers.sheets import HEAD, QR, long_paper, of, shown, spanish_sheet
from ui.printing.drawn import Letters, Squares, words_on
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    ensure_gui()


def test_rows_are_never_split_and_the_head_is_on_every_page() -> None:
    pages = lay_out(long_paper(120))
    assert pages.count > 2
    rows = []
    for page in pages.pages:
        text = words_on(page)
        assert "Entry Happened" in text
        found = [line for line in text.splitlines() if line.startswith("Entry number")]
        assert all(line.split()[2] == line.split()[4] for line in found)
        rows += [line.split()[2] for line in found]
    assert rows == [f"{n:04d}" for n in range(120)]


def test_every_page_has_the_head_the_code_and_its_number() -> None:
    pages = lay_out(long_paper(120))
    for number, page in enumerate(pages.pages, 1):
        text = words_on(page)
        assert all(group in text for group in grouped(HEAD).split())
        assert f"Page {number} of {pages.count}" in text
        assert any(isinstance(item, Squares) for item in page.items())


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(30, 60):
        text = Paragraph(plain("\n".join("line" for _ in range(lines))))
        pages = lay_out(of(text, Section("Heading", (Paragraph(plain("first\nsecond")),))))
        for page in pages.pages:
            words = words_on(page).splitlines()
            assert "Heading" not in words or words[words.index("Heading") + 1] == "first"


def test_a_row_of_many_lines_goes_whole_to_the_next_page() -> None:
    tall = "\n".join(f"tall {n}" for n in range(30))
    rows = tuple((Cell(plain(text)),) for text in (*["short"] * 30, tall))
    pages = lay_out(of(Table(columns=(Column(1000),), rows=rows)))
    assert pages.count == 2
    assert "tall" not in words_on(pages.pages[0])
    assert words_on(pages.pages[1]).count("tall") == 30


def test_a_page_break_begins_a_page() -> None:
    pages = lay_out(of(Paragraph(plain("one")), PageBreak(), Paragraph(plain("two"))))
    assert pages.count == 2
    assert "two" in words_on(pages.pages[1])


def test_struck_dates_are_struck_and_still_read() -> None:
    pages = lay_out(of(Paragraph((Run("lun 16", Tone.STRUCK), Run(" mar 17 nov")))))
    assert "lun 16 mar 17 nov" in shown(pages)


def test_a_signature_never_stands_alone_on_a_page() -> None:
    for lines in range(40, 62):
        text = Paragraph(plain("\n".join("line" for _ in range(lines))))
        for page in lay_out(of(text, SignatureLines((("Elena", "date"), ("Lucía", "date"))))).pages:
            words = words_on(page).splitlines()
            assert "Elena Lucía" not in words or words[words.index("Elena Lucía") - 1] == "line"


def test_terms_signatures_and_digests_are_set() -> None:
    terms = TermList((Term("My answer", plain("within two working hours")),))
    text = shown(
        lay_out(
            of(terms, SignatureLines((("Elena", "owner"), ("Lucía", "client"))), HashBlock(label="Head", digits=HEAD))
        )
    )
    text += shown(lay_out(of(HashBlock(label="Head", digits=HEAD, big=True))))
    assert "My answer within two working hours" in text
    assert "Elena Lucía" in text
    assert grouped(HEAD[:32]) in text


def test_the_code_is_25_millimetres_with_a_quiet_zone_of_2() -> None:
    pages = lay_out(spanish_sheet())
    items = list(pages.pages[0].items())
    code = next(item for item in items if isinstance(item, Squares))
    assert code.size == pytest.approx(25 / 25.4 * 72)
    quiet = 2 / 25.4 * 72
    for item in items:
        if isinstance(item, Letters) and item.x > code.x - quiet:
            top = item.y - item.face.size * 0.74
            assert item.y < code.y - quiet or top > code.y + code.size + quiet - 0.1


def test_the_code_says_what_was_asked() -> None:
    code = next(item for item in lay_out(spanish_sheet()).pages[0].items() if isinstance(item, Squares))
    matrix = segno.make_qr(QR, error="m", boost_error=False).matrix
    dark = {(x + step, y) for x, y, length in code.cells for step in range(length)}
    assert dark == {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert code.modules == len(matrix)


def test_a_small_table_stays_on_one_page_with_the_sentence_that_introduces_it() -> None:
    marks = Table(columns=(Column(share=1000),), rows=tuple((Cell(runs=plain(f"mark {n}")),) for n in range(5)))
    for lines in range(30, 60):
        text = Paragraph(plain("\n".join("line" for _ in range(lines))))
        pages = lay_out(of(text, Section("Marks", (Paragraph(plain("From 1 to 5")), marks))))
        holding = [words_on(page) for page in pages.pages if "mark" in words_on(page)]
        assert len(holding) == 1
        assert all(part in holding[0] for part in ("Marks", "From 1 to 5", "mark 0", "mark 4"))
