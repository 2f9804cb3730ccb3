"""`ashore stop` and `ashore resume` as a person or a script uses them (F15, D11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_commands import Shell

CLIENT = ("--client", "Clínica Albor")


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A client whose agreement grants the right to stop, and a request of last year."""
    shell = Shell(tmp_path / "journal.ashore", capsys)
    assert shell("init", "--owner", "Elena Marín", "--zone", "Europe/Madrid") == 0
    assert shell("client", "add", "Clínica Albor", "--zone", "Europe/Madrid", "--language", "es") == 0
    assert shell("contact", "set", *CLIENT, "Lucía Herrero", "--since", "2025-01-01") == 0
    granted = ("--set", "information.right_to_stop=yes", "--from", "2025-01-01", "--channel", "telegram:@lucia")
    assert shell("agreement", "make", *CLIENT, *granted) == 0, shell.err
    return shell


def asked(ashore: Shell) -> str:
    logged = ashore.json("log", "request", *CLIENT, "--item", "12 fotos", "--at", "2025-10-01T10:00")
    assert isinstance(logged, dict)
    return str(logged["entries"][0])


def test_looking_records_nothing_and_says_from_when_work_may_stop(ashore: Shell) -> None:
    """F15: the agreed term passed on Monday, 6 October 2025."""
    request = asked(ashore)
    found = ashore.json("stop", *CLIENT, "--because", request, "--look", now="2025-10-10T12:00")
    assert isinstance(found, dict)
    assert (found["granted"], found["may_stop"], found["due"], found["working_days_over"]) == (
        True, True, "2025-10-06", 3)  # fmt: skip
    assert "entries" not in found and "12 fotos" in found["notice"]
    assert ashore("stop", *CLIENT, "--because", request, "--look", now="2025-10-10T12:00") == 0
    assert "You may stop work since" in ashore.out


def test_a_notice_is_recorded_and_written_as_a_page(ashore: Shell, tmp_path: Path) -> None:
    """F15, D11: stopped with a notice, resumed with a note; each is told in the usual channel."""
    request, page = asked(ashore), tmp_path / "notice.txt"
    stopped = ashore.json("stop", *CLIENT, "--because", request, "--notice", str(page))
    assert isinstance(stopped, dict)
    assert "12 fotos" in page.read_text(encoding="utf-8")
    shown = ashore.json("show", str(stopped["entries"][0]))
    assert isinstance(shown, dict)
    assert (shown["kind"], shown["body"]["because"], shown["body"]["channel"]) == (
        "work.stopped", int(request), "telegram")  # fmt: skip
    assert ashore("stop", *CLIENT, "--because", request) == 1
    assert "stopped already" in ashore.err
    resumed = ashore.json("resume", *CLIENT)
    assert isinstance(resumed, dict)
    assert resumed["dates"] == []
    assert ashore("resume", *CLIENT) == 1


def test_a_request_of_another_client_is_refused(ashore: Shell) -> None:
    """D3: what makes no sense is refused with what to do."""
    request = asked(ashore)
    assert ashore("client", "add", "Harbour & Finch") == 0
    assert ashore("stop", "--client", "Harbour & Finch", "--because", request) == 1
    assert "not a request to this client" in ashore.err


def test_a_promise_says_the_load_of_its_week_and_days_off_on_both_sides(ashore: Shell) -> None:
    """6.5, 1.4: further keys stand under `extra`; those of the count stay as they are."""
    found = ashore.json("promise", *CLIENT, "--received", "2026-05-15T11:00")
    assert isinstance(found, dict)
    assert list(found) == ["on", "closing", "rule", "zone", "days", "count", "extra"]
    extra = found["extra"]
    assert (extra["day"]["on"], extra["day"]["promises"], extra["day"]["limit"]) == ("2026-05-20", 0, 2)
    assert [day["off"] for day in extra["week"]] == [False] * 5 + [True] * 2
    assert (extra["better"], extra["included"], extra["in_hours"]) == (None, None, True)
    assert ashore("promise", *CLIENT, "--received", "2026-05-15T11:00", "--on", "2026-05-23") == 0
    assert "Saturday is a day off for you." in ashore.out
    assert ashore("promise", *CLIENT) == 2


def test_the_next_date_of_an_edit_says_what_it_moves(ashore: Shell) -> None:
    """F4, W10: nothing was told yet, so nothing is moved."""
    logged = ashore.json("log", "edit", *CLIENT, "--text", "Precios")
    assert isinstance(logged, dict)
    found = ashore.json("promise", "--edit", str(logged["entries"][0]))
    assert isinstance(found, dict)
    assert (found["on"], found["extra"]["moved"], found["extra"]["instead_of"]) == (logged["on"], None, None)
