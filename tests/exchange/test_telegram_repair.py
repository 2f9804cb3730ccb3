"""Exports that are no valid JSON: mended where that loses nothing, refused with the place where it cannot be."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import Refused, Unavailable
from app.exchange.importing import ImportedMessage, Preview, Stopped
from app.exchange.telegram import Telegram
from app.exchange.telegram.mending import mended
from tests.exchange.make_export import believable, quoted, write_full, write_personal

HEAD = b'{"name": "Chat", "type": "personal_chat", "id": 7, "messages": ['
PLAIN = b'{"id": 1, "type": "message", "date_unixtime": "1544006350", "from": "A", "text": "one"}'


def with_text(text: bytes, number: int = 2) -> bytes:
    """A message whose text stands between the quotes exactly so."""
    return b'{"id": %d, "type": "message", "date_unixtime": "1544006351", "from": "A", "text": "%s"}' % (number, text)


def written(folder: Path, *messages: bytes, tail: bytes = b"]}") -> Path:
    path = folder / "result.json"
    path.write_bytes(HEAD + b",\n".join(messages) + tail)
    return path


def read(path: Path) -> tuple[Preview, list[ImportedMessage]]:
    preview = Telegram().scan(path)
    return preview, list(Telegram().messages(path, preview.chats[0]))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb"a\x01b\x1Fc", "a\x01b\x1fc"),
        (b"a\x01b", "a\x01b"),
        (b"a\x00b", "a\x00b"),
        (b"a\nb\tc", "a\nb\tc"),
        (rb"a\ud83db", r"a\ud83db"),
        (rb"a\uDE00b", r"a\ude00b"),
        (rb"\ud83d\ud83d\ude00", "\\ud83d😀"),
        (b"\xed\xa0\xbd\xed\xb8\x80!", "😀!"),
        (b"\xed\xa0\xbd!", r"\ud83d!"),
        (b"\xcf\xf0\xe8", r"\xcf\xf0\xe8"),
        (b"\\\xed\xa0\xbd!", r"\\ud83d!"),
        (b"\\\xff \\\\\xff", r"\\xff \\xff"),
        (rb"c:\dir \u12", r"c:\dir \u12"),
        (rb"\\x01 \" \\", r"\x01 " + '" \\'),
    ],
)
def test_bad_text_is_mended_and_only_its_message_is_marked(tmp_path: Path, raw: bytes, text: str) -> None:
    preview, (before, found, after) = read(written(tmp_path, PLAIN, with_text(raw), with_text(b"three", 3)))
    assert found.text == text
    assert found.repaired == (raw != rb"\\x01 \" \\")
    assert (before.repaired, before.text, after.repaired, after.text) == (False, "one", False, "three")
    assert preview.chats[0].repaired == found.repaired
    assert any("repaired" in remark.text for remark in preview.remarks) == found.repaired


def test_the_exporters_own_control_characters_come_back_among_many(tmp_path: Path) -> None:
    messages = list(believable(3000))
    for number in (0, 1, 1500, 2998, 2999):
        messages[number]["text"] = f"bell \x07 in {number}"
    _, found = read(write_personal(tmp_path / "result.json", messages))
    assert [one.place for one in found if one.repaired] == [f"/messages/{n}" for n in (0, 1, 1500, 2998, 2999)]
    assert len(found) == 3000
    assert found[1500].text == "bell \x07 in 1500"


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
@example('\\"\\\\ud83d')
def test_any_text_the_exporter_can_write_comes_back(text: str) -> None:
    raw = quoted(text).encode("utf-8", "surrogatepass")
    back = json.loads(mended(raw))
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    assert back == joined.encode("utf-8", "backslashreplace").decode()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    )
)
def test_mending_leaves_what_is_valid(value: Any) -> None:
    for raw in (json.dumps(value).encode(), json.dumps(value, ensure_ascii=False, indent=1).encode()):
        assert json.loads(mended(raw)) == value


@given(st.binary(max_size=60))
def test_mended_strings_are_always_json(raw: bytes) -> None:
    inside = raw.replace(b'"', b"'").rstrip(b"\\")
    assert isinstance(json.loads(mended(b'"' + inside + b'"')), str)


def test_a_file_cut_anywhere_is_refused_and_what_was_read_is_counted(tmp_path: Path) -> None:
    whole = write_personal(tmp_path / "result.json", believable(40)).read_bytes()
    cut = tmp_path / "cut.json"
    counts = []
    for end in [*range(2, len(whole) - 1, 61), len(whole) - 1]:
        cut.write_bytes(whole[:end])
        with pytest.raises(Refused) as refusal:
            Telegram().scan(cut)
        assert refusal.value.values["size"] == end
        assert refusal.value.values["byte"] <= end
        counts.append(refusal.value.values.get("count", 0))
    assert counts == sorted(counts)
    assert (counts[0], counts[-2]) == (0, 39)


def test_a_full_export_cut_anywhere_is_refused(tmp_path: Path) -> None:
    chats = [(f"Chat {n}", "personal_chat", n, list(believable(5))) for n in range(4)]
    whole = write_full(tmp_path / "result.json", chats, left=1).read_bytes()
    cut = tmp_path / "cut.json"
    for end in range(1, len(whole), 211):
        cut.write_bytes(whole[:end])
        with pytest.raises(Refused):
            Telegram().scan(cut)


@pytest.mark.parametrize(
    "tail",
    [
        b"",
        b"]",
        b"]}}",
        b",]}",
        b"]} x",
        b"]}\x00\x00\x00",
        b"]]",
        b'], "messages": []}',
        b"}}",
        b'] "a": 1}',
        b'], "a"}',
    ],
)
def test_a_wrong_end_is_refused(tmp_path: Path, tail: bytes) -> None:
    with pytest.raises(Refused, match="breaks at byte"):
        Telegram().scan(written(tmp_path, PLAIN, with_text(b"two"), tail=tail))


@pytest.mark.parametrize("bad", [b'{"id": tru}', b"{,}", b'{"id" 2}', b"{]", b"tru e", b'{"a": 1,}', b"", b"'x'"])
def test_what_cannot_be_mended_is_refused_with_its_place(tmp_path: Path, bad: bytes) -> None:
    with pytest.raises(Refused, match="after 2 messages"):
        Telegram().scan(written(tmp_path, PLAIN, with_text(b"two"), bad, with_text(b"four", 4)))


@pytest.mark.parametrize(
    "raw",
    [b"", b"   ", b"[]", b"{}", b"null", b'"x"', b"<html>", b"PK\x03\x04", b"\xff\xfe{\x00", b'{"a": {"list": []}}'],
)
def test_another_file_is_refused_with_what_to_do(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(raw)
    with pytest.raises(Refused, match="Export chat history"):
        Telegram().scan(path)


def test_a_file_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        Telegram().scan(tmp_path / "result.json")
    with pytest.raises(Unavailable):
        Telegram().scan(tmp_path)


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    preview, (found,) = read(path)
    assert (preview.chats[0].start, found.text) == (3, "one")


def test_a_flood_of_brackets_is_refused_soon(tmp_path: Path) -> None:
    for flood in (b'{"a": ' + b"[" * 1_000_000, HEAD + b"[" * 1_000_000, b'{"a": "' + b"x" * 1_000_000):
        (tmp_path / "result.json").write_bytes(flood)
        with pytest.raises(Refused):
            Telegram().scan(tmp_path / "result.json")


def test_a_file_that_changes_between_scan_and_import_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN, with_text(b"two"))
    chat = Telegram().scan(path).chats[0]
    for changed in (written(tmp_path, PLAIN), written(tmp_path, PLAIN, with_text(b"two"), tail=b"")):
        with pytest.raises(Refused, match="changed while it was read"):
            list(Telegram().messages(changed, chat))


def test_cancelling_stops_and_progress_reaches_the_end(tmp_path: Path) -> None:
    path = write_personal(tmp_path / "result.json", believable(3000))
    seen: list[tuple[int, int]] = []

    def note(done: int, whole: int) -> None:
        seen.append((done, whole))

    chat = Telegram().scan(path, progress=note).chats[0]
    size = path.stat().st_size
    assert seen[-1] == (size, size) and len(seen) > 2
    seen.clear()
    assert len(list(Telegram().messages(path, chat, progress=note))) == 3000
    assert seen[-1][0] == seen[-1][1]
    with pytest.raises(Stopped):
        Telegram().scan(path, cancelled=lambda: bool(seen))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["result.json"]


def test_damage_anywhere_is_read_or_refused_and_never_a_crash(tmp_path: Path) -> None:
    chats: list[tuple[str | None, str, int, list[dict[str, Any]]]] = [
        ("A", "personal_chat", 1, list(believable(12))),
        ("B", "private_group", 2, list(believable(12, seed=3))),
    ]
    path = write_full(tmp_path / "result.json", chats)
    whole, chance = path.read_bytes(), random.Random(5)
    outcomes = {"read": 0, "refused": 0}
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5))):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.choice((0, 1, 1, 20))] = bytes(
                chance.choices(b'{}[]",:\\x01\x00\xffeE', k=chance.choice((0, 1, 3)))
            )
        path.write_bytes(damaged)
        try:
            preview = Telegram().scan(path)
        except Refused:
            outcomes["refused"] += 1
            continue
        outcomes["read"] += 1
        for chat in preview.chats:
            if not chat.needs_zone:
                assert len(list(Telegram().messages(path, chat))) == chat.messages
    assert min(outcomes.values()) > 50
