"""A new client, another contact, a person: forms on a real journal."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from tests.ui.agreement.bench import Bench
from tests.ui.hands import press, write
from ui.dialogs.agreement import ContactForm, NewClient, PersonForm

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_new_client_needs_a_name_and_a_contact_only(bench: Bench) -> None:
    form = bench.show(NewClient(bench.workbench))
    press(Qt.Key.Key_Return, CONTROL)
    assert form.fields.name.error == "A name is needed. Write how the client is called in the contract."
    assert form.fields.contact.error == "One person has to speak for the client. Write their name."
    write("Casa Jacaranda")
    assert form.fields.name.error == ""
    form.fields.contact.editor.setFocus()
    write("Mariana Ortega")
    press(Qt.Key.Key_Return, CONTROL)
    added = bench.journal.clients.named("Casa Jacaranda")
    assert bench.journal.clients.contact(added.number).name == "Mariana Ortega"
    assert bench.journal.agreements.in_force(added.number).entry == 0
    assert not form.isVisible()


def test_a_client_of_that_name_is_refused_in_the_form_and_the_text_stays(bench: Bench) -> None:
    form = bench.show(NewClient(bench.workbench))
    write("мастерская «глина»")
    form.fields.contact.editor.setFocus()
    write("Пётр")
    press(Qt.Key.Key_Return, CONTROL)
    assert form.isVisible()
    assert form.refusal.startswith("A client called мастерская «глина» is there already.")
    assert form.fields.contact.editor.text() == "Пётр"


def test_another_contact_is_asked_about_with_both_names_and_days(bench: Bench) -> None:
    bench.journal.clients.add_person(bench.client, "Игорь")
    form = bench.show(ContactForm(bench.workbench, bench.client))
    form.since.editor.set_day(date(2026, 12, 1))
    assert form.sentence.text() == (
        "Only one person can speak on a day. Ольга speaks until Monday, 30 November, Игорь from Tuesday, 1 December?"
    )
    press(Qt.Key.Key_Return, CONTROL)
    first, second = bench.journal.clients.periods(bench.client)
    assert first.until == second.since == datetime(2026, 12, 1, tzinfo=ZoneInfo("Europe/Madrid"))


def test_two_contacts_for_one_day_are_refused_under_the_day(bench: Bench) -> None:
    bench.journal.clients.add_person(bench.client, "Игорь")
    form = bench.show(ContactForm(bench.workbench, bench.client))
    form.since.editor.set_day(date(2026, 11, 2))
    press(Qt.Key.Key_Return, CONTROL)
    assert form.isVisible()
    assert (
        form.since.error
        == "Only one person can speak on a day. Ольга speaks since Monday, 2 November: choose a later day."
    )
    assert len(bench.journal.clients.periods(bench.client)) == 1


def test_somebody_new_is_added_and_designated_in_one_act(bench: Bench) -> None:
    form = bench.show(ContactForm(bench.workbench, bench.client))
    assert form.who.editor.key == "new"
    form.name.editor.setFocus()
    write("Игорь Савин")
    press(Qt.Key.Key_Return, CONTROL)
    assert bench.journal.clients.contact(bench.client).name == "Игорь Савин"


def test_a_person_is_added_with_addresses_and_changed_later(bench: Bench) -> None:
    form = bench.show(PersonForm(bench.workbench, bench.client))
    write("Игорь Савин")
    form.addresses["email"].editor.setFocus()
    write("igor@glina.example")
    press(Qt.Key.Key_Return, CONTROL)
    person = bench.journal.clients.person_named(bench.client, "Игорь Савин")
    assert person is not None
    assert [(each.channel, each.address) for each in person.addresses] == [("email", "igor@glina.example")]
    form = bench.show(PersonForm(bench.workbench, bench.client, person=person.number))
    form.role.editor.setFocus()
    write("production")
    form.addresses["email"].editor.clear()
    press(Qt.Key.Key_Return, CONTROL)
    changed = bench.journal.clients.person_named(bench.client, "Игорь Савин")
    assert (changed.number, changed.role, changed.addresses) == (person.number, "production", ())
