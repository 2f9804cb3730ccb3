"""Imported messages as bodies of format 1, and the scratch file they may wait in."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.errors import Unavailable
from app.exchange.bodies import body_of, counts_of, kind_of, whole_name
from app.exchange.choosing import decide_me
from app.exchange.importing import ImportedMessage
from app.exchange.staging import staged
from app.exchange.telegram import Telegram
from app.format import check
from tests.exchange.make_export import ME, believable, write_personal
from tests.exchange.test_telegram_messages import export, message, only, read

MADRID = ZoneInfo("Europe/Madrid")


def body(found: ImportedMessage, direction: str = "received", **more: Any) -> dict[str, Any]:
    made = body_of(found, direction, import_number=41, zone=MADRID, **more)
    check(f"message.{direction}", made)
    return made


def test_a_plain_message_becomes_exactly_this_body(tmp_path: Path) -> None:
    assert body(only(export(tmp_path, message(120))), person=13) == {
        "channel": "telegram",
        "happened": {
            "at": "2018-12-05T11:39:10+01:00",
            "zone": "Europe/Madrid",
            "precision": "second",
            "basis": "export_utc",
        },
        "person": 13,
        "shown": {"name": "Ольга", "id": "user77"},
        "text": "Привет",
        "source": {"import": 41, "place": "/messages/0", "id": "telegram:77:120", "class": "B"},
    }


def test_what_was_sent_names_the_one_it_went_to(tmp_path: Path) -> None:
    made = body(only(export(tmp_path, message())), "sent", person=13, group=True)
    assert (made["to"], made["group"]) == (13, True)
    assert "person" not in made


def test_the_direction_follows_from_who_is_the_owner(tmp_path: Path) -> None:
    path = write_personal(tmp_path / "result.json", believable(200))
    chat = Telegram().scan(path).chats[0]
    me = decide_me(chat)
    for found in Telegram().messages(path, chat, me=me):
        assert kind_of(found) == ("message.sent" if found.author.id == ME[1] else "message.received")
        assert kind_of(found) == kind_of(found, me)
        check(kind_of(found), body_of(found, kind_of(found), import_number=9))


def test_files_that_were_stored_are_named_by_their_hash_and_others_as_missing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"12345")
    kept = {"a.pdf": {"sha256": "a" * 64, "size": 5, "name": "a.pdf", "type": "application/pdf"}}
    path = export(tmp_path, message(1, file="a.pdf"), message(2, photo="../../b.jpg", text=""))
    _, (one, other) = read(path)
    assert body(one, stored=kept)["attachments"] == [kept["a.pdf"]]
    missing = body(other, stored=kept)
    assert missing["attachments"] == [{"name": "photo", "missing": True}]
    assert missing["note"] == "photo: outside"


def test_a_cut_text_names_the_file_of_the_whole(tmp_path: Path) -> None:
    found = only(export(tmp_path, message(text="x" * 300_000)))
    whole = {"sha256": "b" * 64, "size": 300_000, "name": whole_name(found)}
    made = body(found, stored={whole_name(found): whole})
    assert (len(made["text"]), made["cut"], made["attachments"]) == (4096, True, [whole])


def test_marks_of_the_source_stand_in_the_body(tmp_path: Path) -> None:
    path = export(tmp_path, message(2, edited_unixtime="1544006400", forwarded_from="Пётр", reply_to_message_id=1))
    made = body(only(path))
    assert (made["edited_or_reacted"], made["forwarded_from"], made["quotes"]) == (True, "Пётр", "telegram:77:1")
    assert made["note"] == "edited or reacted 2018-12-05T10:40:00Z"
    assert body(only(export(tmp_path, message() | {"forwarded_from": None})))["forwarded_from"] == "—"


def test_a_voice_message_is_a_sound(tmp_path: Path) -> None:
    voice = {"file": "(File not included. Change data exporting settings to download.)", "media_type": "voice_message"}
    made = body(only(export(tmp_path, message(text="", duration_seconds=0, **voice))))
    assert made["sound"] == {"seconds": 0}
    assert "text" not in made


def test_a_service_line_has_its_word_and_no_substance(tmp_path: Path) -> None:
    call = message(type="service", text="", action="phone_call", actor="Ольга", actor_id="user77", duration_seconds=9)
    made = body(only(export(tmp_path, call)))
    assert (made["service"], made["no_substance"], made["note"]) == ("phone_call", True, "duration_seconds=9")


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"poll": {"question": "Когда?"}}, "poll"),
        ({"location_information": {"latitude": 1.5, "longitude": 2.5}}, "location"),
        ({"type": "story_mention"}, "story_mention"),
        ({}, "empty"),
    ],
)
def test_a_message_without_words_says_what_it_was(tmp_path: Path, more: dict[str, Any], name: str) -> None:
    made = body(only(export(tmp_path, message(text="", **more))))
    assert made["attachments"] == [{"name": name, "missing": True}]


def test_the_counts_of_an_import_leave_out_what_is_zero(tmp_path: Path) -> None:
    chat, _ = read(export(tmp_path, message(1), message(2, photo="x.jpg"), {"type": "unsupported"}))
    assert counts_of(chat) == {"messages": 2, "unparsed": 1, "files": 1, "files_missing": 1}


def test_staged_messages_come_back_equal_and_leave_nothing(tmp_path: Path) -> None:
    path = write_personal(tmp_path / "result.json", [*believable(1200), message(2000, text="\x00\u2028\n😀")])
    chat, before = read(path)
    with staged(Telegram().messages(path, chat), tmp_path) as again:
        assert [one.name for one in tmp_path.iterdir()] == ["result.json"]
        assert list(again) == before
    assert [one.name for one in tmp_path.iterdir()] == ["result.json"]


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable), staged(iter(()), tmp_path / "gone"):
        pass
