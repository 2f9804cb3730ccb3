"""One journal, two hands (5.4): a recording command goes through the window that holds the journal."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path
from time import monotonic

import pytest

from app.cli.door import Door, Request
from app.clock import system_clock
from app.journal.opening import create_journal, open_journal
from tests.ui.real_window import Window, ashore, real_window, until, words_for_ashore

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and sockets of POSIX")

CLIENT = "Студия Ёлка"
NOTE = ("log", "note", "--client", CLIENT, "--text")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.ashore"
    made = create_journal(path, {"name": "Elena", "zone": "Europe/Madrid", "languages": ["en"]}, system_clock)
    made.clients.add(CLIENT, zone="Europe/Moscow", language="ru")
    made.close()
    return path


@pytest.fixture
def window(journal: Path) -> Iterator[Window]:
    with real_window(journal) as found:
        yield found


def texts(journal: Path) -> list[str]:
    """The notes that are in the journal."""
    found = open_journal(journal, system_clock, writes=False)
    try:
        entries = found.reading.timeline(found.clients.named(CLIENT).number)
        return [entry.text for entry in entries if entry.kind == "note.written"]
    finally:
        found.close()


def test_a_note_is_recorded_by_the_window_with_the_same_answer(journal: Path, window: Window) -> None:
    """5.4: same verbs, same answer, same exit codes, same output."""
    done = ashore(journal, *NOTE, "Позвонить про фото")
    number = int(done.stdout.removeprefix("Saved as entry ").removesuffix(".\n"))
    assert (done.returncode, done.stderr) == (0, "")
    told = ashore(journal, *NOTE, "Второе", "--json")
    assert json.loads(told.stdout) == {"entries": [number + 1]}
    assert texts(journal) == ["Позвонить про фото", "Второе"]
    assert window.poll() is None


def test_a_refusal_and_a_slip_have_their_exit_codes_and_sentences(journal: Path, window: Window) -> None:
    refused = ashore(journal, "--lang", "ru", "log", "note", "--client", "Никто", "--text", "x")
    assert refused.returncode == 1 and refused.stdout == ""
    assert "Никто" in refused.stderr and "Traceback" not in refused.stderr
    slip = ashore(journal, *NOTE, "x", "--no-such-option")
    assert slip.returncode == 2 and "--no-such-option" in slip.stderr
    assert texts(journal) == []


def test_a_body_from_standard_input_and_one_from_a_file_here_travel(
    journal: Path, window: Window, tmp_path: Path
) -> None:
    typed = ashore(journal, "record", "note.written", "--client", CLIENT, "-", typed='{"text": "из трубы"}')
    assert typed.returncode == 0, typed.stderr
    folder = tmp_path / "дела"
    folder.mkdir()
    (folder / "body.json").write_text('{"text": "из файла"}', encoding="utf-8")
    there = ashore(journal, "record", "note.written", "--client", CLIENT, "body.json", folder=folder)
    assert there.returncode == 0, there.stderr
    assert texts(journal) == ["из трубы", "из файла"]


def test_a_sheet_is_written_beside_whoever_asked(journal: Path, window: Window, tmp_path: Path) -> None:
    done = ashore(journal, "sheet", "--client", CLIENT, "--out", "sheet.txt", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    assert str(tmp_path / "sheet.txt") in done.stdout


def test_evidence_is_painted_and_the_tables_are_rebuilt_by_the_window(
    journal: Path, window: Window, tmp_path: Path
) -> None:
    assert ashore(journal, *NOTE, "до").returncode == 0
    given = ashore(journal, "export", "--client", CLIENT, "--out", "bag.zip", folder=tmp_path)
    assert given.returncode == 0, given.stderr
    looked = ashore(journal, "verify", tmp_path / "bag.zip")
    assert looked.returncode == 3 and "UNANCHORED" in looked.stdout
    assert ashore(journal, "rebuild").stdout.endswith("entries laid out anew.\n")
    assert ashore(journal, "check").returncode == 0


def at_a_terminal(journal: Path, *words: str) -> tuple[subprocess.Popen[bytes], int]:
    """The command with a terminal as its standard input; the end at which somebody types."""
    typing, terminal = os.openpty()
    done = subprocess.Popen(
        words_for_ashore(journal, *words), stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    os.close(terminal)
    return done, typing


def erasing(journal: Path) -> tuple[str, ...]:
    """A note to be erased, and the command that does."""
    number = json.loads(ashore(journal, *NOTE, "лишнее", "--json").stdout)["entries"][0]
    return ("erase", str(number), "--client", CLIENT, "--reason", "asked", "--keep-backups")


def test_a_question_is_asked_where_the_command_was_typed(journal: Path, window: Window) -> None:
    """4.7: the plan is shown, then asked, then done, also through the window."""
    command = erasing(journal)
    nobody = ashore(journal, *command)
    assert nobody.returncode == 1 and "nobody is here to agree" in nobody.stderr
    done, typing = at_a_terminal(journal, *command)
    os.write(typing, b"y\n")
    _, err = done.communicate(timeout=60)
    os.close(typing)
    assert done.returncode == 0, err.decode()
    assert b"Erase it now?" in err
    assert "лишнее" not in texts(journal)


def test_who_leaves_at_the_question_has_changed_nothing(journal: Path, window: Window) -> None:
    command = erasing(journal)
    done, typing = at_a_terminal(journal, *command)
    assert done.stderr is not None
    asked = b""
    while b"Erase it now?" not in asked:
        asked += os.read(done.stderr.fileno(), 1)
    done.kill()
    done.communicate()
    os.close(typing)
    assert texts(journal) == ["лишнее"]
    assert ashore(journal, *NOTE, "дальше").returncode == 0


def test_who_gives_up_at_the_question_is_not_told_that_the_window_went_away(journal: Path, window: Window) -> None:
    command = erasing(journal)
    done, typing = at_a_terminal(journal, *command)
    os.write(typing, b"\x04")
    _, err = done.communicate(timeout=60)
    os.close(typing)
    assert done.returncode == 1
    assert b"Erase it now?" in err and b"window" not in err
    assert texts(journal) == ["лишнее"]


def test_two_commands_at_once_are_both_recorded(journal: Path, window: Window) -> None:
    both = [
        subprocess.Popen(words_for_ashore(journal, *NOTE, text), stdout=subprocess.PIPE, text=True)
        for text in ("раз", "два", "три")
    ]
    answers = [each.communicate(timeout=60)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0, 0]
    assert len(set(answers)) == 3
    assert sorted(texts(journal)) == ["два", "раз", "три"]


def test_a_killed_window_holds_nothing_back(journal: Path, window: Window) -> None:
    """Fault 16: key and socket of the killed one still lie there."""
    window.kill()
    window.wait()
    assert Door(journal).key.exists()
    assert ashore(journal, *NOTE, "после").returncode == 0
    assert texts(journal) == ["после"]


def test_a_window_that_hangs_refuses_within_its_five_seconds_and_writes_nothing_later(
    journal: Path, window: Window
) -> None:
    """A request that was not acknowledged is not carried out behind anybody's back."""
    window.send_signal(signal.SIGSTOP)
    done = ashore(journal, *NOTE, "never")
    window.send_signal(signal.SIGCONT)
    assert done.returncode == 1
    assert done.stderr.startswith("Another program holds this journal.")
    assert ashore(journal, *NOTE, "then").returncode == 0
    assert texts(journal) == ["then"]


def test_who_does_not_know_the_key_is_not_heard(journal: Path, window: Window) -> None:
    from multiprocessing import AuthenticationError

    door = Door(journal)
    assert door.key.stat().st_mode & 0o777 == 0o600
    with pytest.raises(AuthenticationError):
        Client(door.reached()[0], authkey=b"wrong")
    right = door.key.read_bytes()
    door.key.write_bytes(b"another")
    assert door.knock() is None
    door.key.write_bytes(right)
    assert ashore(journal, *NOTE, "x").returncode == 0


@pytest.mark.parametrize(
    "said", [b"", b"\0\0\0\5hello", b"\xff" * 4096, b"\x7f\xff\xff\xff", b"GET / HTTP/1.1\r\n\r\n"], ids=range(5)
)
def test_garbage_at_the_door_hurts_nobody(journal: Path, window: Window, said: bytes) -> None:
    strangers = []
    for _ in range(3):
        way = socket.socket(socket.AF_UNIX)
        way.connect(Door(journal).reached()[0])
        way.sendall(said)
        strangers.append(way)
    assert ashore(journal, *NOTE, "still").returncode == 0
    for way in strangers:
        way.close()
    assert window.poll() is None


def test_nonsense_behind_the_right_key_is_hung_up_on(journal: Path, window: Window) -> None:
    """Nothing is unpickled: a message is one of a few shapes or the end of the conversation."""
    import pickle

    for said in (pickle.dumps(os.getcwd), b"\x81\xa4type\xa7Request", b""):
        connection = Client(Door(journal).reached()[0], authkey=Door(journal).key.read_bytes())
        connection.send_bytes(said)
        with pytest.raises((EOFError, OSError)):
            connection.recv_bytes()
        connection.close()
    assert ashore(journal, *NOTE, "x").returncode == 0


def test_who_hangs_up_before_go_has_recorded_nothing(journal: Path, window: Window) -> None:
    from app.cli.door import Heard

    line = Door(journal).knock()
    assert line is not None
    line.send(Request(words=["--journal", str(journal), *NOTE, "given up"], folder=str(journal.parent)))
    assert line.receive(Heard) == Heard()
    line.close()
    assert ashore(journal, *NOTE, "kept").returncode == 0
    assert texts(journal) == ["kept"]


def test_the_window_gives_the_door_back_when_it_closes(journal: Path, window: Window) -> None:
    window.send_signal(signal.SIGTERM)
    assert window.wait(timeout=30) == 0
    assert not Door(journal).key.exists() and not Path(Door(journal).address).exists()
    assert ashore(journal, *NOTE, "x").returncode == 0


def telegram(folder: Path, messages: int) -> Path:
    """An export with so many messages that nobody can take it in within two seconds."""
    said = [
        {"id": n, "type": "message", "date_unixtime": str(1_760_000_000 + n * 60), "date": "2025-10-09T10:00:00",
         "from": "Ольга" if n % 2 else "Elena", "from_id": f"user{n % 2}", "text": f"Сообщение {n} про сайт",
         "text_entities": []}
        for n in range(messages)
    ]  # fmt: skip
    chat = {"name": "Ольга", "type": "personal_chat", "id": 1, "messages": said}
    path = folder / "result.json"
    path.write_text(json.dumps(chat, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_shutdown_in_the_middle_of_writing_ends_in_two_seconds_with_nothing_half_done(
    journal: Path, window: Window, tmp_path: Path
) -> None:
    """Fault 34: commit or roll back. Who waited for the answer is told to look."""
    file = telegram(tmp_path, 60_000)
    waiting = subprocess.Popen(
        words_for_ashore(journal, "import", "telegram", str(file), "--client", CLIENT, "--me", "user0"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    writes = journal.with_name(journal.name + "-wal")
    until(lambda: writes.exists() and writes.stat().st_size > 2_000_000, window)
    begun = monotonic()
    window.send_signal(signal.SIGTERM)
    window.wait(timeout=30)
    assert monotonic() - begun < 3
    _, err = waiting.communicate(timeout=60)
    assert waiting.returncode == 1
    assert err.startswith("The window went away before it answered.")
    assert ashore(journal, "check").returncode == 0
    assert ashore(journal, *NOTE, "дальше").returncode == 0
    found = open_journal(journal, system_clock, writes=False)
    assert found.reading.search("сообщение", None, 10) == []
    found.close()


def test_a_second_start_raises_the_first_window_and_ends(journal: Path, window: Window) -> None:
    """Fault 16, with two real programs."""
    second = ashore(journal)
    assert (second.returncode, second.stdout) == (0, "")
    assert window.poll() is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere runtime folders are short")
def test_a_runtime_folder_too_deep_for_a_socket_is_reached_from_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 33: a path of 240 characters."""
    deep = tmp_path / ("ёё 🙂" * 12) / ("d" * 100)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    door = Door(tmp_path / "deep.ashore")
    listener, key = door.listen()
    with Client(door.reached()[0]) as asking, listener.accept() as heard:
        asking.send_bytes(key)
        assert heard.recv_bytes() == key
    listener.close()
    assert not Path(door.address).exists()
