"""`ashore stop`, `resume`, `promise` and `call` as a person or a script uses them (F15, D11, D13)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell, begun

CLIENT = ("--client", "Clínica Albor")


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A client whose agreement grants the right to stop, and a request of last year."""
    shell = begun(tmp_path, capsys)
    assert shell("contact", "set", *CLIENT, "Lucía Herrero", "--since", "2025-01-01") == 0
    granted = ("--set", "information.right_to_stop=yes", "--from", "2025-01-01", "--channel", "telegram:@lucia")
    assert shell("agreement", "make", *CLIENT, *granted) == 0, shell.err
    return shell


def asked(ashore: Shell) -> str:
    logged = ashore.json("log", "request", *CLIENT, "--item", "12 fotos", "--at", "2025-10-01T10:00")
    return str(logged["entries"][0])


def test_looking_records_nothing_and_says_from_when_work_may_stop(ashore: Shell) -> None:
    """F15: the agreed term passed on Monday, 6 October 2025."""
    request = asked(ashore)
    found = ashore.json("stop", *CLIENT, "--because", request, "--look", now="2025-10-10T12:00")
    assert (found["granted"], found["may_stop"], found["due"], found["working_days_over"]) == (
        True, True, "2025-10-06", 3)  # fmt: skip
    assert "entries" not in found and "12 fotos" in found["notice"]
    assert ashore("stop", *CLIENT, "--because", request, "--look", now="2025-10-10T12:00") == 0
    assert "You may stop work since" in ashore.out


def test_a_notice_is_recorded_and_written_as_a_page(ashore: Shell, tmp_path: Path) -> None:
    """F15, D11: stopped with a notice, resumed with a note; each is told in the usual channel."""
    request, page = asked(ashore), tmp_path / "notice.txt"
    stopped = ashore.json("stop", *CLIENT, "--because", request, "--notice", str(page))
    assert "12 fotos" in page.read_text(encoding="utf-8")
    shown = ashore.json("show", str(stopped["entries"][0]))
    assert (shown["kind"], shown["body"]["because"], shown["body"]["channel"]) == (
        "work.stopped", int(request), "telegram")  # fmt: skip
    assert ashore("stop", *CLIENT, "--because", request) == 1
    assert "stopped already" in ashore.err
    resumed = ashore.json("resume", *CLIENT)
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
    found = ashore.json("promise", "--edit", str(logged["entries"][0]))
    assert (found["on"], found["extra"]["moved"], found["extra"]["instead_of"]) == (logged["on"], None, None)


def test_a_call_is_planned_moved_held_and_says_what_was_not_agreed(ashore: Shell) -> None:
    """D13, D16, D3: topics of the plan are agreed; the phone is not an agreed channel."""
    planned = ashore.json(
        "call", "plan", *CLIENT, "--at", "2025-12-03T13:00", "--topic", "Precios", "--channel", "phone"
    )
    number = str(planned["entries"][0])
    assert ashore("call", "move", number) == 2
    assert ashore("call", "move", number, "--at", "2025-12-04T13:00", "--there", "--reason", "viaje") == 0
    held = ("--channel", "phone", "--minutes", "20", "--topic", "Precios=", "--at", "2025-12-04T13:00")
    assert ashore("log", "call", *CLIENT, "--call", number, *held) == 0, ashore.err
    assert "is not agreed with this client" in ashore.out and "ad hoc" not in ashore.out
    body = ashore.json("show", str(int(number) + 2))["body"]
    assert body["topics"] == [{"title": "Precios", "agreed": True, "outcomes": [{"nothing_decided": True}]}]
    assert ashore("log", "call", *CLIENT, "--topic", "De repente=Nada", "--at", "2025-12-05T13:00") == 0
    assert "ad hoc" in ashore.out


def test_a_call_is_cancelled_or_missed_by_somebody(ashore: Shell) -> None:
    """D16: a call that was cancelled is not missed."""
    first = ashore.json("call", "plan", *CLIENT, "--on", "2025-12-03")
    second = ashore.json("call", "plan", *CLIENT, "--on", "2025-12-10")
    assert ashore("call", "cancel", str(first["entries"][0]), "--reason", "fiesta") == 0
    missed = ashore.json("call", "miss", str(second["entries"][0]), "--by", "client")
    assert ashore.json("show", str(missed["entries"][0]))["body"]["missed_by"] == "client"
    assert ashore("call", "miss", "--by", "me") == 2
    assert ashore("call", "plan", *CLIENT) == 2
    assert ashore("call", "plan", *CLIENT, "--at", "tomorrow") == 1
    assert "tomorrow is no local time" in ashore.err
    assert ashore("call", "plan", *CLIENT, "--at", "2026-12-03") == 1
    assert "2026-12-03 is no local time" in ashore.err


def test_a_series_is_shown_and_then_planned(ashore: Shell) -> None:
    """D13, 1.4: every 14 days at their hour, in their zone."""
    wanted = ("--count", "3", "--first", "2025-12-03", "--hour", "13:00")
    shown = ashore.json("call", "series", *CLIENT, *wanted)
    assert [each["local"] for each in shown["dates"]] == ["2025-12-03T13:00", "2025-12-17T13:00", "2025-12-31T13:00"]
    planned = ashore.json("call", "series", *CLIENT, *wanted, "--topic", "Informe", "--plan")
    assert len(planned["entries"]) == 3
    body = ashore.json("show", str(planned["entries"][2]))["body"]
    assert (body["at"], body["purpose"]) == ({"local": "2025-12-31T13:00", "zone": "Europe/Madrid"}, "regular")
    assert ashore("call", "series", *CLIENT, *wanted) == 0
    assert "Wednesday, 3 December" in ashore.out


def test_a_final_call_is_planned_with_its_three_topics(ashore: Shell) -> None:
    """F25: results, the plan of the next month, their opinion."""
    planned = ashore.json("call", "plan", *CLIENT, "--at", "2025-12-03T13:00", "--purpose", "final")
    body = ashore.json("show", str(planned["entries"][0]))["body"]
    assert (len(body["topics"]), body["purpose"]) == (3, "final")


def test_a_date_is_told_provisional_and_then_firm(ashore: Shell) -> None:
    """F5, W8: both stay on record; the second one says that it moves nothing firm."""
    logged = ashore.json("log", "edit", *CLIENT, "--text", "Página nueva", "--size", "large")
    edit = str(logged["entries"][0])
    first = ashore.json("promise", "--edit", edit, "--provisional", "--tell", "telegram")
    second = ashore.json("promise", "--edit", edit, "--tell", "telegram")
    bodies = [ashore.json("show", str(each["extra"]["entries"][0]))["body"] for each in (first, second)]
    assert [body.get("provisional", False) for body in bodies] == [True, False]
    assert first["on"] < second["on"]
    third = ashore.json("promise", "--edit", edit)
    assert third["extra"]["moved"] == "in_time"
    assert third["extra"]["instead_of"] == second["on"]
    assert ashore("promise", *CLIENT, "--received", "2026-05-15T11:00", "--tell", "telegram") == 2


def test_an_edit_beyond_the_included_ones_is_said_to_be_paid_extra(ashore: Shell) -> None:
    """1.4: one a month is included."""
    included = ("--set", 'edits_included={"number": 1, "per": "month"}', "--from", "2025-01-02")
    assert ashore("agreement", "make", *CLIENT, *included) == 0, ashore.err
    assert ashore("log", "edit", *CLIENT, "--text", "Precios") == 0
    assert "0 of 1 included edit used this month." in ashore.out
    assert ashore("log", "edit", *CLIENT, "--text", "Fotos") == 0
    assert "1 of 1 included edit used this month: this one is paid extra." in ashore.out
    logged = ashore.json("log", "edit", *CLIENT, "--text", "Fotos", "--paid-extra", "--out-of-scope")
    body = ashore.json("show", str(logged["entries"][0]))["body"]
    assert (body["paid_extra"], body["in_scope"]) == (True, "no")
