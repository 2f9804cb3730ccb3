"""Sheets that are due together are made together, then each is marked as given (C6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.facts.terms import ReportTerms
from tests.ui.desk import Desk
from ui.dialogs.make_all import MakeAll
from ui.dialogs.make_all.making import free_path
from ui.sample import MOMENT
from ui.theme import Theme
from ui.widgets.text import Text

WEEKLY = (ReportTerms(sort="weekly", every="week", weekday="fri"),)
CLIENTS = ("Casa Jacaranda", "Clínica Dental Albor", "Harbour & Finch")


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    """Three clients whose sheets are due on this Friday."""
    found = Desk(tmp_path)
    for name in CLIENTS:
        client = found.journal.clients.named(name).number
        terms = replace(found.journal.agreements.in_force(client).terms, reports=WEEKLY)
        found.journal.agreements.make(client, terms, effective_from=date(2026, 11, 16))
    found.read()
    yield found
    found.close()


def opened(desk: Desk, folder: Path) -> MakeAll:
    desk.page.write_first.together.buttons[0].click()
    [dialog] = desk.window.findChildren(MakeAll)
    dialog.take_folder(str(folder))
    return dialog


def made(dialog: MakeAll) -> None:
    dialog.make()
    while dialog.is_making:
        QApplication.processEvents()


def test_today_keeps_a_line_for_each_client_and_one_button(desk: Desk) -> None:
    [button] = desk.page.write_first.together.buttons
    assert button.text() == "Make all 3"
    assert all("F19" in desk.reasons(name) for name in CLIENTS)


def test_after_closing_they_are_late(desk: Desk) -> None:
    desk.journal.clock.move_to(MOMENT.replace(hour=18, minute=30))  # type: ignore[attr-defined]
    desk.page.refresh()
    desk.read()
    said = [each.text() for each in desk.page.write_first.together.findChildren(Text)]
    assert "Sheets for 3 clients are late" in said


def test_one_sheet_alone_has_no_such_button(tmp_path: Path, dressed: Theme) -> None:
    desk = Desk(tmp_path)
    assert not desk.page.write_first.together.isVisible()
    desk.close()


def test_every_sheet_lies_in_the_folder_as_pdf_and_text(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    dialog = opened(desk, folder)
    dialog.text.setChecked(True)
    made(dialog)
    assert sorted(path.name for path in folder.glob("*.pdf")) == [
        "Casa Jacaranda, week 47.pdf",
        "Clínica Dental Albor, week 47.pdf",
        "Harbour & Finch, week 47.pdf",
    ]
    assert len(list(folder.glob("*.txt"))) == 3
    assert dialog.said.text() == "3 sheets are made. Hand them over, then mark each as given."
    dialog.reject()


def test_each_is_marked_as_given_with_the_head_it_carries(desk: Desk, tmp_path: Path) -> None:
    dialog = opened(desk, tmp_path)
    made(dialog)
    row = dialog.rows[0]
    row.mark.click()
    assert dialog.marking is not None
    dialog.marking.take()
    assert row.is_given
    entries = desk.journal.reading.timeline(row.client)
    [report] = [each for each in entries if each.kind == "report.sent"]
    body = desk.journal.reading.entry(report.seq).body
    assert row.paper is not None
    assert (body["period"], body["head"]) == ("2026-W47", row.paper.foot.head)
    desk.read()
    assert desk.page.write_first.together.buttons[0].text() == "Make all 2"
    dialog.reject()


def test_a_folder_that_takes_nothing_is_said_in_each_row_and_stops_no_other(desk: Desk, tmp_path: Path) -> None:
    dialog = opened(desk, tmp_path / "gone")
    made(dialog)
    assert [row.paper for row in dialog.rows] == [None, None, None]
    assert all(row.state.text() for row in dialog.rows)
    assert dialog.said.text() == "0 sheets are made. Hand them over, then mark each as given."
    assert dialog.primary.isEnabled()
    dialog.reject()


def test_without_a_form_nothing_is_made(desk: Desk, tmp_path: Path) -> None:
    dialog = opened(desk, tmp_path)
    dialog.pdf.setChecked(False)
    dialog.make()
    assert dialog.said.text() == "Choose PDF, text, or both."
    assert not dialog.is_making
    dialog.reject()


def test_a_sheet_made_earlier_stays(tmp_path: Path) -> None:
    (tmp_path / "A, week 47.pdf").write_bytes(b"held by somebody")
    assert free_path(tmp_path, "A, week 47.pdf").name == "A, week 47 (2).pdf"
