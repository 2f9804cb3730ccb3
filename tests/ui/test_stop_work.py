"""The stop-work assistant in the window: it shows, the owner records; nothing happens by itself (F15, D11)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui.shore import FRIDAY, Shore
from ui.dialogs.item import item_form
from ui.dialogs.stop_work import StopWork
from ui.widgets.text import Text


@pytest.fixture
def behind(behind: QWidget, shore: Shore) -> QWidget:
    shore.bench.window = behind
    return behind


@pytest.fixture
def request_over(shore: Shore) -> int:
    """Photos asked for on Friday the 15th, needed for a stage of the 29th; now it is Friday the 22nd."""
    journal = shore.journal
    terms = journal.agreements.in_force(shore.client).terms
    granted = replace(terms, information=replace(terms.information, right_to_stop="yes"))
    journal.agreements.confirm(shore.client, journal.agreements.make(shore.client, granted))
    shore.later(minutes=5)
    stage = journal.plan.plan(shore.client, "Catálogo", due=date(2026, 5, 29))
    request = journal.requests.make(shore.client, ["Fotos", "Logo"], needed_for=[stage])
    shore.clock.move_to(FRIDAY + timedelta(days=7))
    return request


def said(form: QWidget) -> str:
    return "\n".join(each.text() for each in form.findChildren(Text))


def test_it_shows_what_is_missing_the_right_and_the_day_that_would_move(
    shore: Shore, behind: QWidget, request_over: int
) -> None:
    """F15, D11: six working days were left on Thursday the 21st's eve."""
    form = StopWork(shore.bench, shore.client, request=request_over, parent=behind)
    shown = said(form)
    assert "Fotos" in shown and "You may stop work since" in shown and "No reminder was sent yet" in shown
    assert "«Catálogo»" in shown and "instead of Friday, 29 May" in shown
    assert "work.stopped" not in shore.kinds()


def test_the_owner_records_the_stop_with_the_words_in_the_field_and_later_that_work_goes_on(
    shore: Shore, behind: QWidget, request_over: int
) -> None:
    """F6, D11: told through a channel; the new date is told with the note."""
    form = StopWork(shore.bench, shore.client, request=request_over, parent=behind)
    form.note.editor.setPlainText("Paro el trabajo hasta recibir las fotos.")
    form.save()
    assert shore.last().kind == "work.stopped"
    assert (shore.last().body["notice"], shore.last().body["channel"]) == (
        "Paro el trabajo hasta recibir las fotos.", "whatsapp")  # fmt: skip
    shore.later(days=4)
    again = StopWork(shore.bench, shore.client, request=request_over, parent=behind)
    assert again.resumes and len(again.dates.boxes) == 1
    again.save()
    kinds = shore.kinds()
    assert kinds[-2:] == ["work.resumed", "stage.moved"]


def test_a_date_that_is_not_ticked_stays_and_leaves_the_note(shore: Shore, behind: QWidget, request_over: int) -> None:
    """D11: the date is proposed, not imposed."""
    shore.journal.stops.stop(request_over, channel="whatsapp")
    shore.later(days=4)
    form = StopWork(shore.bench, shore.client, request=request_over, parent=behind)
    assert "Catálogo" in form.note.editor.toPlainText()
    form.dates.boxes[0][0].setChecked(False)
    assert "Catálogo" not in form.note.editor.toPlainText()
    form.save()
    assert shore.kinds()[-1] == "work.resumed"


def test_a_refusal_stays_in_the_form(shore: Shore, behind: QWidget, request_over: int) -> None:
    """D3: it was answered meanwhile."""
    form = StopWork(shore.bench, shore.client, request=request_over, parent=behind)
    shore.journal.requests.answer(request_over, complete=True)
    form.open()
    form.save()
    assert form.isVisible() and "answered" in (form.note.error or "")


def test_the_notice_is_copied_and_shown_as_a_page(
    shore: Shore, behind: QWidget, request_over: int, tmp_path: Path
) -> None:
    """1.4: in the client's language."""
    form = StopWork(shore.bench, shore.client, request=request_over, parent=behind)
    form._copy()
    assert "Fotos" in QGuiApplication.clipboard().text()
    form.print_notice()
    assert form.paper.write(tmp_path / "notice.pdf")
    assert (tmp_path / "notice.pdf").read_bytes().startswith(b"%PDF")
    assert "Fotos" in form.paper.text


def test_an_overdue_request_leads_to_it_and_one_in_time_does_not(
    shore: Shore, behind: QWidget, request_over: int
) -> None:
    """F15: from the request's own form."""
    form = item_form(shore.bench, shore.client, item=request_over, parent=behind)
    form.stopping.click()  # type: ignore[attr-defined]
    assert shore.bench.opened[-1] == ("stop_work", shore.client, {"request": request_over})
    fresh = shore.journal.requests.make(shore.client, ["Textos"])
    assert not hasattr(item_form(shore.bench, shore.client, item=fresh, parent=behind), "stopping")


def test_the_stages_own_form_proposes_what_is_left_once_all_came(
    shore: Shore, behind: QWidget, request_over: int
) -> None:
    """D11: seven working days were left when the photos were over on the 20th; they came on Friday the 22nd."""
    stage = shore.journal.requests.get(request_over).needed_for[0]
    shore.journal.requests.answer(request_over, complete=True)
    shore.later(minutes=5)
    form = item_form(shore.bench, shore.client, item=stage, parent=behind)
    assert form.due.editor.day == date(2026, 6, 2)  # type: ignore[attr-defined]


def test_when_all_has_come_the_notice_leads_to_the_note_that_work_goes_on(
    shore: Shore, behind: QWidget, request_over: int
) -> None:
    """F15: nothing happens by itself; the next step is offered."""
    shore.journal.stops.stop(request_over, channel="whatsapp")
    shore.later(hours=1)
    form = item_form(shore.bench, shore.client, item=request_over, parent=behind)
    form.save()
    told = shore.bench.steps[-1]
    assert told.notice.step == "Work goes on" and "still stopped" in told.notice.text
    assert told.next is not None
    told.next()
    assert shore.bench.opened[-1] == ("stop_work", shore.client, {"request": request_over})
