"""Every paper is looked at before it is printed: what the window shows is what it hands over (6.8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication

from tests.papers.sheets import long_paper, spanish_sheet
from tests.ui.shore import Shore
from ui.dialogs.paper import PaperWindow, open_annex, open_paper
from ui.printing.on_paper import Printed
from ui.widgets.button import Button
from ui.widgets.notice import NoticeLine


def said(window: PaperWindow) -> list[str]:
    QApplication.processEvents()
    return [line.accessibleName() for line in window.notices.findChildren(NoticeLine) if line.isVisibleTo(window)]


def test_the_number_of_pages_stands_below_the_paper(shore: Shore) -> None:
    window = open_paper(shore.bench, long_paper(120), shore.client)
    assert window.preview.page_count > 2
    assert window.windowTitle() == long_paper(120).title


def test_the_file_holds_the_paper_that_is_shown(shore: Shore, tmp_path: Path) -> None:
    window = open_paper(shore.bench, spanish_sheet(), shore.client)
    assert window.write(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert said(window) == ["Saved as sheet.pdf."]


def test_a_file_that_cannot_be_written_is_said_over_the_paper(shore: Shore, tmp_path: Path) -> None:
    window = open_paper(shore.bench, spanish_sheet(), shore.client)
    assert not window.write(tmp_path / "nowhere" / "sheet.pdf")
    assert said(window)[0].startswith("The file sheet.pdf could not be written")


def test_the_text_on_the_clipboard_is_the_papers_own(shore: Shore) -> None:
    window = open_paper(shore.bench, spanish_sheet(), shore.client)
    window.copy()
    assert "Clínica Dental Albor" in QGuiApplication.clipboard().text()
    assert said(window) == ["Copied as text."]


def test_without_a_printer_a_pdf_is_offered(shore: Shore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window = open_paper(shore.bench, spanish_sheet(), shore.client)
    window.print()
    assert said(window) == ["No printer found. Save PDF instead."]
    offered = [each for each in window.notices.findChildren(Button) if each.text() == "Save PDF"]
    offered[0].click()
    assert window.saving is not None and window.saving.dialog is not None
    assert window.saving.proposed.name.endswith(".pdf")
    window.saving.dialog.close()


@pytest.mark.parametrize(("how", "begins"), [(Printed.DONE, "Printed."), (Printed.FAILED, "The printer did not take")])
def test_what_the_printer_answers_is_said(
    shore: Shore, monkeypatch: pytest.MonkeyPatch, how: Printed, begins: str
) -> None:
    monkeypatch.setattr("ui.dialogs.paper.print_paper", lambda paper, parent, tell: tell(how))
    window = open_paper(shore.bench, spanish_sheet(), shore.client)
    window.print()
    assert said(window)[0].startswith(begins)


def test_the_annex_is_looked_at_before_it_is_printed(shore: Shore) -> None:
    window = open_annex(shore.bench, shore.client)
    assert "Albor" in window.text or shore.journal.clients.get(shore.client).name in window.text
    assert window.preview.page_count >= 1
