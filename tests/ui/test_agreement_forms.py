"""The forms of what was agreed: a new client, another contact, a person, a version, the owner; on real journals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from app.facts.beginning import Beginning, FirstClient
from app.facts.public_holidays import holidays_body
from app.journal.beginning import begin
from app.journal.holidays import holiday_year
from app.settings import Settings
from tests.ui.first_run_hands import press, write
from ui.dialogs.agreement import AgreementForm, ContactForm, NewClient, OwnerForm, PersonForm
from ui.theme import Theme
from ui.workbench import Workbench

NOW = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))
CONTROL = Qt.KeyboardModifier.ControlModifier


class Bench:
    """A journal with one client, Мастерская «Глина», for whom Ольга speaks since Monday, 2 November."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(NOW - timedelta(days=18))
        years = [holiday_year("ES", "VC", 2026, "en")]
        given = Beginning(
            name="Elena Marín",
            zone="Europe/Madrid",
            holidays=holidays_body("ES", "VC", years),
            client=FirstClient(name="Мастерская «Глина»", contact="Ольга"),
        )
        begun = begin(folder / "journal.ashore", given, self.clock)
        self.journal, self.client = begun.journal, begun.client
        self.clock.move_to(NOW)
        self.workbench = Workbench(self.journal, Settings(), "en")
        self.said: list[str] = []
        self.workbench.told.connect(self._hear)
        self._shown: list[QWidget] = []

    def show(self, widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
        """Show a form as its own window."""
        self._shown.append(widget)
        if width:
            widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        QApplication.processEvents()
        return widget

    def close(self) -> None:
        """Close everything."""
        for widget in self._shown:
            widget.close()
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.workbench.close()

    def _hear(self, told: object) -> None:
        self.said.append(told.notice.text)  # type: ignore[attr-defined]


@pytest.fixture
def bench(tmp_path: Path, dressed: Theme) -> Iterator[Bench]:
    """The journal and its workbench; closed afterwards."""
    made = Bench(tmp_path)
    yield made
    made.close()


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


def test_a_new_version_leaves_old_items_their_terms(bench: Bench) -> None:
    edit = bench.journal.edits.request(bench.client, "Баннер на главную")
    form = bench.show(AgreementForm(bench.workbench, bench.client), 900, 640)
    form.fields.terms.terms["edits"].setFocus()
    press(Qt.Key.Key_Down)
    assert form.changes.said == (
        "An edit takes: small 1, normal 2, large 4 working days → small 1, normal 3, large 5 working days",
    )
    press(Qt.Key.Key_Return, CONTROL)
    old, new = bench.journal.agreements.versions(bench.client)
    assert (old.terms.edits.normal, new.terms.edits.normal) == (2, 3)
    assert bench.journal.agreements.in_force(bench.client).entry == new.entry
    assert bench.journal.edits.get(edit).terms == old.entry


def test_a_version_keeps_every_term_that_the_form_does_not_ask(bench: Bench) -> None:
    from app.journal.agreements import with_terms

    terms = with_terms(bench.journal.agreements.in_force(bench.client).terms, {"kpi_deviation_percent": "15"})
    bench.journal.agreements.make(bench.client, terms)
    form = bench.show(AgreementForm(bench.workbench, bench.client), 900, 640)
    assert form.terms() == terms
    assert form.changes.said == ()


def test_a_version_that_the_client_confirmed_says_so(bench: Bench) -> None:
    form = bench.show(AgreementForm(bench.workbench, bench.client), 900, 640)
    form.fields.confirmed.setChecked(True)
    form.fields.how.editor.choose("call")
    press(Qt.Key.Key_Return, CONTROL)
    agreed = bench.journal.agreements.in_force(bench.client)
    assert (agreed.agreed_how, agreed.confirmed) == ("call", NOW)


def test_a_preset_in_the_form_shows_each_term_it_changes(bench: Bench) -> None:
    form = bench.show(AgreementForm(bench.workbench, bench.client), 900, 640)
    form.fields.terms.preset.findChildren(QWidget)[2].setFocus()
    press(Qt.Key.Key_Right)
    labels = [line.split(":")[0] for line in form.changes.said]
    assert labels == [
        "I answer within",
        "They answer by",
        "An edit takes",
        "They send materials in",
        "I write first",
        "Silence at most",
        "We call",
        "I send a sheet",
    ]
    assert form.changes.meaning.sentences[1] == "An edit asked today is ready by Tuesday, 24 November."


def test_a_year_without_days_off_is_named_and_loaded(bench: Bench) -> None:
    form = bench.show(OwnerForm(bench.workbench), 900, 700)
    assert form.years_named() == ("2027 has no days off yet for Spain",)
    form.load(2027)
    assert form.years_named() == ()
    assert 2027 in bench.journal.reading.owner().calendar.filled


def test_the_owner_form_writes_only_what_differs(bench: Bench) -> None:
    form = bench.show(OwnerForm(bench.workbench), 900, 700)
    size = bench.journal.size_and_head()[0]
    form.save()
    assert bench.journal.size_and_head()[0] == size
    form.promises.editor.choose("3")
    form.save()
    entry = bench.journal.reading.entry(size + 1)
    assert (entry.kind, entry.body) == ("owner.changed", {"promises_a_day": 3})


def test_hours_without_a_working_day_are_refused_in_settings(bench: Bench) -> None:
    form = bench.show(OwnerForm(bench.workbench), 900, 700)
    form.hours.set_week({})
    form.save()
    assert form.hours.error.startswith("A calendar needs a working day.")


def test_own_days_off_are_added_with_their_reason(bench: Bench) -> None:
    form = bench.show(OwnerForm(bench.workbench), 900, 700)
    form.days_off.more.click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.first.editor.set_day(date(2026, 12, 21))
    dialog.last.editor.set_day(date(2026, 12, 31))
    dialog.activateWindow()
    QApplication.processEvents()
    dialog.why.editor.setFocus()
    write("Holidays in Cádiz")
    press(Qt.Key.Key_Return, CONTROL)
    form.save()
    off = bench.journal.reading.owner().calendar.days_off
    assert (date(2026, 12, 21), date(2026, 12, 31), "Holidays in Cádiz") in [(d.first, d.last, d.why) for d in off]


Make = Callable[[Bench], QWidget]
FORMS: dict[str, Make] = {
    "new client": lambda bench: NewClient(bench.workbench),
    "contact": lambda bench: ContactForm(bench.workbench, bench.client),
    "person": lambda bench: PersonForm(bench.workbench, bench.client),
    "version": lambda bench: AgreementForm(bench.workbench, bench.client),
    "owner": lambda bench: OwnerForm(bench.workbench),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("percent", "width"), [(100, 1000), (200, 1024)])
def test_nothing_is_cut_in_any_form(bench: Bench, dressed: Theme, form: str, percent: int, width: int) -> None:
    from tests.ui.cutting import cut

    dressed.wear(percent=percent)
    widget = bench.show(FORMS[form](bench), width, 2600)
    assert cut(widget) == []
