"""`ashore agreement make`: every term by name, what it changes and what it will not, what is strange about it (1.4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell, begun

CLIENT = ("--client", "Clínica Albor")
MAKE = ("agreement", "make", *CLIENT)


@pytest.fixture
def agreed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A client with whom the normal terms are agreed."""
    shell = begun(tmp_path, capsys)
    assert shell("contact", "set", *CLIENT, "Lucía Herrero", "--since", "2026-01-01") == 0
    assert shell(*MAKE, "--channel", "telegram:@albor", "--from", "2026-01-05") == 0
    return shell


def test_a_version_begins_with_the_terms_in_force_and_says_what_it_changes(agreed: Shell) -> None:
    assert agreed(*MAKE, "--set", "edits.normal=3") == 0
    assert "Time for an edit" in agreed.out
    assert "  + Term of an edit: small 1, normal 3, large 4 working days." in agreed.out
    assert "It begins today." in agreed.out
    terms = agreed.json("agreement", "show", *CLIENT)
    assert (terms["edits"]["normal"], terms["channels"][0]["address"]) == (3, "@albor")


def test_a_preset_that_is_named_keeps_the_agreed_channels(agreed: Shell) -> None:
    assert agreed(*MAKE, "--preset", "urgent") == 0
    terms = agreed.json("agreement", "show", *CLIENT)
    assert (terms["my_answer"], terms["channels"][0]["address"]) == ({"working_minutes": 60}, "@albor")


def test_lists_are_given_as_json_or_line_by_line(agreed: Shell) -> None:
    penalty = '{"sort":"once_percent","side":"me","percent":"10","base":{"amount":"1200","currency":"EUR"}}'
    lists = ("--set", 'planning=["tue","fri"]', "--set", f"penalties.0={penalty}", "--set", "reports.0.weekday=thu")
    assert agreed(*MAKE, *lists) == 0
    assert "Elena Marín pays 10 % of" in agreed.out.replace("\u00a0", " ")
    terms = agreed.json("agreement", "show", *CLIENT)
    assert (terms["planning"], terms["reports"][0]["weekday"]) == (["tue", "fri"], "thu")


def test_an_agreement_in_the_past_says_what_it_would_change_and_records_nothing_when_only_tried(agreed: Shell) -> None:
    agreed("verify")
    before = agreed.out
    assert agreed(*MAKE, "--set", "my_answer.working_minutes=240", "--from", "2026-02-02", "--try") == 0
    assert "It begins in the past, on Monday, 2 February" in agreed.out
    assert "Dates that were promised stay as they were told." in agreed.out
    assert "Saved" not in agreed.out
    told = agreed.json(*MAKE, "--set", "my_answer.working_minutes=240", "--try")
    assert [each["term"] for each in told["changes"]] == ["my_answer"]
    agreed("verify")
    assert agreed.out == before


def test_what_contradicts_is_refused_and_what_is_strange_is_said(agreed: Shell) -> None:
    """D3: a penalty without a base cannot be counted; an answer longer than the rhythm of calls can be kept."""
    half = '[{"sort":"once_percent","side":"me","percent":"10"}]'
    assert agreed(*MAKE, "--set", f"penalties={half}") == 1
    assert agreed.err.strip() == "A penalty in percent needs its base. Say of what sum the percent is taken."
    assert agreed(*MAKE, "--set", "client_answer.days=11") == 0
    assert "Their answer may take 11 working days, longer than the 14 days from call to call." in agreed.out
    assert "Saved as entry" in agreed.out


def test_a_version_is_confirmed_later(agreed: Shell) -> None:
    """F24."""
    assert agreed("agreement", "confirm", *CLIENT) == 0
    rules = [flag["rule"] for flag in agreed.json("today")]
    assert "F24" not in rules
    assert agreed("client", "add", "Casa Jacaranda") == 0
    assert agreed("agreement", "confirm", "--client", "Casa Jacaranda") == 1
    assert "Make the agreement first" in agreed.err


def test_the_terms_are_shown_by_name_with_their_sentences(agreed: Shell) -> None:
    assert agreed("agreement", "show", *CLIENT) == 0
    assert "edits: Term of an edit: small 1, normal 2, large 4 working days." in agreed.out
    assert "penalties: No penalties are agreed." in agreed.out


def test_the_annex_is_written_in_the_language_of_the_client(agreed: Shell, tmp_path: Path) -> None:
    out = tmp_path / "annex.txt"
    assert agreed("agreement", "annex", *CLIENT, "--out", str(out)) == 0
    assert "Elena Marín responde en 2 horas laborables." in out.read_text(encoding="utf-8")
    assert agreed("agreement", "annex", *CLIENT, "--out", "annex.doc") == 2
