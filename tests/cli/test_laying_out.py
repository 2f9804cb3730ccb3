"""A command that opens a journal whose tables another version made says so where it lasts (7.1)."""

from __future__ import annotations

import pytest

from app.storage.driver import connect
from tests.cli.shell import Shell


@pytest.mark.parametrize(("patience", "said"), [(0.0, True), (60.0, False)])
def test_a_recording_command_says_on_standard_error_that_tables_are_made_anew(
    ashore: Shell, monkeypatch: pytest.MonkeyPatch, patience: float, said: bool
) -> None:
    monkeypatch.setattr("app.cli.laying_out.PATIENCE_SECONDS", patience)
    connection = connect(ashore.journal, "rw")
    connection.execute("DROP INDEX item_final")
    connection.close()
    assert ashore("log", "note", "--client", "clínica albor", "--text", "Written after all.") == 0
    assert ("laid out anew: 100" in ashore.err) is said
    assert ashore("log", "note", "--client", "clínica albor", "--text", "And once more.") == 0
    assert "anew" not in ashore.err


def test_laid_out_anew_when_asked_is_the_same_journal(ashore: Shell) -> None:
    assert ashore("rebuild") == 0
    assert ashore("check") == 0
