"""Full exports: every chat in its own bytes, the client's chat chosen, and nothing of anybody else's (4.5, 5.2)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ijson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.exchange.choosing import choose_chat
from app.exchange.importing import ChatInfo
from app.exchange.telegram import Telegram, own_bytes
from tests.exchange.make_export import CLIENT, ME, believable, write_full, write_personal

CHATS: list[tuple[str | None, str, int, list[dict[str, Any]]]] = [
    (CLIENT[0], "personal_chat", 2002, list(believable(300))),
    ("Секретный Клиент", "personal_chat", 3003, list(believable(50, seed=9))),
    ("Проект ё", "private_supergroup", 4004, []),
    (None, "saved_messages", 1001, list(believable(3, seed=4))),
    ("Старый канал", "public_channel", 5005, list(believable(20, seed=5))),
]


@pytest.fixture
def full(tmp_path: Path) -> Path:
    return write_full(tmp_path / "result.json", CHATS, left=1)


def test_every_chat_of_a_full_export_is_found(full: Path) -> None:
    preview = Telegram().scan(full)
    assert [(chat.name, chat.type, chat.id, chat.messages) for chat in preview.chats] == [
        (name or "", sort, str(number), len(messages)) for name, sort, number, messages in CHATS
    ]
    assert preview.account is not None
    assert (preview.account.id, preview.account.name) == (ME[1], ME[0])
    assert preview.holds_more
    assert [chat.group for chat in preview.chats] == [False, False, True, False, True]
    assert preview.size == full.stat().st_size


def test_a_chats_own_bytes_are_that_chat_and_nothing_else(full: Path) -> None:
    whole = full.read_bytes()
    preview = Telegram().scan(full)
    for chat, (name, _, number, messages) in zip(preview.chats, CHATS, strict=True):
        own = b"".join(own_bytes(full, chat))
        assert own == whole[chat.start : chat.end]
        said = json.loads(own)
        assert (said["name"], said["id"], len(said["messages"])) == (name, number, len(messages))
    assert "Секретный".encode() not in b"".join(own_bytes(full, preview.chats[0]))


def test_the_cut_out_chat_is_an_export_with_the_same_messages(full: Path, tmp_path: Path) -> None:
    chat = Telegram().scan(full).chats[0]
    alone = tmp_path / "chat.json"
    alone.write_bytes(b"".join(own_bytes(full, chat)))
    again = Telegram().scan(alone)
    assert not again.holds_more
    assert list(Telegram().messages(alone, again.chats[0])) == list(Telegram().messages(full, chat))


def test_a_chat_exported_alone_holds_nothing_more(tmp_path: Path) -> None:
    path = write_personal(tmp_path / "result.json", believable(5))
    preview = Telegram().scan(path)
    assert (preview.holds_more, preview.account) == (False, None)
    assert b"".join(own_bytes(path, preview.chats[0])) == path.read_bytes()


def test_unknown_keys_of_a_chat_are_its_own_but_a_chat_around_chats_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    alone = {"new_key": [{}], "id": 9, "messages": list(believable(2))}
    path.write_text(json.dumps(alone))
    assert not Telegram().scan(path).holds_more
    path.write_text(json.dumps(alone | {"chats": {"list": [{"id": 3, "messages": list(believable(2))}]}}))
    with pytest.raises(Refused, match="not a Telegram export"):
        Telegram().scan(path)


def test_keys_may_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"messages": list(believable(4)), "id": 9, "name": "Later", "type": "personal_chat"}))
    (chat,) = Telegram().scan(path).chats
    assert (chat.name, chat.id, chat.messages) == ("Later", "9", 4)
    assert next(Telegram().messages(path, chat)).source_id == "telegram:9:1"


def test_the_clients_chat_is_chosen_by_what_was_said_or_by_its_name(full: Path) -> None:
    preview = Telegram().scan(full)
    assert choose_chat(preview, "секретный  клиент").index == 1
    assert choose_chat(preview, "4004").index == 2
    assert choose_chat(preview, names=["ООО Ким", "ОЛЬГА КИМ"]).index == 0
    assert choose_chat(preview, names=["Проект е"]).index == 2


def test_no_chat_is_guessed(full: Path) -> None:
    preview = Telegram().scan(full)
    with pytest.raises(Refused, match="several chats"):
        choose_chat(preview)
    with pytest.raises(Refused, match=r"several chats.*Секретный Клиент \(3003\)"):
        choose_chat(preview, names=["Кто-то"])
    with pytest.raises(Refused, match="several chats"):
        choose_chat(preview, names=[CLIENT[0], "Старый канал"])
    with pytest.raises(Refused, match="No chat in the file is called Кто-то"):
        choose_chat(preview, "Кто-то")


def test_the_only_chat_needs_no_choosing_but_may_not_contradict(tmp_path: Path) -> None:
    preview = Telegram().scan(write_personal(tmp_path / "result.json", believable(5)))
    assert choose_chat(preview, names=["Somebody else"]).index == 0
    with pytest.raises(Refused, match="No chat"):
        choose_chat(preview, "Somebody else")


def test_what_a_chat_could_not_tell_is_listed_with_that_chat_only(tmp_path: Path) -> None:
    unsupported = [{"id": n, "type": "unsupported"} for n in range(1, 1500)]
    chats: list[tuple[str | None, str, int, list[dict[str, Any]]]] = [
        ("A", "personal_chat", 1, unsupported),
        ("B", "personal_chat", 2, [*believable(2), {"id": 3, "type": "unsupported"}]),
    ]
    first, second = Telegram().scan(write_full(tmp_path / "result.json", chats)).chats
    assert (first.unparsed, len(first.listed)) == (1499, 1000)
    assert [(one.place, second.unparsed) for one in second.listed] == [("/messages/2", 1)]


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
PIECES = st.lists(TEXT | st.fixed_dictionaries({"type": st.just("bold"), "text": TEXT}), max_size=4)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT, lambda one: st.lists(one, max_size=3), max_leaves=5
)
MESSAGE = st.fixed_dictionaries(
    {
        "id": st.integers(1, 10**9),
        "type": st.sampled_from(["message", "service"]),
        "date_unixtime": st.integers(1, 2_000_000_000).map(str),
        "from": st.none() | TEXT,
        "text": TEXT | PIECES,
    },
    optional={"reactions": JUNK, "messages": JUNK, "reply_to_message_id": st.integers(1, 99), "poll": JUNK},
)


@settings(max_examples=150)
@given(
    messages=st.lists(MESSAGE, max_size=30),
    indent=st.sampled_from([None, 0, 1, "\t"]),
    ascii_only=st.booleans(),
    compact=st.booleans(),
    full_export=st.booleans(),
)
def test_the_same_messages_are_read_as_by_a_plain_json_parser(
    tmp_path_factory: pytest.TempPathFactory,
    messages: list[dict[str, Any]],
    indent: Any,
    ascii_only: bool,
    compact: bool,
    full_export: bool,
) -> None:
    path = tmp_path_factory.mktemp("export") / "result.json"
    chat = {"name": "C", "type": "personal_chat", "id": 5, "messages": messages}
    export = {"chats": {"about": "[{", "list": [{"id": 4, "messages": messages[:2]}, chat]}} if full_export else chat
    separators = (",", ":") if compact else None
    text = json.dumps(export, indent=indent, ensure_ascii=ascii_only, separators=separators)
    path.write_text(text, encoding="utf-8", newline="")
    info = Telegram().scan(path).chats[-1]
    found = list(Telegram().messages(path, info))
    with path.open("rb") as file:
        expected = list(ijson.items(file, "chats.list.item.messages.item" if full_export else "messages.item"))
    expected = expected[len(messages[:2]) :] if full_export else expected
    assert [(one.text, one.source_id) for one in found] == [
        (plain(one["text"]), f"telegram:5:{one['id']}") for one in expected
    ]
    assert not any(one.repaired for one in found)
    assert json.loads(b"".join(own_bytes(path, info))) == chat


def plain(text: Any) -> str:
    pieces = text if isinstance(text, list) else [text]
    return "".join(piece if isinstance(piece, str) else piece["text"] for piece in pieces)


@pytest.mark.parametrize("indent", [None, 1])
def test_windows_end_anywhere_without_harm(tmp_path: Path, indent: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = list(believable(60))
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"id": 5, "messages": messages, "rest": [{}, []]}, indent=indent, ensure_ascii=False))
    seen: set[tuple[ChatInfo, int]] = set()
    for chunk in (1, 2, 3, 7, 64, 500, 4096):
        monkeypatch.setattr("app.exchange.telegram.window.CHUNK", chunk)
        (chat,) = Telegram().scan(path).chats
        assert [one.source_id for one in Telegram().messages(path, chat)] == [f"telegram:5:{n}" for n in range(1, 61)]
        seen.add((chat, chat.messages))
    assert len(seen) == 1
