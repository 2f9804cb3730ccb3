"""What happens to an edit, a request, a call after it began, recorded from its own form."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.shore import FRIDAY, Shore, type_in
from ui.dialogs.item import item_form
from ui.dialogs.item.step_form import StepForm
from ui.widgets.both_clocks import BothClocks


@pytest.fixture
def behind(behind: QWidget, shore: Shore) -> QWidget:
    shore.bench.window = behind
    return behind


def take(form: StepForm, step: str) -> None:
    form.step.editor.choose(step)
    form.step.editor.chosen.emit(step)


def test_the_contacts_confirmation_starts_the_clock(shore: Shore, behind: QWidget) -> None:
    edit = shore.journal.edits.request(shore.client, "Vídeo", person=shore.javier)
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    assert form.step.editor.key == "edit.confirmed"
    form.save()
    assert shore.last().kind == "edit.confirmed"
    assert shore.journal.reading.edit_standing(edit).state == "no_date"


def test_a_date_is_proposed_with_its_count_and_told(shore: Shore, behind: QWidget) -> None:
    edit = shore.journal.edits.request(shore.client, "Precios")
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    assert form.step.editor.key == "edit.promised"
    assert form.day.editor.day == date(2026, 5, 20)  # type: ignore[attr-defined]
    form.day.editor.set_day(date(2026, 5, 21))  # type: ignore[attr-defined]
    form.save()
    assert (shore.last().kind, shore.last().body["on"]) == ("edit.promised", "2026-05-21")
    assert shore.journal.reading.edit_standing(edit).state == "promised"


@pytest.mark.parametrize(("step", "state"), [("edit.accepted", "accepted"), ("edit.returned", "returned")])
def test_what_they_say_of_a_delivery_is_recorded(shore: Shore, behind: QWidget, step: str, state: str) -> None:
    edit = shore.journal.edits.request(shore.client, "Precios")
    shore.journal.edits.promise(edit, shore.journal.edits.count(shore.client, FRIDAY).promised, channel="whatsapp")
    shore.journal.edits.deliver(edit, channel="whatsapp")
    shore.later(hours=1)
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    take(form, step)
    form.save()
    assert shore.last().kind == step
    assert shore.journal.reading.edit_standing(edit).state == state


def test_a_delivery_that_is_not_told_stays_a_reason_to_write(shore: Shore, behind: QWidget) -> None:
    edit = shore.journal.edits.request(shore.client, "Precios")
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    take(form, "edit.delivered")
    form.channel.editor.choose("none")
    form.save()
    assert "F6" in [flag.rule for flag in shore.journal.desk.flags() if flag.item == edit]


def test_some_lines_of_a_request_come_first(shore: Shore, behind: QWidget) -> None:
    request = shore.journal.requests.make(shore.client, ["Fotos", "Logo"])
    form = item_form(shore.bench, shore.client, item=request, parent=behind)
    form.boxes[1].setChecked(False)  # type: ignore[attr-defined]
    form.save()
    assert shore.journal.requests.get(request).missing == ("Logo",)
    again = item_form(shore.bench, shore.client, item=request, parent=behind)
    again.save()
    assert shore.journal.requests.get(request).ended is not None


def test_an_answer_without_a_line_is_asked_about(shore: Shore, behind: QWidget) -> None:
    request = shore.journal.requests.make(shore.client, ["Fotos"])
    form = item_form(shore.bench, shore.client, item=request, parent=behind)
    form.boxes[0].setChecked(False)  # type: ignore[attr-defined]
    form.save()
    assert form.note.error == "Tick what has come."
    assert shore.last().kind == "request.made"


def test_a_reminder_counts_as_a_step_of_the_ladder(shore: Shore, behind: QWidget) -> None:
    request = shore.journal.requests.make(shore.client, ["Fotos"])
    form = item_form(shore.bench, shore.client, item=request, parent=behind)
    take(form, "request.reminded")
    form.save()
    assert len(shore.journal.requests.get(request).reminders) == 1


def test_a_planned_call_is_cancelled_with_its_reason(shore: Shore, behind: QWidget) -> None:
    call = shore.journal.calls.plan(shore.client, local="2026-05-19T13:00", zone="Europe/Madrid", topics=["Precios"])
    form = item_form(shore.bench, shore.client, item=call, parent=behind)
    take(form, "call.cancelled")
    type_in(form.note.editor, "de viaje")
    form.save()
    assert (shore.last().kind, shore.last().body["reason"]) == ("call.cancelled", "de viaje")


def test_a_held_call_is_confirmed_by_the_contact(shore: Shore, behind: QWidget) -> None:
    topics = [{"title": "Precios", "outcomes": [{"nothing_decided": True}]}]
    held = shore.journal.calls.hold(shore.client, channel="video", topics=topics, minutes=10)[0]
    form = item_form(shore.bench, shore.client, item=held, parent=behind)
    form.save()
    assert (shore.last().kind, shore.last().body["by"]) == ("call.confirmed", shore.lucia)


def test_a_refused_step_keeps_the_form(shore: Shore, behind: QWidget) -> None:
    edit = shore.journal.edits.request(shore.client, "Precios")
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    form.open()
    take(form, "edit.declined")
    form.note.editor.setText("una\u0007 campana")
    form.save()
    assert form.isVisible()
    assert "U+0007" in form.note.error


def test_both_clocks_stand_beside_an_edit_that_waits_and_the_days_left_are_proposed(
    shore: Shore, behind: QWidget
) -> None:
    """D11: promised for Wednesday, the photos were due on Monday; they come on Friday: two working days were left."""
    edits, requests = shore.journal.edits, shore.journal.requests
    edit = edits.request(shore.client, "Galería")
    edits.promise(edit, edits.count(shore.client, FRIDAY).promised, channel="whatsapp")
    request = requests.make(shore.client, ["Fotos"], on=date(2026, 5, 18), needed_for=[edit])
    shore.later(days=5)
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    assert len(form.findChildren(BothClocks)) == 1
    shore.later(days=2)
    requests.answer(request, complete=True)
    form = item_form(shore.bench, shore.client, item=edit, parent=behind)
    assert not form.findChildren(BothClocks)
    assert form.day.editor.day == date(2026, 5, 26)  # type: ignore[attr-defined]
    form.save()
    assert (shore.last().kind, shore.last().body["on"]) == ("edit.promised", "2026-05-26")
