"""What the messages of a Telegram export become, one trap of 5.2 after the other."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.errors import Refused
from app.exchange.importing import Basis, ChatInfo, ImportedMessage, Missing, Sort
from app.exchange.telegram import Telegram
from app.exchange.telegram.remarks import gap_remark

SAMPLES = Path(__file__).parents[1] / "files" / "telegram"
SECOND = 1544006350
WHEN = datetime(2018, 12, 5, 10, 39, 10, tzinfo=UTC)


def export(folder: Path, *messages: Any, **chat: Any) -> Path:
    """A file with one chat of these messages."""
    path = folder / "result.json"
    head = {"name": "Ольга", "type": "personal_chat", "id": 77} | chat
    path.write_text(json.dumps(head | {"messages": list(messages)}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def message(number: int = 1, **more: Any) -> dict[str, Any]:
    """A plain message; keys given as None are left out."""
    plain = {"id": number, "type": "message", "date_unixtime": str(SECOND), "from": "Ольга", "from_id": "user77"}
    return {key: value for key, value in (plain | {"text": "Привет"} | more).items() if value is not None}


def read(path: Path, **how: Any) -> tuple[ChatInfo, list[ImportedMessage]]:
    chat = Telegram().scan(path, **how).chats[0]
    return chat, list(Telegram().messages(path, chat, **how))


def only(path: Path, **how: Any) -> ImportedMessage:
    chat, messages = read(path, **how)
    assert chat.messages == len(messages) == 1
    return messages[0]


@pytest.mark.parametrize("name", ["test_single_export.json", "test_batch_export.json"])
def test_both_samples_are_read(name: str) -> None:
    chat, (first, second) = read(SAMPLES / name)
    assert (first.happened, first.author.name, first.text) == (WHEN, "Author 1", "Minimal Message")
    assert (second.author.name, second.text) == ("Author 2", "Link:https://telegram.org/")
    assert second.place == "/messages/1"
    assert (chat.messages, chat.first, chat.without_id) == (2, WHEN, 2)
    assert [person.name for person in chat.people] == ["Author 1", "Author 2"]


@pytest.mark.parametrize("second", [str(SECOND), SECOND, float(SECOND)])
def test_the_unix_time_is_the_truth_and_the_date_is_not_looked_at(tmp_path: Path, second: Any) -> None:
    found = only(export(tmp_path, message(date_unixtime=second, date="2031-01-01T00:00:00")))
    assert (found.happened, found.basis) == (WHEN, Basis.EXPORT_UTC)


def test_a_date_without_a_zone_asks_for_one_and_takes_it(tmp_path: Path) -> None:
    path = export(tmp_path, message(date_unixtime=None, date="2018-12-05T13:39:10"), message(2))
    preview = Telegram().scan(path)
    assert (preview.chats[0].messages, preview.chats[0].needs_zone) == (2, 1)
    assert any("no time zone" in remark.text for remark in preview.remarks)
    with pytest.raises(Refused, match="--zone"):
        list(Telegram().messages(path, preview.chats[0]))
    _, (local, utc) = read(path, zone=ZoneInfo("Europe/Moscow"))
    assert (local.happened, local.basis, utc.basis) == (WHEN, Basis.EXPORT_LOCAL, Basis.EXPORT_UTC)


@pytest.mark.parametrize("second", ["0", "-5", "soon", "1e9", "9" * 30, 10**30, True, [], ""])
def test_a_time_that_cannot_be_is_listed_with_its_place(tmp_path: Path, second: Any) -> None:
    chat, messages = read(export(tmp_path, message(1), message(2, date_unixtime=second), message(3)))
    assert [found.place for found in messages] == ["/messages/0", "/messages/2"]
    assert (chat.unparsed, chat.listed[0].place) == (1, "/messages/1")


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00", "9999-12-31T23:59:59", "yesterday"])
def test_a_date_that_cannot_be_is_listed_too(tmp_path: Path, date: str) -> None:
    chat, messages = read(export(tmp_path, message(date_unixtime=None, date=date)), zone=ZoneInfo("Asia/Tokyo"))
    assert (messages, chat.unparsed) == ([], 1)


def test_a_text_of_pieces_is_joined_and_hidden_links_are_kept(tmp_path: Path) -> None:
    pieces = [
        "Смотри ",
        {"type": "text_link", "text": "сюда", "href": "https://x.example/a"},
        {"type": "bold", "text": "!"},
    ]
    found = only(export(tmp_path, message(text=pieces)))
    assert (found.text, found.links) == ("Смотри сюда!", ("https://x.example/a",))


def test_pieces_of_no_known_shape_are_not_lost(tmp_path: Path) -> None:
    found = only(export(tmp_path, message(text=["a", 5, {"odd": 1}, None, {"text": "b", "href": 7}])))
    assert found.text == 'a5{"odd": 1}b'


def test_text_entities_stand_in_for_a_missing_text(tmp_path: Path) -> None:
    found = only(export(tmp_path, message(text=None, text_entities=[{"type": "plain", "text": "Да"}])))
    assert found.text == "Да"


def test_an_author_may_be_a_deleted_account(tmp_path: Path) -> None:
    path = export(tmp_path, message(1) | {"from": None}, message(2, from_id=None) | {"from": None})
    _, (deleted, nobody) = read(path)
    assert (deleted.author.name, deleted.author.id) == ("", "user77")
    assert (nobody.author.name, nobody.author.id) == ("", "")


def test_numbers_of_old_exports_name_the_same_people(tmp_path: Path) -> None:
    chat, _ = read(export(tmp_path, message(1, from_id=77), message(2)))
    assert [(person.id, person.messages) for person in chat.people] == [("user77", 2)]


def test_a_service_line_keeps_its_own_word_and_all_it_says(tmp_path: Path) -> None:
    call = {
        "actor": "Елена",
        "actor_id": "user5",
        "action": "phone_call",
        "duration_seconds": 312,
        "members": ["А", None],
    }
    chat, (found,) = read(export(tmp_path, message(type="service", text="", from_id=None) | call))
    assert (found.sort, found.service, found.author.id) == (Sort.SERVICE, "phone_call", "user5")
    assert set(found.told) == {"duration_seconds=312", "members.1=А", "members.2=none"}
    assert chat.services == 1


def test_an_action_that_is_no_word_is_called_service(tmp_path: Path) -> None:
    found = only(export(tmp_path, message(type="service", action="Joined <b>", text="")))
    assert found.service == "service"


def test_unsupported_messages_are_counted_and_listed(tmp_path: Path) -> None:
    chat, messages = read(export(tmp_path, message(), {"id": 2, "type": "unsupported"}, None, 7, "x", []))
    assert len(messages) == 1
    assert chat.unparsed == 5
    assert [left.place for left in chat.listed] == [f"/messages/{number}" for number in range(1, 6)]


def test_a_poll_is_told_in_words(tmp_path: Path) -> None:
    poll = {
        "question": "Когда?",
        "closed": False,
        "answers": [{"text": "Пн", "voters": 1}, {"text": "Вт", "voters": 0}],
    }
    found = only(export(tmp_path, message(text="", poll=poll)))
    assert found.told[:3] == ("poll.question=Когда?", "poll.closed=false", "poll.answers.1.text=Пн")


def test_what_stands_beside_the_words_is_told(tmp_path: Path) -> None:
    found = only(export(tmp_path, message(author="Редакция", via_bot="@gif")))
    assert found.told == ("author=Редакция", "via_bot=@gif")


def test_edited_is_kept_with_its_time_and_1970_means_never(tmp_path: Path) -> None:
    never, old = message(2, edited="1970-01-01T01:00:00"), message(3, edited="2019-02-03T04:05:06")
    _, (edited, not_edited, old_edited) = read(export(tmp_path, message(edited_unixtime=str(SECOND + 5)), never, old))
    assert edited.edited_or_reacted == "2018-12-05T10:39:15Z"
    assert not_edited.edited_or_reacted == ""
    assert old_edited.edited_or_reacted == "2019-02-03T04:05:06"


def test_forwarded_and_replied_to(tmp_path: Path) -> None:
    unknown = message(3) | {"forwarded_from": None}
    _, (plain, forwarded, hidden) = read(
        export(tmp_path, message(1), message(2, forwarded_from="Пётр", reply_to_message_id=1), unknown)
    )
    assert (plain.forwarded_from, forwarded.forwarded_from, hidden.forwarded_from) == (None, "Пётр", "")
    assert forwarded.reply_to == plain.source_id == "telegram:77:1"


def test_a_voice_message_has_its_length(tmp_path: Path) -> None:
    voice = {"file": "(File not included. Change data exporting settings to download.)", "media_type": "voice_message"}
    found = only(export(tmp_path, message(text="", duration_seconds=17, **voice)))
    assert (found.voice_seconds, found.media[0].sort) == (17, "voice_message")
    assert found.media[0].missing is Missing.NOT_INCLUDED


@pytest.mark.parametrize("seconds", [-1, 10**25, "long"])
def test_a_length_that_cannot_be_is_left_out(tmp_path: Path, seconds: Any) -> None:
    voice = {"file": "voice.ogg", "media_type": "voice_message", "duration_seconds": seconds}
    assert only(export(tmp_path, message(text="", **voice))).voice_seconds is None


def test_messages_without_numbers_are_told_apart(tmp_path: Path) -> None:
    same = message(id=None)
    _, (one, two, other) = read(export(tmp_path, same, same, message(id=None, text="Другое")))
    digest = hashlib.sha256(f"{SECOND}\nuser77\nПривет".encode()).hexdigest()
    assert (one.source_id, two.source_id) == (f"telegram:{digest}:1", f"telegram:{digest}:2")
    assert other.source_id not in (one.source_id, two.source_id)


def test_a_number_alone_is_no_name_where_the_chat_has_none(tmp_path: Path) -> None:
    _, (found,) = read(export(tmp_path, message(12), id=None))
    assert found.source_id.endswith(":1") and len(found.source_id) > 70


def test_numbers_of_any_size_are_read(tmp_path: Path) -> None:
    path = export(tmp_path, message(-999_999_999), message(10**30), message(3, from_id=10**25), message(4))
    path.write_text(path.read_text().replace('"id": 4', '"id": ' + "4" * 5000))
    chat, messages = read(path)
    assert len(messages) == 4
    assert messages[0].source_id == "telegram:77:-999999999"
    assert chat.without_id == 2


def test_doubles_in_one_file_have_one_name_and_are_counted(tmp_path: Path) -> None:
    chat, messages = read(export(tmp_path, message(1), message(2), message(1, text="Привет!"), message(3)))
    assert messages[0].source_id == messages[2].source_id
    assert chat.out_of_order == 1


def test_a_long_text_is_cut_and_kept_whole_beside_it(tmp_path: Path) -> None:
    long, just = "ё" * 131_073, "ё" * 131_072
    chat, (cut, whole) = read(export(tmp_path, message(1, text=long), message(2, text=just)))
    assert (cut.text, cut.whole, cut.cut) == ("ё" * 4096, long, True)
    assert (whole.text, whole.whole, whole.cut) == (just, "", False)
    assert chat.cut == 1


def test_ten_megabytes_in_one_message_are_no_trouble(tmp_path: Path) -> None:
    long = "слово " * 1_000_000
    _, (before, cut, after) = read(export(tmp_path, message(1), message(2, text=long), message(3)))
    assert (cut.whole, before.text, after.text) == (long, "Привет", "Привет")


def test_control_characters_too_many_for_a_record_cut_the_text(tmp_path: Path) -> None:
    assert only(export(tmp_path, message(text="\x01" * 200_000))).cut


def test_names_and_links_without_end_are_kept_short(tmp_path: Path) -> None:
    links = [{"type": "text_link", "text": "a", "href": "https://x.example/" + "b" * n} for n in range(4000, 4100)]
    found = only(export(tmp_path, message(text=links) | {"from": "Я" * 10_000, "forwarded_from": "Z" * 10_000}))
    assert len(found.author.name) == len(found.forwarded_from or "") == 255
    assert sum(map(len, found.links)) < 66_000
    assert found.told[-1].endswith("more links in the file")


def test_deep_nesting_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    path = export(tmp_path, message(1), message(2, deep="@"), message(3))
    path.write_text(path.read_text().replace('"@"', "[" * 50_000 + "]" * 50_000))
    chat, messages = read(path)
    assert [found.place for found in messages] == ["/messages/0", "/messages/2"]
    assert chat.listed[0].why == "nested too deeply"


def test_deep_content_of_a_service_line_is_told_as_far_as_it_can(tmp_path: Path) -> None:
    deep: Any = "end"
    for _ in range(200):
        deep = {"a": deep}
    found = only(export(tmp_path, message(type="service", text="", gift=deep)))
    assert any(told.startswith("gift.a.a") for told in found.told)


def test_a_newer_export_that_begins_later_than_the_last_ended_is_remarked(tmp_path: Path) -> None:
    chat, _ = read(export(tmp_path, message()))
    assert gap_remark(chat, WHEN) is None
    assert gap_remark(chat, None) is None
    before = datetime(2018, 12, 1, tzinfo=UTC)
    remark = gap_remark(chat, before)
    assert remark is not None and remark.values == {"ended": before, "begins": WHEN}
