"""`ashore person add`, the sum of a contract, and what a request is needed for."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell

ALBOR = ("--client", "Clínica Albor")


def test_a_person_who_is_not_the_contact_is_added_once(ashore: Shell) -> None:
    assert (
        ashore("person", "add", *ALBOR, "Javier Ruiz", "--role", "reception", "--address", "email:j@albor.example") == 0
    )
    number = ashore.out.strip().rstrip(".").rsplit(" ", 1)[1]
    body = ashore.json("show", number)["body"]
    assert (body["name"], body["addresses"]) == ("Javier Ruiz", [{"channel": "email", "address": "j@albor.example"}])
    assert ashore("person", "add", *ALBOR, "Javier Ruiz") == 1
    assert ashore.err.strip() == "Javier Ruiz is among the client's people already."


def test_the_sum_of_a_contract_has_its_currency(ashore: Shell) -> None:
    assert ashore("client", "add", "Harbour", "--contract", "7/2026", "--contract-sum", "5400.00 EUR") == 0
    number = ashore.out.strip().rstrip(".").rsplit(" ", 1)[1]
    assert ashore.json("show", number)["body"]["contract"]["sum"] == {"amount": "5400.00", "currency": "EUR"}


@pytest.mark.parametrize("typed", ["5400", "5400,00 EUR", "EUR 5400", "5400 eur"])
def test_a_sum_that_is_none_is_refused(ashore: Shell, typed: str) -> None:
    assert ashore("client", "add", "Harbour", "--contract-sum", typed) == 1
    assert ashore.err.strip() == "Write an amount with its currency, as «1200.00 EUR»."


def test_a_request_says_what_it_is_needed_for(ashore: Shell) -> None:
    assert ashore("log", "request", *ALBOR, "--item", "12 photos", "--why", "Without them the gallery stays empty") == 0
    number = ashore.out.strip().rstrip(".").rsplit(" ", 1)[1]
    assert ashore.json("show", number)["body"]["why"] == "Without them the gallery stays empty"
