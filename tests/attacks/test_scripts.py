"""verify.py and verify.sh of a bag against the attacks of 4.8: what a stranger sees without this program."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from app.ledger.verify import verify
from app.resources import resource
from tests.attacks import bag_damage
from tests.attacks import test_journal_attacks as rows
from tests.attacks.hand import hand
from tests.attacks.small_bag import seal, with_a_brief, write_bag

SCRIPTS = {
    "python": ("python3", "verify.py"),
    "dash": ("dash", "verify.sh"),
    "busybox": ("busybox", "sh", "verify.sh"),
}
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("ssh-keygen", "sha256sum", "awk", "od"))), reason="the stock tools are not installed"
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return with_a_brief(tmp_path / "journal.ashore")


@pytest.fixture(params=SCRIPTS)
def script(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found = SCRIPTS[request.param]
    if not shutil.which(found[0]):
        pytest.skip(f"{found[0]} is not installed")
    return found


def with_scripts(bag: Path) -> Path:
    """The bag with both scripts in it, sealed with them."""
    for name in ("verify.py", "verify.sh"):
        shutil.copyfile(resource("evidence", name), bag / "data" / name)
    seal(bag)
    return bag


def run(script: tuple[str, ...], bag: Path, *held: str) -> tuple[int, str]:
    """The exit code and what is said; a traceback is never said."""
    done = subprocess.run([*script, *held], cwd=bag / "data", check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_an_untouched_bag_is_unanchored_held_or_diverged(
    journal: Path, tmp_path: Path, script: tuple[str, ...]
) -> None:
    bag = with_scripts(write_bag(journal, tmp_path / "bag"))
    head = verify(bag).head
    held = (lambda size, head: (f"{size}:{head}",)) if script[0] == "python3" else (lambda size, head: (size, head))
    assert run(script, bag)[0] == 3
    assert run(script, bag, *held("9", head)) == (0, run(script, bag, *held("9", head))[1])
    assert run(script, bag, *held("9", "0" * 64))[0] == 4
    assert run(script, bag, *held("10", head))[0] == 4


DAMAGES = {
    name: change
    for name, change in vars(bag_damage).items()
    if callable(change) and getattr(change, "__module__", "") == bag_damage.__name__
}
NOT_SEEN_BY_SH = {"drop_the_attachment"}
"""It does not read which attachments a record names; the commands of the HOWTO do not either, verify.py does."""
UNREADABLE = {"no_list", "no_signers"}
"""The scripts say that they cannot read it (2); the program that it is invalid (5)."""


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_seen_even_when_the_owner_seals_the_bag_anew(
    journal: Path, tmp_path: Path, script: tuple[str, ...], name: str
) -> None:
    bag = with_scripts(write_bag(journal, tmp_path / "bag"))
    DAMAGES[name](bag)
    seal(bag)
    assert verify(bag).exit_code == 5
    code, said = run(script, bag)
    if name in NOT_SEEN_BY_SH and script[0] != "python3":
        assert code == 3
    else:
        assert code in ({2, 5} if name in UNREADABLE else {5}), said


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("data/log.sha256", lambda data: data.replace(b"\n", b"\r\n")),
        ("data/log.sha256", lambda data: data[: 88 * 5] + data[88 * 6 :]),
        ("data/log.sha256", lambda data: data[: 88 * 5] + b"garbage\n" + data[88 * 5 :]),
        ("data/log.sha256", lambda data: data[88:176] + data[:88] + data[176:]),
        ("data/log.sha256", lambda data: data + data[-88:]),
        ("data/log.sha256", lambda data: data[:-1]),
        ("data/log.sha256", lambda data: data.upper()),
        ("manifest-sha256.txt", lambda data: data + b"0" * 64 + b"  ../../outside\n"),
        ("manifest-sha256.txt", lambda data: data + b"garbage\n"),
        ("bagit.txt", lambda data: data.replace(b"1.0", b"0.97")),
    ],
    ids=["CRLF", "a line lost", "a line of garbage", "swapped", "twice", "cut", "upper", "..", "garbage", "BagIt"],
)
def test_damage_to_a_list_is_named(
    journal: Path, tmp_path: Path, script: tuple[str, ...], name: str, change: Callable[[bytes], bytes]
) -> None:
    """Also where every hash over the list was written anew, so that nothing but its lines convicts it."""
    bag = with_scripts(write_bag(journal, tmp_path / "bag"))
    path = bag / name
    path.write_bytes(change(path.read_bytes()))
    if name.startswith("data/"):
        seal(bag)
    code, said = run(script, bag)
    assert code == 5
    if not name.startswith("manifest"):
        assert Path(name).name in said


HOLES = [
    ([5], "", 5),
    ([5], "Private-Entries: 5\n", 3),
    ([5, 7], "Private-Entries: 5 7\n", 3),
    ([5, 6], "Private-Entries: 5-6\n", 3),
    ([8, 9], "Private-Entries: 8\n 9\n", 3),
    ([2, 3, 4], "Before-Period: 1-4\n", 3),
    ([2, 3, 4, 6], "Before-Period: 1-4\nPrivate-Entries: 3 6\n", 3),
    ([5, 6], "Private-Entries: 5\n", 5),
    ([5, 6], "Private-Entries: 6\n", 5),
    ([5], "Private-Entries: 6\n", 5),
    ([2, 3, 4, 5], "Before-Period: 1-4\n", 5),
    ([5, 7], "Before-Period: 1-5\n", 5),
    ([3, 4], "Before-Period: 1-3\n", 5),
    ([5], "Private-Entries: 5 6\n", 5),
    ([8, 9], "", 3),
]


@pytest.mark.parametrize(("leave_out", "info", "code"), HOLES)
def test_a_hole_is_judged_as_the_program_judges_it(
    journal: Path, tmp_path: Path, script: tuple[str, ...], leave_out: list[int], info: str, code: int
) -> None:
    """What bag-info.txt names is no problem; every other hole is (4.5). The last entries nobody misses inside."""
    bag = with_scripts(write_bag(journal, tmp_path / "bag", leave_out=leave_out, info=info))
    assert (verify(bag).exit_code, run(script, bag)[0]) == (code, code)


def test_a_list_that_ends_before_the_bag_says_is_seen(journal: Path, tmp_path: Path, script: tuple[str, ...]) -> None:
    bag = with_scripts(write_bag(journal, tmp_path / "bag", info="Journal-Entries: 10\n"))
    code, said = run(script, bag)
    assert (code, "bag-info.txt says 10" in said) == (5, True)


GARBLED: dict[str, Callable[[bytes], bytes]] = {
    "a key twice": lambda data: data.replace(b'{"body":{', b'{"body":{"channel":"email",'),
    "a float": lambda data: data.replace(b'"text":"x"', b'"text":1.5'),
    "beyond 2^53": lambda data: data.replace(b'"text":"x"', b'"text":9007199254740993'),
    "a blank": lambda data: data.replace(b'"text":"x"', b'"text": "x"'),
    "an escape too many": lambda data: data.replace(b'"text":"x"', b'"text":"\\u0078"'),
    "half of a character": lambda data: data.replace(b'"text":"x"', b'"text":"\\ud800"'),
    "no UTF-8": lambda data: data.replace(b'"text":"x"', b'"text":"\xff"'),
    "a BOM": lambda data: b"\xef\xbb\xbf" + data,
    "a final newline": lambda data: data + b"\n",
    "a key of its own": lambda data: data.replace(b'"v":1}', b'"v":1,"w":1}'),
    "another version": lambda data: data.replace(b'"v":1}', b'"v":2}'),
    "cut short": lambda data: data[:-1],
    "another writer's JSON": lambda data: json.dumps(json.loads(data)).encode(),
    "nothing": lambda data: b"",
    "another journal": lambda data: data.replace(b'"log":"', b'"log":"f', 1)[:-1] + b"}",
}


@pytest.mark.parametrize("garble", GARBLED)
def test_a_record_that_is_not_of_the_format_is_seen_by_the_script_whoever_hashed_it(
    journal: Path, tmp_path: Path, garble: str
) -> None:
    """4.1: duplicate keys, floats, text that is not canonical. The list, the head and every hash were made to fit."""
    with hand(journal) as connection:
        data = connection.execute("SELECT record FROM log WHERE seq = 9").fetchone()[0]
        bad = GARBLED[garble](data)
        assert bad != data
        rows.put(connection, 9, bad, and_hash=True)
        connection.execute("DELETE FROM checkpoints")
    bag = with_scripts(write_bag(journal, tmp_path / "bag"))
    assert verify(bag).exit_code == 5
    assert run(SCRIPTS["python"], bag)[0] == 5


def test_a_time_stamp_of_another_text_is_seen(journal: Path, tmp_path: Path, script: tuple[str, ...]) -> None:
    """A token holds the hash of the text it was made for; whose it is, openssl and the reader's root say (4.4)."""
    bag = write_bag(journal, tmp_path / "bag")
    text = bag / "data/checkpoints/00000009.txt"
    stamp = text.with_name("00000009.txt.tsr")
    stamp.write_bytes(b"\x30\x31" + hashlib.sha256(text.read_bytes()).digest() + b"\x04")
    assert run(script, with_scripts(bag))[0] == 3
    stamp.write_bytes(b"\x30\x31" + hashlib.sha256(b"another").digest() + b"\x04")
    seal(bag)
    code, said = run(script, bag)
    assert (code, stamp.name in said) == (5, True)


def test_a_link_is_no_file_of_a_bag(journal: Path, tmp_path: Path) -> None:
    bag = with_scripts(write_bag(journal, tmp_path / "bag"))
    record = bag / "data/records/00000005.json"
    record.rename(tmp_path / "elsewhere.json")
    record.symlink_to(tmp_path / "elsewhere.json")
    assert run(SCRIPTS["python"], bag)[0] == 5
