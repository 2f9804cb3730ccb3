"""A version of the agreement, and the owner: forms on a real journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.agreement.bench import NOW, Bench
from tests.ui.hands import press, write
from ui.dialogs.agreement import AgreementForm, ContactForm, NewClient, OwnerForm, PersonForm
from ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_new_version_leaves_old_items_their_terms(bench: Bench) -> None:
    edit = bench.journal.edits.request(bench.client, "Баннер на главную")
    form = bench.show(AgreementForm(bench.workbench, bench.client), 900, 640)
    form.fields.show_group("edits")
    form.fields.group("edits").normal.setFocus()
    press(Qt.Key.Key_Up)
    assert form.changes.said == (
        "Time for an edit: Term of an edit: small 1, normal 2, large 4 working days. → "
        "Term of an edit: small 1, normal 3, large 4 working days.",
    )
    assert form.changes.effect_said[0] == "It begins today."
    assert form.changes.effect_said[-2:] == (
        "1 open edit keeps its terms: «Баннер на главную».",
        "Dates that were promised stay as they were told.",
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
    form.fields.version.confirmed.setChecked(True)
    form.fields.version.how.choose("call")
    press(Qt.Key.Key_Return, CONTROL)
    agreed = bench.journal.agreements.in_force(bench.client)
    assert (agreed.agreed_how, agreed.confirmed) == ("call", NOW)


def test_a_preset_in_the_form_shows_each_term_it_changes(bench: Bench) -> None:
    form = bench.show(AgreementForm(bench.workbench, bench.client), 900, 640)
    form.fields.version.preset.findChildren(QWidget)[2].setFocus()
    press(Qt.Key.Key_Right)
    labels = [line.split(":")[0] for line in form.changes.said]
    assert labels == [
        "My answer",
        "Their answer",
        "Writing first",
        "Time for an edit",
        "Their materials",
        "Acceptance",
        "Calls",
        "Reports",
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


def test_the_tab_says_what_each_version_changed_and_lets_it_be_confirmed(bench: Bench) -> None:
    """6.4, F24."""
    from app.journal.agreements import with_terms
    from ui.pages.client.agreement_tab import TermsAndVersions
    from ui.pages.client.version_changes import VersionChanges

    agreements = bench.journal.agreements
    agreements.make(bench.client, with_terms(agreements.in_force(bench.client).terms, {"edits.normal": 5}))
    tab = bench.show(TermsAndVersions(bench.workbench), 1000, 700)
    tab.show_page(bench.journal.desk.client_page(bench.client))
    [changed] = tab.findChildren(VersionChanges)
    assert changed.changes.said == (
        "Time for an edit: Term of an edit: small 1, normal 2, large 4 working days. → "
        "Term of an edit: small 1, normal 5, large 4 working days.",
    )
    tab._confirm()
    assert agreements.in_force(bench.client).confirmed == NOW
    assert bench.said == ["The agreement is confirmed."]
