"""Papers on paper: what stands in the file, where pages break, and what hostile text cannot do."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Unavailable
from app.facts.pages import (
    Cell,
    Column,
    KeyLine,
    Paper,
    Paragraph,
    Section,
    Table,
    grouped,
    plain,
)
from app.whole_file import write_whole
from tests.papers.sheets import HEAD, LAST, of, russian_sheet, shown, spanish_sheet
from ui.printing import pdf
from ui.printing.drawn import Letters, words_on
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui, paint

ROOT = Path(__file__).parents[2]
DISPLAYS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
TOOLS = ("pdftotext", "pdffonts", "qpdf")
pytestmark = pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="poppler-utils and qpdf are not installed")


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    ensure_gui()


def printed(path: Path) -> str:
    """What pdftotext finds, in reading order of the raw stream, with every run of white space as one space."""
    found = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def strings_of(paper: Paper) -> list[str]:
    """Every text of the week sheet's rows, figures and lines."""
    texts: list[str] = [paper.title, paper.subtitle, *(run.text for run in paper.right)]
    for block in paper.blocks:
        for leaf in block.blocks if isinstance(block, Section) else ():
            if isinstance(leaf, Table):
                texts += [run.text for row in leaf.rows for cell in row for run in cell.runs]
            if isinstance(leaf, KeyLine):
                texts += [leaf.text, leaf.right]
    return [" ".join(text.split()) for text in texts if text.strip()]


@pytest.mark.parametrize("sheet", [spanish_sheet, russian_sheet])
def test_a_reader_of_the_file_finds_every_string_of_the_sheet(tmp_path: Path, sheet: object) -> None:
    paper = sheet()  # type: ignore[operator]
    paint(paper, tmp_path / "sheet.pdf")
    text = printed(tmp_path / "sheet.pdf")
    assert [wanted for wanted in strings_of(paper) if wanted not in text] == []


def test_the_full_head_the_last_hash_and_the_key_stand_in_the_file(tmp_path: Path) -> None:
    paint(spanish_sheet(), tmp_path / "sheet.pdf")
    text = printed(tmp_path / "sheet.pdf")
    assert grouped(HEAD) in text
    assert LAST in text
    assert "SHA256:mT4vQ1zV0hXk2b8sYpLr7cNe5wJd9uGa3fKiZoEx6B0" in text


def test_the_file_is_sound_and_carries_its_fonts(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    paint(spanish_sheet(), path)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    fonts = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert {row.split()[0].split("+")[-1] for row in fonts} == {
        "Inter-Regular",
        "Inter-Medium",
        "Inter-SemiBold",
        "JetBrainsMono-Regular",
    }
    assert all(row.split()[-5] == "yes" for row in fonts)
    assert path.read_bytes().startswith(b"%PDF-1.4")


def test_the_same_paper_is_the_same_file(tmp_path: Path) -> None:
    paint(spanish_sheet(), tmp_path / "one.pdf")
    paint(spanish_sheet(), tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert b"20261120164000" in (tmp_path / "one.pdf").read_bytes()


def test_another_paper_has_another_identity() -> None:
    one = pdf.pdf_bytes(lay_out(spanish_sheet()))
    other = pdf.pdf_bytes(lay_out(replace(spanish_sheet(), subtitle="Casa Jacaranda")))
    assert pdf.DOCUMENT.search(one).group() != pdf.DOCUMENT.search(other).group()  # type: ignore[union-attr]


def test_the_sheet_of_the_picture_fits_one_page() -> None:
    assert lay_out(spanish_sheet()).count == 1


def test_nothing_stands_outside_the_margins() -> None:
    pages = lay_out(spanish_sheet())
    edge = pages.sheet.margin
    letters = [item for item in pages.pages[0].items() if isinstance(item, Letters)]
    assert all(edge - 0.01 <= item.x < pages.sheet.width - edge for item in letters)
    assert all(edge < item.y < pages.sheet.height - edge for item in letters)


def test_a_megabyte_without_a_space_is_painted_in_time(tmp_path: Path) -> None:
    began = time.monotonic()
    cell = Table(columns=(Column(500), Column(500)), rows=((Cell(plain("x" * 1_000_000)), Cell(plain("beside"))),))
    pages = lay_out(of(cell, Paragraph(plain("ы" * 1_000_000))))
    write_whole(tmp_path / "long.pdf", pdf.pdf_bytes(pages))
    assert time.monotonic() - began < 20
    assert "…" in words_on(pages.pages[0])
    assert "beside" in words_on(pages.pages[0])


def test_a_long_word_is_broken_inside_its_column_and_keeps_every_letter() -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3
    pages = lay_out(of(Table(columns=(Column(200), Column(800)), rows=((Cell(plain(word)), Cell(plain("next"))),))))
    letters = [item for item in pages.pages[0].items() if isinstance(item, Letters) and item.text not in ("T", "next")]
    assert "".join(item.text for item in letters[: len(letters) - 1]) == word


def test_a_long_paragraph_loses_no_character_at_the_seams_of_its_pieces() -> None:
    text = " ".join(f"word{n}🙂" for n in range(4000))
    found = "".join(shown(lay_out(of(Paragraph(plain(text))))).split())
    assert all(f"word{n}🙂" in found for n in range(4000))


def test_controls_that_turn_text_around_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    paint(of(Paragraph(plain("pay \u202e001\u202c now\x00"))), tmp_path / "turned.pdf")
    assert "pay ‹U+202E›001‹U+202C› now‹U+0000›" in printed(tmp_path / "turned.pdf")


def test_html_is_shown_as_text(tmp_path: Path) -> None:
    html = "<b>bold</b> <img src='file:///etc/passwd'> <script>alert(1)</script>"
    paint(of(Paragraph(plain(html)), Section("<i>x</i>", (KeyLine("<u>y</u>", "<s>z</s>"),))), tmp_path / "h.pdf")
    text = printed(tmp_path / "h.pdf")
    assert html in text
    assert "<i>x</i>" in text
    assert "<s>z</s>" in text


def test_lone_surrogates_and_piled_marks_do_not_stop_the_painter(tmp_path: Path) -> None:
    paint(of(Paragraph(plain("a\ud800b " + "e" + "\u0301" * 100_000))), tmp_path / "odd.pdf")
    text = printed(tmp_path / "odd.pdf")
    assert "a‹U+D800›b" in text
    assert "‹+99992›" in text


def test_a_failed_write_leaves_the_old_file_whole_and_no_scraps(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.mkdir()
    with pytest.raises(Unavailable):
        paint(spanish_sheet(), target)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        paint(spanish_sheet(), tmp_path / "nowhere" / "sheet.pdf")


def test_a_full_disk_leaves_the_old_file_whole_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "sheet.pdf"
    paint(spanish_sheet(), target)
    before = target.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="No space left"):
        paint(russian_sheet(), target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_program_without_a_window_paints_without_a_display(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; import sys; from tests.papers.sheets import spanish_sheet; "
        "from ui.printing.paint import paint; paint(spanish_sheet(), Path(sys.argv[1]))"
    )
    bare = {key: value for key, value in os.environ.items() if key not in DISPLAYS}
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "sheet.pdf")], check=True, env=bare, cwd=ROOT)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-1.4")
