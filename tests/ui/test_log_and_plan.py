"""Log from anywhere (Ctrl+N), and the plan of a call."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QWidget

from app.facts.people import ClientState
from tests.ui.shore import Shore, type_in
from ui.dialogs.plan_call import PlanCall
from ui.dialogs.quick_add import LEAD, QuickAdd


def test_a_line_logged_from_anywhere_is_an_entry_of_the_chosen_client(shore: Shore) -> None:
    dialog = QuickAdd(shore.bench, shore.client)
    dialog.bar.field.setPlainText("Les gusta la foto B.")
    dialog.save_line()
    assert shore.entries()[-1].body["text"] == "Les gusta la foto B."
    assert not dialog.isVisible()
    assert shore.bench.steps[-1].notice.step == "Correct"


def test_an_empty_line_is_refused_and_the_dialog_stays(shore: Shore) -> None:
    before = shore.kinds()
    dialog = QuickAdd(shore.bench, shore.client)
    dialog.show()
    dialog.save_line()
    assert dialog.isVisible()
    assert dialog.bar.problem.text() == "Write one line first, then press Enter."
    assert shore.kinds() == before


def test_a_line_without_a_client_makes_a_lead_and_keeps_what_was_written(shore: Shore) -> None:
    dialog = QuickAdd(shore.bench)
    dialog.whom.editor.choose(LEAD)
    dialog._chosen(LEAD)
    dialog.bar.field.setPlainText("Panadería Sol: ¿cuánto cuesta una página?")
    dialog.save_line()
    lead = shore.journal.clients.named("Panadería Sol")
    assert lead.state is ClientState.LEAD
    assert shore.journal.reading.timeline(lead.number)[-1].body["text"] == "¿cuánto cuesta una página?"


def test_ctrl_enter_opens_the_whole_form_with_the_text(shore: Shore) -> None:
    dialog = QuickAdd(shore.bench, shore.client, text="Cambiar el logotipo")
    dialog.bar.switches.choose(2)
    dialog.save()
    name, client, what = shore.bench.opened[-1]
    assert (name, client, what["text"]) == ("edit", shore.client, "Cambiar el logotipo")


def test_a_call_is_planned_with_its_topics_for_the_owners_hour(shore: Shore) -> None:
    dialog = PlanCall(shore.bench, shore.client)
    dialog.hour.editor.set_at(time(13, 0))
    dialog.topics.editor.setPlainText("Precios\nCampaña de diciembre")
    dialog.save()
    planned = shore.entries()[-1]
    assert planned.kind == "call.planned"
    call = shore.journal.calls.get(planned.seq)
    assert [topic.title for topic in call.planned_topics] == ["Precios", "Campaña de diciembre"]
    assert call.planned_local[11:] == "13:00"


def test_what_a_planned_call_lacks_is_agreed_later(shore: Shore) -> None:
    number = shore.journal.calls.plan(shore.client, local="2026-05-18T12:00", zone="Europe/Madrid", minutes=20)
    dialog = PlanCall(shore.bench, shore.client, call=number)
    dialog.topics.editor.setPlainText("Precios")
    dialog.save()
    call = shore.journal.calls.get(number)
    assert call.planned_local == "2026-05-18T12:00"
    assert [topic.title for topic in call.planned_topics] == ["Precios"]
    assert call.channel
    assert call.minutes == 20


def test_the_hour_in_the_clients_place_is_said_when_it_is_another(shore: Shore) -> None:
    far = shore.journal.clients.add("Casa Jacaranda", zone="America/Mexico_City", language="es")
    dialog = PlanCall(shore.bench, far)
    dialog.hour.editor.set_at(time(18, 0))
    assert dialog.theirs.text() == "10:00 there, on Monday, 18 May"
    near = PlanCall(shore.bench, shore.client)
    assert near.theirs.isHidden()


def test_a_series_is_planned_at_their_hour_and_moved_off_my_day_off(shore: Shore, behind: QWidget) -> None:
    """D13, 1.4: every fourteen days; Monday, 1 June is mine off."""
    off = [{"from": "2026-06-01", "to": "2026-06-01", "why": "puente"}]
    shore.journal.record("owner.changed", 0, {"days_off": off})
    form = PlanCall(shore.bench, shore.client, parent=behind)
    form.day.editor.set_day(date(2026, 5, 18))
    form.series.count.choose("2")
    form.series.box.setChecked(True)
    assert [each.local for each in form.series.dates] == ["2026-05-18T10:00", "2026-06-02T10:00"]
    type_in(form.topics.editor, "Informe")
    form.save()
    bodies = [entry.body for entry in shore.entries() if entry.kind == "call.planned"]
    assert [body["at"]["local"] for body in bodies] == ["2026-05-18T10:00", "2026-06-02T10:00"]
    assert {body["purpose"] for body in bodies} == {"regular"}


def test_a_final_call_proposes_its_three_topics_and_a_wrong_channel_is_remarked(shore: Shore, behind: QWidget) -> None:
    """F25, D3: what is not agreed is said, and forbids nothing."""
    form = PlanCall(shore.bench, shore.client, parent=behind)
    form.purpose.choice.choose("final")
    form.purpose.choice.changed.emit("final")
    assert len(form.topics.editor.toPlainText().splitlines()) == 3
    form.channel.editor.choose("phone")
    form.channel.editor.chosen.emit("phone")
    assert not form.purpose.remarks.isHidden()
    form.save()
    assert shore.last().body["purpose"] == "final"
