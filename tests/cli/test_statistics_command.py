"""`ashore statistics` and `ashore penalties` as a person or a script uses them."""

from __future__ import annotations

from typing import Any

from tests.cli.shell import Shell

NOW = "2026-11-05T12:00:00+01:00"
ALBOR = ("--client", "Clínica Albor")


def asked_and_answered(shell: Shell) -> None:
    said = ("log", "message", *ALBOR)
    assert shell(*said, "--received", "--text", "¿Para cuándo estará la página?", "--at", "2026-11-03T10:00") == 0
    assert shell(*said, "--sent", "--text", "El jueves.", "--at", "2026-11-03T15:00") == 0


def test_the_figures_are_printed_under_their_headings(ashore: Shell) -> None:
    asked_and_answered(ashore)
    assert ashore("statistics", *ALBOR, "--from", "2026-11-01", "--to", "2026-11-30", now=NOW) == 0
    assert "From Sunday, 1 November to Monday, 30 November" in ashore.out
    assert "  Half of the answers within: 5 h\n" in ashore.out
    assert "  Answers that came late: 1\n" in ashore.out


def test_a_script_gets_every_point(ashore: Shell) -> None:
    asked_and_answered(ashore)
    found: Any = ashore.json("statistics", *ALBOR, "--period", "2026-11", now=NOW)
    (point,) = found["answers"]["points"]
    assert (point["late"], point["working_seconds"]) == (True, 5 * 3600)
    assert found["answers"]["share_in_time"] == "0.0"
    assert found["period"]["sort"] == "month"


def test_a_spreadsheet_gets_the_table(ashore: Shell) -> None:
    asked_and_answered(ashore)
    assert ashore("statistics", *ALBOR, "--csv", now=NOW) == 0
    assert ashore.out.startswith("\ufeffPart,Figure,Of,Value,Unit")
    assert "My answer time,Half of the answers within,,300,working minutes" in ashore.out


def test_a_period_and_dates_are_not_given_together(ashore: Shell) -> None:
    assert ashore("statistics", *ALBOR, "--period", "2026-11", "--from", "2026-11-01") == 2
    assert "not both" in ashore.err


def test_a_word_that_is_no_period_is_refused_with_what_to_write(ashore: Shell) -> None:
    assert ashore("statistics", *ALBOR, "--period", "November") == 1
    assert "Write 2026-11, 2026-Q4, contract or all." in ashore.err


def test_penalties_are_off_until_they_are_agreed(ashore: Shell) -> None:
    assert ashore("penalties", *ALBOR, now=NOW) == 0
    assert ashore.out == "No penalties are agreed.\n"
    found: Any = ashore.json("penalties", *ALBOR, now=NOW)
    assert found["lines"] == []
