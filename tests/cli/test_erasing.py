"""`ashore erase` and `ashore person anonymise`: the plan first, then the question, then the answer (4.7)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell, begun
from tests.cli.test_their_export import exported

TEXT = "El código del portal es Alcornoque-41"
WHY = ("--reason", "The client asked for it", "--basis", "GDPR 17")


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = begun(tmp_path, capsys, "Albor")
    assert shell("contact", "set", "--client", "Albor", "Lucía Herrero", "--address", "email:lucia@albor.example") == 0
    assert shell("log", "message", "--client", "Albor", "--received", "--text", TEXT) == 0
    return shell


def number_of(shell: Shell) -> str:
    found = shell.json("search", "Alcornoque")
    return str(found[0]["entry"])


def test_without_agreement_the_plan_is_shown_and_nothing_goes(ashore: Shell) -> None:
    """4.7: never without the plan shown; a script that says nothing erases nothing."""
    number = number_of(ashore)
    assert ashore("erase", number, "--client", "Albor", *WHY) == 1
    assert "This goes for good" in ashore.out
    assert TEXT in ashore.out
    assert "cannot list those" in ashore.out
    assert "--yes" in ashore.err
    assert ashore("erase", number, "--client", "Albor", *WHY, "--dry-run") == 0
    assert number_of(ashore) == number


def test_an_erased_entry_is_found_no_more_and_the_check_is_clean(ashore: Shell) -> None:
    """4.7: the words go, the chain holds, and an entry says why and who asked."""
    number = number_of(ashore)
    assert ashore("erase", number, "--client", "Albor", *WHY, "--asked-by", "Lucía Herrero", "--yes") == 0, ashore.err
    assert "This goes for good" in ashore.out
    assert "1 record was erased" in ashore.out
    assert TEXT.encode() not in ashore.journal.read_bytes()
    assert ashore("search", "Alcornoque") == 0
    assert "Nothing holds these words" in ashore.out
    assert ashore("check") == 0
    shown = ashore.json("show", number)
    assert (shown["redacted"], shown["body"]) == (True, {})
    assert ashore("show", number) == 0
    assert "Erased" in ashore.out
    assert ashore("erase", number, "--client", "Albor", *WHY, "--yes") == 1
    assert "erased already" in ashore.err


def test_a_hold_stops_an_erasure_until_it_is_lifted(ashore: Shell) -> None:
    """4.7: a client under legal hold cannot be redacted."""
    number = number_of(ashore)
    assert ashore("client", "hold", "Albor", "--reason", "Court letter") == 0
    assert ashore("erase", number, "--client", "Albor", *WHY, "--yes") == 1
    assert "legal hold" in ashore.err
    assert ashore("client", "hold", "Albor", "--reason", "again") == 1
    assert ashore("client", "hold", "Albor", "--off", "--reason", "It is over") == 0
    assert ashore("erase", number, "--client", "Albor", *WHY, "--yes", "--json") == 0


def test_a_person_is_anonymised_by_name(ashore: Shell) -> None:
    """4.7: the name and the address leave the file, a counted name comes."""
    assert ashore("person", "anonymise", "Nobody", "--client", "Albor", "--reason", "asked", "--yes") == 1
    assert "Lucía Herrero" in ashore.err
    assert ashore("person", "anonymise", "Lucía Herrero", "--client", "Albor", "--reason", "asked", "--yes") == 0
    data = ashore.journal.read_bytes()
    assert b"Herrero" not in data
    assert b"lucia@albor" not in data
    assert ashore("client", "list") == 0
    assert "Person 1" in ashore.out


def test_a_copy_of_an_imported_chat_is_kept_where_it_was_asked(ashore: Shell, tmp_path: Path) -> None:
    """4.7: --keep-copy; the plan says that it can be."""
    chat = exported(tmp_path / "chat.json", "Lucía Herrero", 5, 10)
    assert ashore("import", "telegram", chat, "--client", "Albor") == 0, ashore.err
    number = str(ashore.json("search", "Línea 0")[0]["entry"])
    assert ashore("erase", number, "--client", "Albor", *WHY, "--keep-copy", "--yes") == 0, ashore.err
    assert "Keep a copy of chat.json without these words" in ashore.out
    assert "1 imported file was replaced by a copy without the words" in ashore.out
    other = ashore.json("search", "Línea 1")[0]["entry"]
    assert ashore.json("show", str(other))["rests_on"] == "B"
