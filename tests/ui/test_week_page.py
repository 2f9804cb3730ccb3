"""The week page on a real journal: what leaves it carries the head, and what was given is recorded (6.8, 5.1)."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from app.facts.vouching import Vouched
from app.facts.week import Edition, SheetSection
from app.settings import Settings
from ui.layout import Layout
from ui.pages.week import WeekPage
from ui.printing.on_paper import Printed
from ui.sample import HERE
from ui.theme import Theme
from ui.workbench import Told, Workbench

Show = Callable[..., QWidget]


@pytest.fixture
def page(workbench: Workbench, show: Show) -> WeekPage:
    """The page with the sheet of Clínica Dental Albor, the one that is due first."""
    made = WeekPage(workbench)
    show(made, 1140, 860)
    made.refresh()
    workbench.settle()
    return made


def text_in(pdf: Path) -> str:
    found = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def checkpoints(workbench: Workbench) -> int:
    with workbench.journal.look() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM checkpoints").scalar_one())


def alt(page: QWidget, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.AltModifier)
    QApplication.sendEvent(page, event)


def test_the_page_begins_with_the_sheet_that_is_due_first(page: WeekPage) -> None:
    assert page.options.client.editor.currentText() == "Clínica Dental Albor"
    assert page.heading.header.title.text() == "Week 47"
    assert page.heading.header.subtitle.text() == "Monday, 16 to Sunday, 22 November 2026"
    assert page.giving.title.text() == "Give it to Lucía Herrero"
    assert page.giving.due.text() == "today by 18:00"
    assert page.options.pages.text() == "fits one page"


def test_a_saved_pdf_carries_the_head_of_the_journal(page: WeekPage, workbench: Workbench, tmp_path: Path) -> None:
    _, head = workbench.journal.size_and_head()
    assert page.shown is not None
    assert page.handing.save_to(page.shown, tmp_path / "sheet.pdf")
    assert head in text_in(tmp_path / "sheet.pdf").replace(" ", "")
    assert checkpoints(workbench) == 1


def test_saving_remembers_the_folder_and_offers_to_mark_it(
    page: WeekPage, workbench: Workbench, told: list[Told], tmp_path: Path
) -> None:
    assert page.shown is not None
    page.handing.save_to(page.shown, tmp_path / "sheet.pdf")
    assert workbench.settings.paper_folder == str(tmp_path)
    assert (told[-1].notice.text, told[-1].notice.step) == ("Saved as sheet.pdf.", "Mark as given")


def test_a_pdf_that_cannot_be_written_is_offered_another_name(page: WeekPage, told: list[Told], tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    assert page.shown is not None
    assert not page.handing.save_to(page.shown, tmp_path / "sheet.pdf")
    assert "could not be written" in told[-1].notice.text
    assert told[-1].notice.step == "Save as sheet (2).pdf"


def test_copied_text_holds_the_head_in_one_piece(page: WeekPage, workbench: Workbench) -> None:
    page.giving.copy.click()
    _, head = workbench.journal.size_and_head()
    assert head in QGuiApplication.clipboard().text()
    assert checkpoints(workbench) == 1


def test_without_a_printer_a_pdf_is_offered(page: WeekPage, told: list[Told], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.printing.on_paper.printer_found", lambda: False)
    page.giving.print.click()
    assert told[-1].notice.text == "No printer found. Save PDF instead."
    assert told[-1].notice.step == "Save PDF"


def test_a_printed_sheet_made_a_checkpoint(
    page: WeekPage, workbench: Workbench, told: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.week.handing.print_paper", lambda paper, parent, tell: tell(Printed.DONE))
    page.print_page()
    assert checkpoints(workbench) == 1
    assert told[-1].notice.step == "Mark as given"


def test_marking_as_given_records_the_report_and_the_head_that_the_sheet_carried(
    page: WeekPage, workbench: Workbench, tmp_path: Path
) -> None:
    size, head = workbench.journal.size_and_head()
    assert page.shown is not None
    page.handing.save_to(page.shown, tmp_path / "sheet.pdf")
    workbench.journal.talk.note(page.shown.asked.client, "Said after the sheet was saved.")
    page.giving.mark.click()
    dialog = page.handing.dialog
    assert dialog is not None
    dialog.how.editor.choose("mailed")
    dialog.mark.click()
    anchor = workbench.journal.evidence.anchors()[-1]
    assert (anchor["how"], anchor["size"], anchor["head"]) == ("mail", size, head)
    report = workbench.journal.reading.entry(anchor["report"])
    assert (report.kind, report.body["period"], report.body["how"]) == ("report.sent", "2026-W47", "mailed")
    page.refresh()
    workbench.settle()
    assert page.shown is not None
    assert (page.shown.given[0].period, page.shown.given[0].verdict) == ("2026-W47", Vouched.HELD)
    assert page.giving.due.isHidden()


def test_a_sheet_that_never_left_is_marked_with_a_warning(page: WeekPage) -> None:
    page.giving.mark.click()
    assert page.handing.dialog is not None
    warnings = [one.accessibleName() for one in page.handing.dialog.findChildren(QWidget) if one.isVisible()]
    assert any("not printed, saved or copied here" in said for said in warnings)
    page.handing.dialog.reject()


def test_arrows_with_alt_turn_the_weeks_but_never_past_this_one(page: WeekPage, workbench: Workbench) -> None:
    for key, title in ((Qt.Key.Key_Left, "Week 46"), (Qt.Key.Key_Right, "Week 47"), (Qt.Key.Key_Right, "Week 47")):
        alt(page, key)
        workbench.settle()
        assert page.heading.header.title.text() == title
    assert not page.heading.on.isEnabled()


def test_a_week_without_entries_says_so(page: WeekPage, workbench: Workbench, told: list[Told]) -> None:
    for _ in range(8):
        page.move_by(-1)
        workbench.settle()
    assert page.desk.empty.accessibleName() == "Nothing recorded in week 39. Send a line anyway?"
    page.move_by(0)
    workbench.settle()
    assert page.desk.empty.isHidden()


def test_my_edition_cannot_be_marked_as_given(page: WeekPage, workbench: Workbench) -> None:
    page.options.edition.editor.choose(Edition.MINE)
    page.options.edition.editor.changed.emit(Edition.MINE)
    workbench.settle()
    assert not page.giving.mark.isEnabled()
    assert not page.options.boxes[SheetSection.LOST_DAYS].isHidden()


def test_a_section_that_is_unticked_leaves_the_paper(page: WeekPage, workbench: Workbench) -> None:
    page.options.boxes[SheetSection.NEXT_WEEK].click()
    workbench.settle()
    assert page.shown is not None
    assert "La semana que viene" not in page.desk.preview.accessibleDescription()
    assert SheetSection.DONE in page.shown.asked.sections


def test_all_clients_make_one_sheet_for_me(page: WeekPage, workbench: Workbench) -> None:
    page.options.client.editor.chosen.emit("0")
    workbench.settle()
    said = page.desk.preview.accessibleDescription()
    assert "HARBOUR & FINCH" in said
    assert "CASA JACARANDA" in said
    assert not page.giving.mark.isEnabled()


def test_a_narrow_page_shows_one_half_at_a_time(page: WeekPage) -> None:
    page.set_layout(Layout.SINGLE)
    assert page.desk.isVisible()
    assert not page.options.isVisible()
    page.heading.switch.changed.emit("options")
    assert page.options.isVisible()
    assert not page.desk.isVisible()


def test_a_journal_without_clients_says_what_comes_first(tmp_path: Path, show: Show, dressed: Theme) -> None:
    from app.journal.opening import create_journal

    owner = {"name": "Elena", "zone": "Europe/Madrid", "hours": {"mon": [["09:00", "18:00"]]}}
    clock = FixedClock(datetime(2026, 11, 20, 11, 42, tzinfo=HERE))
    bench = Workbench(create_journal(tmp_path / "new.ashore", owner, clock), Settings(), "en")
    page = WeekPage(bench)
    show(page, 1140, 860)
    page.refresh()
    bench.settle()
    assert page.nobody.isVisible()
    assert not page.body.isVisible()
    bench.close()
