"""The contract's number, days and sum: in the client's form, and beside the agreement (1.2, 6.10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.facts.people import Contract
from app.facts.public_holidays import holidays_body
from app.journal.holidays import holiday_year
from app.words import words_for
from tests.ui.agreement.bench import Bench
from tests.ui.hands import press, write
from ui.dialogs.agreement import NewClient
from ui.dialogs.agreement.contract_form import ContractForm, contract_body, contract_text
from ui.pages.client.contract_card import ContractCard

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = words_for("en", this_year=2026)
TODAY = date(2026, 11, 20)


def form_of(bench: Bench, body: dict[str, Any], **more: Any) -> tuple[ContractForm, list[dict[str, Any]]]:
    form = ContractForm(WORDS, body, TODAY, **more)
    bench.show(form)
    given: list[dict[str, Any]] = []
    form.given.connect(given.append)
    return form, given


def test_a_contract_of_which_nothing_is_known_is_empty(bench: Bench) -> None:
    _, given = form_of(bench, {})
    press(Qt.Key.Key_Return, CONTROL)
    assert given == [{}]


def test_days_and_sum_are_given_as_the_record_holds_them(bench: Bench) -> None:
    form, given = form_of(bench, {"number": "HF-7"})
    form.first.tick.setChecked(True)
    form.first.input.set_day(date(2026, 11, 16))
    form.last.tick.setChecked(True)
    form.last.input.set_day(date(2026, 12, 31))
    form.sum.editor.amount.setFocus()
    write("1200,50")
    form.sum.editor.currency.setFocus()
    write("eur")
    press(Qt.Key.Key_Return, CONTROL)
    expected = {"number": "HF-7", "from": "2026-11-16", "to": "2026-12-31",
                "sum": {"amount": "1200.50", "currency": "EUR"}}  # fmt: skip
    assert given == [expected]
    assert contract_text(WORDS, expected).startswith("Mon 16 Nov – Thu 31 Dec, ")


def test_an_end_before_its_start_is_named_under_the_day_and_stays(bench: Bench) -> None:
    form, given = form_of(bench, {"from": "2026-11-16", "to": "2026-12-31"})
    form.last.input.set_day(date(2026, 11, 1))
    press(Qt.Key.Key_Return, CONTROL)
    assert form.last_field.error == "The last day lies before the first. Choose a later one."
    assert (form.isVisible(), given) == (True, [])


def test_a_sum_without_its_currency_is_asked_for_again(bench: Bench) -> None:
    form, given = form_of(bench, {})
    form.sum.editor.amount.setFocus()
    write("1200")
    press(Qt.Key.Key_Return, CONTROL)
    assert form.sum.error.startswith("A sum is a number and three letters of its currency")
    assert given == []


def test_a_new_client_comes_with_the_days_of_the_contract_and_its_own_holidays(bench: Bench) -> None:
    """W9: the client's term skips the client's days off."""
    form = bench.show(NewClient(bench.workbench))
    write("Casa Jacaranda")
    form.fields.contact.editor.setFocus()
    write("Mariana")
    form.fields.dates.editor._take({"from": "2026-11-16", "to": "2026-12-31"})
    body = holidays_body("ES", "", [holiday_year("ES", "", 2026, "en")])
    form.fields.holidays.editor._take(body, ())
    press(Qt.Key.Key_Return, CONTROL)
    found = bench.journal.clients.named("Casa Jacaranda")
    assert (found.contract.first_day, found.contract.last_day) == (date(2026, 11, 16), date(2026, 12, 31))
    assert date(2026, 12, 25) in [on for on, _ in found.holidays]
    proposed = bench.journal.agreements.proposed(found.number)
    assert proposed.client_hours.holidays == body


def test_the_contract_is_changed_beside_the_agreement(bench: Bench) -> None:
    card = bench.show(ContractCard(bench.workbench, bench.journal.clients.get(bench.client)), 300, 200)
    card.ask()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ContractForm)
    dialog.activateWindow()
    QApplication.processEvents()
    dialog.last.tick.setChecked(True)
    dialog.last.input.set_day(date(2026, 12, 31))
    press(Qt.Key.Key_Return, CONTROL)
    contract = bench.journal.clients.get(bench.client).contract
    assert contract == Contract(last_day=date(2026, 12, 31))
    assert contract_body(contract) == {"to": "2026-12-31"}
    assert bench.said == ["The contract is kept."]
