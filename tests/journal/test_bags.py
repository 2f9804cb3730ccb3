"""A bag checked as a stranger would: the commands of its own HOWTO, typed in a folder without this program."""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import bagit
import pytest

from app.errors import Refused
from app.facts.erasure import Grounds
from app.facts.pages import Paper
from app.journal.checking import held_heads, verify_path
from app.ledger.verify import entries_at
from app.papers.plain_text import text_of
from app.resources import resource
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


def spoken(told: Shore, data: Path, tmp_path: Path, language: str) -> Path:
    """The data folder of a bag that has its HOWTO in that language: Spanish is another client's."""
    if language != "es":
        return data
    lucia = told.journal.clients.add("Clínica Dental Albor", zone="Europe/Madrid", language="es")
    told.journal.talk.received(lucia, "¿Cuándo estará el logo?", channel="whatsapp")
    told.journal.bags.export(lucia, tmp_path / "es.zip", None)
    with zipfile.ZipFile(tmp_path / "es.zip") as archive:
        archive.extractall(tmp_path / "es")
    return next((tmp_path / "es").iterdir()) / "data"


@needs_tools
@pytest.mark.parametrize("language", ["ru", "en", "es"])
def test_the_written_commands_say_what_the_text_says(
    unpacked: Path, told: Shore, tmp_path: Path, language: str
) -> None:
    data = spoken(told, unpacked / "data", tmp_path, language)
    size, head = re.findall(r"size: (\d+)\nhead: sha256:(\w+)", max(data.glob("checkpoints/*.txt")).read_text())[0]
    typed_in = list(commands(data, language))
    answers = [typed(command, data) for command in typed_in]
    said = {command.split()[0]: answer for command, answer in zip(typed_in, answers, strict=True)}
    assert said["grep"][1].strip() == "0"
    assert said["sha256sum"][0] == 0
    assert said["head"][1].split()[0] == head
    for command, (code, answer) in zip(typed_in, answers, strict=True):
        if command.startswith("ssh-keygen"):
            purpose = "journal-export" if "tagmanifest" in command else "journal-checkpoint"
            assert (code, f'Good "{purpose}" signature for owner' in answer) == (0, True)
    assert said["(cd"][0] == 0
    assert "OK" in said["(cd"][1] and "FAILED" not in said["(cd"][1]
    assert int(size) == told.journal.size_and_head()[0]


def test_the_commands_are_the_same_in_every_language() -> None:
    texts = {
        language: re.findall(r"(?m)^    (\S.*)$", resource("evidence", f"howto.{language}.txt").read_text("utf-8"))
        for language in ("en", "ru", "es")
    }
    assert texts["en"] == texts["ru"] == texts["es"]


WINDOWS = ("(Get-Content", "Get-Content", "[BitConverter]", "cmd /c")


def test_beside_each_posix_command_stands_one_for_powershell(unpacked: Path) -> None:
    data = unpacked / "data"
    text = (data / "HOWTO-VERIFY.en.txt").read_text("utf-8")
    lines = [line for line in re.findall(r"(?m)^    (\S.*)$", text) if not re.fullmatch(r"[0-9a-f]{64}", line)]
    assert [line.startswith(WINDOWS) for line in lines] == [False, True] * (len(lines) // 2)
    for line in (line for line in lines if line.startswith(WINDOWS)):
        names = re.findall(r"(?:\.\./)?[\w/.-]+\.(?:sha256|txt(?:\.sig)?)", line.replace(chr(92), "/"))
        assert names and all((data / name).exists() for name in names)
    [digest] = [line for line in lines if line.startswith("[BitConverter]")]
    size = int(re.findall(r"88 \* (\d+)", digest)[0])
    # What that line hashes: the first so many bytes, as they lie there.
    head = hashlib.sha256((data / "log.sha256").read_bytes()[: 88 * size]).hexdigest()
    assert head in text and "SHA256" in digest
    assert all("Get-FileHash" in line or "SHA256" in line for line in lines if "$h" in line)


@pytest.mark.skipif(not shutil.which("pwsh"), reason="PowerShell is not installed")
def test_powershell_says_the_same(unpacked: Path) -> None:
    data = unpacked / "data"
    text = (data / "HOWTO-VERIFY.en.txt").read_text("utf-8")
    for line in re.findall(r"(?m)^    (\S.*)$", text):
        if line.startswith(WINDOWS[:3]):
            done = subprocess.run(["pwsh", "-c", line], cwd=data, capture_output=True, text=True, check=True)
            wanted = {"(Get": "0", "[Bit": re.findall(r"(?m)^    ([0-9a-f]{64})$", text)[0]}.get(line[:4], "")
            assert done.stdout.strip() == wanted


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
@pytest.mark.parametrize(
    "script",
    [("python3", "verify.py"), ("sh", "verify.sh"), ("dash", "verify.sh"), ("busybox", "sh", "verify.sh")],
    ids=" ".join,
)
def test_the_scripts_in_the_bag_agree_with_the_commands(unpacked: Path, told: Shore, script: tuple[str, ...]) -> None:
    data = unpacked / "data"
    if not shutil.which(script[0]):
        pytest.skip(f"{script[0]} is not installed")
    size, head = told.journal.size_and_head()
    held = [f"{size}:{head}"] if script[-1].endswith("py") else [str(size), head]
    other = [held[0].replace(head, "0" * 64)] if len(held) == 1 else [held[0], "0" * 64]
    assert subprocess.run([*script], cwd=data, check=False, capture_output=True).returncode == 3
    assert subprocess.run([*script, *held], cwd=data, check=False, capture_output=True).returncode == 0
    assert subprocess.run([*script, *other], cwd=data, check=False, capture_output=True).returncode == 4
    record = data / "records" / "00000008.json"
    record.write_bytes(record.read_bytes().replace(b"1", b"2", 1))
    assert subprocess.run([*script], cwd=data, check=False, capture_output=True).returncode == 5


@needs_tools
@pytest.mark.parametrize("script", [("python3", "verify.py"), ("sh", "verify.sh")], ids=" ".join)
def test_the_scripts_agree_with_the_program_on_a_period_a_new_key_and_an_erasure(
    told: Shore, tmp_path: Path, script: tuple[str, ...]
) -> None:
    """Holes that are named, two keys in turn, and records that are gone: all of it is as it should be."""
    journal = told.journal
    journal.evidence.change_key("a new computer")
    number = journal.talk.received(told.client, "Пароль: ДубоваяРоща-17", channel="telegram")
    journal.erasing.erase(journal.erasing.plan([number]), Grounds(reason="asked"), renew_backups=False)
    for name, first in (("whole", None), ("period", date(2026, 11, 3))):
        journal.bags.export(told.client, tmp_path / f"{name}.zip", None, first=first)
        with zipfile.ZipFile(tmp_path / f"{name}.zip") as archive:
            archive.extractall(tmp_path / name)
        data = next((tmp_path / name).iterdir()) / "data"
        done = subprocess.run([*script], cwd=data, check=False, capture_output=True, text=True)
        assert (done.returncode, verify_path(tmp_path / f"{name}.zip").exit_code) == (3, 3), done.stdout


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


def garbage_line(data: Path) -> None:
    with (data / "log.sha256").open("ab") as file:
        file.write(b"garbage\n")


def two_lines_swapped(data: Path) -> None:
    lines = (data / "log.sha256").read_bytes().splitlines(keepends=True)
    (data / "log.sha256").write_bytes(b"".join([lines[1], lines[0], *lines[2:]]))


def no_seal(data: Path) -> None:
    (data / "../tagmanifest-sha256.txt.sig").unlink()


def garbage_in_the_manifest(data: Path) -> None:
    with (data / "../manifest-sha256.txt").open("ab") as file:
        file.write(b"\xff\n")


def an_attachment_changed(data: Path) -> None:
    next(data.glob("attachments/*.bin")).write_bytes(b"another")


@needs_tools
@pytest.mark.parametrize("script", [("python3", "verify.py"), ("sh", "verify.sh")], ids=" ".join)
@pytest.mark.parametrize(
    "damage", [garbage_line, two_lines_swapped, no_seal, garbage_in_the_manifest, an_attachment_changed]
)
def test_the_scripts_say_of_every_damage_that_something_was_changed(
    unpacked: Path, script: tuple[str, ...], damage: Callable[[Path], None]
) -> None:
    damage(unpacked / "data")
    done = subprocess.run([*script], cwd=unpacked / "data", check=False, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (5, False)


def test_the_script_in_the_bag_is_python_3_8_and_needs_nothing_but_it() -> None:
    tree = ast.parse(resource("evidence", "verify.py").read_text("utf-8"), feature_version=(3, 8))
    imported = {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    assert imported <= {"bisect", "hashlib", "json", "os", "re", "subprocess", "sys"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert resource("evidence", "verify.sh").read_bytes().isascii()


def test_a_check_of_a_bag_is_told_how_far_it_is_and_can_be_stopped(bag: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(Exception):
        pass

    monkeypatch.setattr("app.ledger.bag_scan._TOLD_EVERY", 5)
    told_of: list[int] = []
    verify_path(bag, progress=told_of.append)
    assert told_of == sorted(told_of) and told_of[0] == 5 and told_of[-1] == entries_at(bag)

    def stop(done: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        verify_path(bag, progress=stop)
