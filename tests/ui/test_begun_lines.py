"""A line that was begun in one place is never lost in another (fault 30, 6.2): quick add, its dialog, the full form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from ui.dialogs.edit import EditForm
from ui.dialogs.quick_add import QuickAdd
from ui.dialogs.request import RequestForm
from ui.pages.client.page import ClientPage
from ui.pages.client.quick_add import QuickAdd as QuickBar
from ui.theme import Theme

LINE = "Поменять шапку"


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def clients(desk: Desk) -> tuple[int, int]:
    """Кедровый дом and somebody else."""
    cedar = desk.journal.clients.named("Кедровый дом").number
    return cedar, next(each.number for each in desk.journal.clients.all() if each.number != cedar)


def log_dialog(desk: Desk) -> QuickAdd:
    found = desk.bench.open("log", clients(desk)[0])
    assert isinstance(found, QuickAdd)
    return found


def page_of(desk: Desk) -> ClientPage:
    desk.window.go("client", clients(desk)[0])
    desk.read()
    page = desk.window.page
    assert isinstance(page, ClientPage)
    return page


def test_an_empty_field_of_the_page_drops_no_line_that_the_dialog_keeps(desk: Desk) -> None:
    page_of(desk)
    dialog = log_dialog(desk)
    dialog.bar.field.setPlainText(LINE)
    dialog.leave()
    desk.window.go("client", clients(desk)[1])
    desk.read()
    assert log_dialog(desk).bar.field.toPlainText() == LINE


def test_a_line_taken_back_stands_before_what_was_begun_since(desk: Desk) -> None:
    bar = page_of(desk).findChild(QuickBar)
    assert bar is not None
    bar.field.setPlainText(LINE)
    bar.save()
    desk.read()
    bar.field.setPlainText("Позвонить про фото")
    desk.window.notices.undo()
    desk.read()
    assert bar.field.toPlainText() == f"{LINE}\nПозвонить про фото"


@pytest.mark.parametrize(("kind", "sort"), [("edit", EditForm), ("request", RequestForm)])
def test_a_line_taken_over_by_the_full_form_waits_there_until_it_is_recorded(
    desk: Desk, kind: str, sort: type[EditForm | RequestForm]
) -> None:
    dialog = log_dialog(desk)
    dialog.bar.switches.kinds.choose(kind)
    dialog.bar.field.setPlainText(LINE)
    dialog.save()
    form = desk.window.findChild(sort)
    assert form is not None
    form.reject()
    assert form.isVisible()  # asked once
    form.reject()
    QApplication.processEvents()
    again = desk.bench.open(kind, clients(desk)[0])
    assert isinstance(again, EditForm | RequestForm)
    field = again.facts.text if isinstance(again, EditForm) else again.lines
    assert field.editor.toPlainText() == LINE


def test_a_line_of_the_page_overwrites_no_other_that_the_dialog_keeps(desk: Desk) -> None:
    bar = page_of(desk).journal.quick
    dialog = log_dialog(desk)
    dialog.bar.field.setPlainText(LINE)
    dialog.leave()
    for text in ("Позвонить", "Позвонить про фото"):
        bar.field.setPlainText(text)
        bar.begun.keep()
    assert log_dialog(desk).bar.field.toPlainText() == f"Позвонить про фото\n{LINE}"
    bar.save()
    desk.read()
    desk.window.go("client", clients(desk)[1])
    desk.read()
    assert page_of(desk).journal.quick.field.toPlainText() == LINE


@pytest.mark.parametrize("on_page", [True, False])
def test_files_that_a_whole_form_does_not_take_are_named_and_stay(desk: Desk, tmp_path: Path, on_page: bool) -> None:
    file = tmp_path / "macket.png"
    file.write_bytes(b"PNG")
    dialog = None if on_page else log_dialog(desk)
    bar = page_of(desk).journal.quick if dialog is None else dialog.bar
    bar.switches.kinds.choose("edit")
    bar.field.setPlainText(LINE)
    bar.files.take([file])
    if dialog is None:
        bar.open_full()
    else:
        dialog.save()
        assert dialog.isVisible()
    assert bar.problem.text().startswith("Files are kept with a line.")
    assert (bar.files.paths, bar.field.toPlainText()) == ((file,), LINE)
    assert desk.window.findChild(EditForm) is None
