"""A bag checked as a stranger would: the commands of its own HOWTO, typed in a folder without this program."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import bagit
import pytest

from app.errors import Refused
from app.facts.pages import Paper
from app.journal.checking import held_heads, verify_path
from app.papers.plain_text import text_of
from app.words import words_for
from tests.journal.conftest import Shore

needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("ssh-keygen", "sha256sum", "head", "grep"))), reason="the stock tools are not installed"
)


@pytest.fixture
def told(shore: Shore, tmp_path: Path) -> Shore:
    """Talk with an attachment, a private note and its correction, and a second client whose words must stay out."""
    journal, client = shore.journal, shore.client
    file = tmp_path / "макет.pdf"
    file.write_bytes(b"%PDF-1.4 toy")
    kept = journal.files.keep_file(file)
    attachment = {"sha256": kept.sha256, "size": kept.size, "name": "layout.pdf"}
    journal.talk.received(client, "Вот макет, посмотрите до среды", attachments=[attachment])
    shore.clock.forward(timedelta(hours=1))
    journal.talk.sent(client, "Принято, смотрю.")
    note = journal.talk.note(client, "Торгуется всегда", private=True)
    journal.talk.correct(client, note, {"text": "Торгуется часто"}, "Частное уточнение")
    other = journal.clients.add("Harbour & Finch", zone="Europe/Lisbon", place="Setúbal", tags=["yachting"])
    tom = journal.clients.add_person(other, "Tom Whitfield", addresses=[("email", "tom@harbourfinch.example")])
    journal.clients.designate(other, tom, date(2026, 11, 2), announced_in="email")
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"the regatta budget")
    hidden = journal.files.keep_file(secret)
    journal.talk.received(
        other, "Regatta budget attached", channel="email",
        attachments=[{"sha256": hidden.sha256, "size": hidden.size, "name": "regatta.txt"}],
    )  # fmt: skip
    shore.clock.forward(timedelta(days=1))
    journal.talk.sent(client, "Макет готов, смотрите в папке.")
    return shore


@pytest.fixture
def bag(told: Shore, tmp_path: Path) -> Path:
    path = tmp_path / "bag.zip"
    told.journal.bags.export(told.client, path, None)
    return path


@pytest.fixture
def unpacked(bag: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(bag) as archive:
        archive.extractall(tmp_path / "unpacked")
    return next((tmp_path / "unpacked").iterdir())


def commands(data: Path, language: str) -> Iterator[str]:
    """The lines a stranger types: indented, and not for PowerShell."""
    text = (data / f"HOWTO-VERIFY.{language}.txt").read_text(encoding="utf-8")
    for line in re.findall(r"^    (\S.*)$", text, re.MULTILINE):
        if line.startswith(("grep", "sha256sum", "head", "ssh-keygen", "(cd ..")):
            yield line


def typed(command: str, data: Path) -> tuple[int, str]:
    done = subprocess.run(["bash", "-c", command], cwd=data, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@needs_tools
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_written_commands_say_what_the_text_says(unpacked: Path, told: Shore, language: str) -> None:
    data = unpacked / "data"
    size, head = re.findall(r"size: (\d+)\nhead: sha256:(\w+)", max(data.glob("checkpoints/*.txt")).read_text())[0]
    answers = {command.split()[0]: typed(command, data) for command in commands(data, language)}
    assert answers["grep"][1].strip() == "0"
    assert answers["sha256sum"][0] == 0
    assert answers["head"][1].split()[0] == head
    assert 'Good "journal-checkpoint" signature for owner' in answers["ssh-keygen"][1]
    assert answers["(cd"][0] == 0
    assert int(size) == told.journal.size_and_head()[0]


@needs_tools
@pytest.mark.parametrize(
    "damaged", ["records/00000008.json", "log.sha256", "checkpoints/*.txt", "attachments/*.bin", "keys/allowed_signers"]
)
def test_a_changed_byte_makes_a_command_fail(unpacked: Path, damaged: str) -> None:
    data = unpacked / "data"
    heads = [typed(command, data) for command in commands(data, "en")]
    path = sorted(data.glob(damaged))[-1]
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    assert [typed(command, data) for command in commands(data, "en")] != heads
    assert any(
        code for code, _ in (typed(command, data) for command in commands(data, "en") if "-c" in command.split())
    )


def test_the_validator_of_bagit_accepts_it(unpacked: Path) -> None:
    bagit.Bag(str(unpacked)).validate()


def test_no_word_of_another_client_is_anywhere_in_the_bag(bag: Path) -> None:
    foreign = ("Harbour", "Finch", "Whitfield", "harbourfinch", "Regatta", "regatta", "Setúbal", "yachting", "Lisbon")
    with zipfile.ZipFile(bag) as archive:
        for name in archive.namelist():
            content = name + archive.read(name).decode("utf-8", "replace")
            for word in foreign:
                assert word not in unicodedata.normalize("NFC", content), f"{word} in {name}"


def test_private_words_stay_out_and_their_numbers_are_named(bag: Path, told: Shore) -> None:
    with zipfile.ZipFile(bag) as archive:
        everything = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        info = next(archive.read(name).decode() for name in archive.namelist() if name.endswith("bag-info.txt"))
    assert "Торгуется" not in everything and "Частное" not in everything
    private = [
        e.seq for e in told.journal.reading.timeline(told.client) if e.body.get("private") or "Частное" in str(e.body)
    ]
    assert re.search(r"Private-Entries: (\d+)-(\d+)", info)
    assert f"Private-Entries: {private[0]}-{private[-1]}" in info


def test_a_note_that_was_made_private_later_stays_out_as_well(told: Shore, tmp_path: Path) -> None:
    note = told.journal.talk.note(told.client, "Цена для них завышена")
    told.journal.talk.correct(told.client, note, {"private": True}, "не для клиента")
    path = tmp_path / "bag.zip"
    given = told.journal.bags.export(told.client, path, None)
    with zipfile.ZipFile(path) as archive:
        everything = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert "завышена" not in everything and "не для клиента" not in everything
    assert (given.private, verify_path(path).problems) == (4, ())


def test_the_bag_is_unanchored_held_or_diverged_by_what_the_reader_holds(bag: Path, told: Shore) -> None:
    size, head = told.journal.size_and_head()
    assert verify_path(bag).verdict.value == "UNANCHORED"
    held = verify_path(bag, held_heads([f"{size}:{head}"]))
    assert (held.verdict.value, held.up_to, held.count.private, held.problems) == ("HELD", size, 2, ())
    assert verify_path(bag, held_heads([f"{size}:{'a' * 64}"])).verdict.value == "DIVERGED"


def test_a_period_names_what_lies_outside_it(told: Shore, tmp_path: Path) -> None:
    path = tmp_path / "day.zip"
    given = told.journal.bags.export(told.client, path, None, first=date(2026, 11, 3), last=date(2026, 11, 3))
    report = verify_path(path)
    assert (report.verdict.value, report.problems) == ("UNANCHORED", ())
    assert given.shown == 1
    assert report.count.outside_period == given.outside > 0


@needs_tools
@pytest.mark.parametrize("script", [("python3", "verify.py"), ("sh", "verify.sh")])
def test_the_scripts_in_the_bag_agree_with_the_commands(unpacked: Path, told: Shore, script: tuple[str, str]) -> None:
    data = unpacked / "data"
    size, head = told.journal.size_and_head()
    held = [f"{size}:{head}"] if script[1].endswith("py") else [str(size), head]
    assert subprocess.run([*script], cwd=data, check=False, capture_output=True).returncode == 3
    assert subprocess.run([*script, *held], cwd=data, check=False, capture_output=True).returncode == 0
    record = data / "records" / "00000008.json"
    record.write_bytes(record.read_bytes().replace(b"1", b"2", 1))
    assert subprocess.run([*script], cwd=data, check=False, capture_output=True).returncode == 5


def test_chosen_items_limit_the_reading_copy_and_the_records_stay_complete(told: Shore, tmp_path: Path) -> None:
    """An edit and everything about it: request, promise, correction, the message it rests on (4.5)."""
    journal, client = told.journal, told.client
    asked = journal.talk.received(client, "Поменяйте шапку, пожалуйста")
    edit = journal.edits.request(client, "Шапка синяя", title="Шапка", message=asked)
    journal.edits.promise(edit, journal.edits.count(client, told.clock(), "normal").promised)
    about = journal.talk.sent(client, "Шапку сделаю в среду", about=[edit])
    fixed = journal.talk.correct(client, about, {"text": "Шапку сделаю в четверг"}, "Описка")
    journal.talk.sent(client, "Про другое")
    pages: list[Paper] = []
    path = tmp_path / "chosen.zip"

    def paint(page: Paper, target: Path) -> None:
        pages.append(page)
        target.write_bytes(b"%PDF-1.7")

    whole = journal.bags.export(client, tmp_path / "whole.zip", None)
    given = journal.bags.export(client, path, paint, items=[edit])
    assert given.shown == whole.shown
    text = text_of(pages[0], words_for("ru"))
    assert "Шапка" in text and "сделаю в четверг" in text and "Поменяйте шапку" in text
    assert "Про другое" not in text
    assert str(fixed) in text
    assert verify_path(path).problems == ()
    with pytest.raises(Refused, match="begins no edit"):
        journal.bags.export(client, path, None, items=[asked])


def test_an_export_that_was_stopped_leaves_nothing_behind(told: Shore, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(done: int) -> None:
        if done == 3:
            raise Enough

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Enough):
        told.journal.bags.export(told.client, tmp_path / "bag.zip", None, progress=stop)
    assert [each for each in sorted(tmp_path.iterdir()) if each not in before] == []
