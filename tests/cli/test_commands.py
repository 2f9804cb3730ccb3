"""The command line as a person or a script uses it: answers, exit codes, sentences instead of tracebacks."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.shell import Shell

SAMPLES = Path(__file__).parent.parent / "files" / "telegram"


def test_the_guides_own_friday_is_a_wednesday(ashore: Shell) -> None:
    assert ashore("promise", "--client", "Clínica Albor", "--received", "2026-05-15T11:00") == 0
    assert ashore.out.splitlines()[0] == "Wednesday, 20 May"
    assert "full day 2" in ashore.out
    found = ashore.json("promise", "--client", "Clínica Albor", "--received", "2026-05-15T11:00")
    assert (found["on"], found["closing"], found["rule"]) == ("2026-05-20", "2026-05-20T16:00:00Z", "after_full_days")
    assert [line["is"] for line in found["count"]] == ["received", "off", "off", "full", "full", "due"]


@pytest.mark.parametrize(
    "words", [("message", "--sent", "--text"), ("note", "--text"), ("edit", "--text"), ("request", "--item")]
)
def test_one_line_of_text_is_the_least_that_is_recorded(ashore: Shell, words: tuple[str, ...]) -> None:
    """D1: client, channel, one line of text; spaces alone are none."""
    noun, *rest = words
    for typed in ("", "  "):
        assert ashore("log", noun, "--client", "Clínica Albor", *rest, typed) == 1
        assert ashore.err.strip() == "There is no text. Write at least one line."


def test_what_is_logged_is_shown_found_and_told_today(ashore: Shell) -> None:
    text = "¿Para cuándo estará la página de implantes?"
    assert ashore("log", "message", "--client", "Clínica Albor", "--received", "--text", text) == 0
    number = ashore.out.strip().rstrip(".").rsplit(" ", 1)[1]
    assert ashore("show", number) == 0
    assert text in ashore.out
    assert ashore("search", "implan") == 0
    assert text in ashore.out
    listed = ashore.json("today")
    assert any(flag["rule"] == "F2" and {"client", "item", "severity", "since", "due"} <= set(flag) for flag in listed)


def test_a_call_with_two_topics_needs_its_summary(ashore: Shell) -> None:
    outcomes = ("--topic", "Precios=Publicar las tarifas", "--topic", "Diciembre=")
    spent = ("--channel", "phone", "--minutes", "20", "--off-topic", "5")
    assert ashore("log", "call", "--client", "Clínica Albor", *spent, *outcomes) == 0
    listed = ashore.json("today")
    assert "F12" in [flag["rule"] for flag in listed]


@pytest.mark.parametrize("sample", ["test_single_export.json", "test_batch_export.json"])
def test_a_telegram_export_comes_in_once(ashore: Shell, sample: str) -> None:
    command = ("import", "telegram", str(SAMPLES / sample), "--client", "Clínica Albor")
    assert ashore(*command) == 1
    assert "Author 1" in ashore.err and "Author 2" in ashore.err
    first = ashore.json(*command, "--me", "Author 1")
    assert first["added"] == 2
    assert "F2" in {flag["rule"] for flag in ashore.json("today")}
    second = ashore.json(*command, "--me", "Author 1")
    assert (second["added"], second["known"]) == (0, 2)
    again = ashore.json(*command, "--me", "Author 2", "--again")
    assert (again["added"], again["retracted"]) == (2, 2)
    assert "F2" not in {flag["rule"] for flag in ashore.json("today")}
    assert ashore("check") == 0


def test_usage_is_2_refusal_is_1_and_both_are_sentences(ashore: Shell) -> None:
    assert ashore("log", "message", "--client", "Clínica Albor", "--text", "x") == 2
    assert ashore("nonsense") == 2
    assert ashore("today", "--client", "Nobody") == 1
    assert ashore.err.strip() == "No client is called Nobody. `ashore client list` shows the names."
    assert ashore("--lang", "ru", "today", "--client", "Никто") in (1, 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("client", "add", "X", "--zone", "Mars/Olympus"), "no time zone called Mars/Olympus"),
        (("client", "add", "  "), "A name is needed"),
        (("promise", "--client", "Clínica Albor", "--received", "2026-02-30T10:00"), "no date and time"),
        (("contact", "set", "--client", "Clínica Albor", "Javier", "--since", "2025-12-01", "--until", "2026-03-01"),
         "Only one"),
        (("agreement", "make", "--client", "Clínica Albor", "--set", "edits.huge=3"), "no term called edits.huge"),
        (("log", "note", "--client", "Clínica Albor", "--text", "a\x01b"), "U+0001"),
        (("show", "999"), "There is no entry 999"),
        (("sheet", "--client", "Clínica Albor", "--week", "2026-W60", "--out", "x.txt"), "is no week"),
        (("import", "telegram", "missing.json", "--client", "Clínica Albor"), "is no file"),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_changes_nothing(ashore: Shell, words: tuple[str, ...], said: str) -> None:
    ashore("verify")
    before = ashore.out
    assert ashore(*words) == 1
    assert said in ashore.err
    ashore("verify")
    assert ashore.out == before
    assert ashore("check") == 0


def test_any_kind_is_recorded_by_the_same_verbs_and_the_same_refusals(ashore: Shell, tmp_path: Path) -> None:
    body = tmp_path / "body.json"
    body.write_text(
        json.dumps({"metric": "Citas", "base": "40", "target": "60", "since": "2026-09-01", "by": "2026-12-31"})
    )
    assert ashore("record", "goal.set", str(body), "--client", "Clínica Albor") == 0
    for text, said in (
        ('{"metric": "Citas"}', "was not written"),
        ('{"metric": 1', "is not JSON"),
        ('{"a": 1, "a": 2}', "a key stands twice"),
        ("[]", "no JSON object"),
    ):
        body.write_text(text)
        assert ashore("record", "goal.set", str(body), "--client", "Clínica Albor") == 1
        assert said in ashore.err
    assert ashore("record", "journal.opened", str(body), "--client", "Clínica Albor") == 1


def test_files_that_are_no_journal_are_left_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in (("empty", b""), ("text", b"hello, I am a letter" * 99)):
        path = tmp_path / name
        path.write_bytes(data)
        shell = Shell(path, capsys)
        assert shell("today") == 1
        assert shell("log", "note", "--client", "x", "--text", "y") == 1
        assert path.read_bytes() == data
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (a)")
    assert Shell(other, capsys)("today") == 1


def test_a_journal_that_went_missing_is_not_replaced_by_an_empty_one(ashore: Shell) -> None:
    ashore.journal.rename(ashore.journal.with_suffix(".away"))
    assert ashore("log", "note", "--client", "Clínica Albor", "--text", "x") == 1
    assert "The journal that was here is missing" in ashore.err
    assert not ashore.journal.exists()


def test_the_sheet_is_written_as_text_with_the_whole_head(ashore: Shell, tmp_path: Path) -> None:
    out = tmp_path / "sheet.txt"
    assert ashore("sheet", "--client", "Clínica Albor", "--out", str(out)) == 0
    size, head = out.read_text(encoding="utf-8").split("ashore:1:")[1].split()[0].split(":")[1:3]
    assert ashore("verify", "--held", f"{size}:{head}") == 0
    assert ashore.out.startswith("HELD")
    assert ashore("verify", "--held", f"{size}:{'0' * 64}") == 4


def test_an_export_can_be_checked_and_names_what_it_leaves_out(ashore: Shell, tmp_path: Path) -> None:
    ashore("client", "add", "Harbour & Finch", "--tag", "secretsquirrel")
    ashore("log", "note", "--client", "Harbour & Finch", "--text", "Pelican business")
    ashore("log", "note", "--client", "Clínica Albor", "--text", "Privado", "--private")
    out = tmp_path / "bag.zip"
    assert ashore("export", "--client", "Clínica Albor", "--out", str(out)) == 0
    assert ashore("verify", str(out)) == 3
    ashore("verify", str(out), "--json")
    report = json.loads(ashore.out)
    assert (report["verdict"], report["problems"]) == ("UNANCHORED", [])


def test_a_day_without_an_hour_is_kept_and_shown_without_a_clock(ashore: Shell) -> None:
    told = ("log", "note", "--client", "Clínica Albor", "--text", "Hablamos en la feria")
    saved = ashore.json(*told, "--at", "2026-01-08")
    entry = ashore.json("show", str(saved["entries"][0]))
    assert entry["body"]["happened"] == {
        "at": "2026-01-08T12:00:00+01:00", "zone": "Europe/Madrid", "precision": "day", "basis": "typed"
    }  # fmt: skip
    assert ashore("show", str(saved["entries"][0])) == 0
    assert "8 January" in ashore.out.splitlines()[0] and ":" not in ashore.out.splitlines()[0]
    assert "Recorded" in ashore.out
    assert ashore(*told, "--at", "2199-01-08") == 1
    assert "has not come yet" in ashore.err


def test_another_now_moves_what_is_read_and_nothing_that_is_recorded(ashore: Shell, tmp_path: Path) -> None:
    out, later = tmp_path / "sheet.txt", "2031-05-07T12:00:00+00:00"
    assert ashore("log", "note", "--client", "Clínica Albor", "--text", "Hoy", now=later) == 0
    assert ashore("sheet", "--client", "Clínica Albor", "--out", str(out), now=later) == 0
    assert "2031" in out.read_text(encoding="utf-8")
    assert ashore("export", "--client", "Clínica Albor", "--out", str(tmp_path / "bag.zip"), now=later) == 0
    with sqlite3.connect(ashore.journal) as connection:
        times = [text for (text,) in connection.execute("SELECT text FROM checkpoints UNION SELECT rec_utc FROM log")]
    assert len(times) > 3
    assert not [text for text in times if "2031-" in text]


def test_a_journal_that_another_program_holds_is_read_but_not_written(
    ashore: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.cli import handing_over
    from app.clock import system_clock
    from app.journal.opening import open_journal

    holder = open_journal(ashore.journal, system_clock)
    try:
        monkeypatch.setattr(handing_over, "WAIT_SECONDS", 0.05)
        assert ashore("log", "note", "--client", "Clínica Albor", "--text", "x") == 1
        assert ashore.err.startswith("Another program holds this journal")
        assert ashore("today") == 0
        assert ashore("verify") == 3
        assert holder.talk.note(holder.clients.named("Clínica Albor").number, "still mine")
    finally:
        holder.close()
    assert ashore("log", "note", "--client", "Clínica Albor", "--text", "x") == 0


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("verify",), {"verdict", "up_to", "entries", "head", "problems"}),
        (
            ("promise", "--client", "Clínica Albor", "--received", "2026-05-15T11:00"),
            {"on", "closing", "rule", "count"},
        ),
        (("check",), {"sound", "entries", "head", "problems"}),
    ],
)
def test_machine_readable_answers_have_their_keys(ashore: Shell, words: tuple[str, ...], keys: set[str]) -> None:
    ashore(*words, "--json")
    assert keys <= set(json.loads(ashore.out))


@pytest.mark.parametrize(
    "body",
    ["[" * 5000, '{"text": NaN}', '{"text": "x", "spent": 1e400}', '{"\\ud800": 1}', '{"text": "\\ud800"}', "{}",
     "null", "", '{"text": "x", "happened": 5}', '{"text": "x", "about": [18446744073709551616]}', "\ufeff{",
     '{"text": 1' + "0" * 5000 + "}", '{"set": ' * 400 + "1" + "}" * 400],
    ids=range(13),
)  # fmt: skip
def test_a_hostile_body_is_refused_in_a_sentence(ashore: Shell, tmp_path: Path, body: str) -> None:
    file = tmp_path / "body.json"
    file.write_text(body, encoding="utf-8")
    assert ashore("record", "note.written", str(file), "--client", "Clínica Albor") == 1
    assert ashore.err.strip().endswith(".") and "mistake" not in ashore.err
    file.write_bytes(b"\xff\xfe\x00")
    assert ashore("record", "note.written", str(file), "--client", "Clínica Albor") == 1
    assert ashore("record", "note.written", str(tmp_path), "--client", "Clínica Albor") == 1
    assert ashore("check") == 0
