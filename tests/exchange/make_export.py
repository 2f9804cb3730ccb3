"""Makes believable Telegram exports of any size, written as Telegram Desktop writes them, for tests and benchmarks.

`python -m tests.exchange.make_export 100000 result.json` writes one personal chat of that many messages.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

ME = ("Елена Мороз", "user1001")
CLIENT = ("Ольга Ким", "user2002")
BEGIN = 1_500_000_000

_SAID = (
    "макет правка завтра сделаем договорились баннер текст цена сайт кампания отчёт согласуем до пятницы ссылка бюджет "
    "пожалуйста посмотрите заголовок фото клиент звонок время спасибо вопрос ответ the draft landing ready ок 🙂"
)
_WORDS = _SAID.split()
_MEDIA: dict[str, dict[str, Any]] = {
    "photo": {
        "photo": "(File not included. Change data exporting settings to download.)",
        "width": 1280,
        "height": 720,
    },
    "sticker": {
        "file": "(File not included. Change data exporting settings to download.)",
        "thumbnail": "(File not included. Change data exporting settings to download.)",
        "media_type": "sticker",
        "sticker_emoji": "👍",
        "width": 512,
        "height": 512,
    },
    "voice": {
        "file": "(File not included. Change data exporting settings to download.)",
        "media_type": "voice_message",
        "mime_type": "audio/ogg",
        "duration_seconds": 17,
    },
}


def quoted(text: str) -> str:
    """A string as Telegram Desktop writes it: control characters as `\\x01`, which is no JSON."""
    out = []
    for sign in text:
        if sign in '"\\':
            out.append("\\" + sign)
        elif sign in "\n\r\t":
            out.append({"\n": "\\n", "\r": "\\r", "\t": "\\t"}[sign])
        elif sign < " ":
            out.append(f"\\x{ord(sign):02X}")
        elif sign in "\u2028\u2029":
            out.append(f"\\u{ord(sign):04x}")
        else:
            out.append(sign)
    return '"' + "".join(out) + '"'


def shown(value: Any, indent: int) -> str:
    """A value with the exporter's line breaks and one space for each level."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        members = [f"{quoted(key)}: {shown(one, indent + 1)}" for key, one in value.items()]
        return _lines("{", members, "}", indent)
    if isinstance(value, list):
        return _lines("[", [shown(one, indent + 1) for one in value], "]", indent)
    return json.dumps(value)


def _lines(opening: str, members: list[str], closing: str, indent: int) -> str:
    if not members:
        return opening + closing
    space = "\n" + " " * (indent + 1)
    return opening + ",".join(space + member for member in members) + "\n" + " " * indent + closing


def believable(count: int, seed: int = 7, first_id: int = 1) -> Iterator[dict[str, Any]]:
    """That many messages of two people: mostly short texts, some links, files, replies, edits and service lines."""
    chance = random.Random(seed)
    second = BEGIN
    for number in range(first_id, first_id + count):
        second += chance.choice((7, 40, 300, 4000, 60_000))
        name, user = chance.choice((ME, CLIENT))
        words = " ".join(chance.choices(_WORDS, k=min(120, 1 + int(chance.expovariate(1 / 14)))))
        yield _message(chance, number, second, name, user, words)


def _message(chance: random.Random, number: int, second: int, name: str, user: str, words: str) -> dict[str, Any]:
    when = {"date": "2017-07-14T05:40:00", "date_unixtime": str(second)}
    if number % 97 == 0:
        service = {"actor": name, "actor_id": user, "action": "phone_call", "duration_seconds": number % 1000}
        return {"id": number, "type": "service", **when, **service, "text": "", "text_entities": []}
    message: dict[str, Any] = {"id": number, "type": "message", **when}
    if chance.random() < 0.05:
        message |= {"edited": "2017-07-14T05:41:00", "edited_unixtime": str(second + 60)}
    message |= {"from": name, "from_id": user}
    if chance.random() < 0.1:
        message["reply_to_message_id"] = max(1, number - 3)
    if chance.random() < 0.12:
        message |= _MEDIA[chance.choice(sorted(_MEDIA))]
    if chance.random() < 0.08:
        parts = [{"type": "plain", "text": words + " "}, {"type": "link", "text": "https://example.org/макет"}]
        return message | {"text": [parts[0]["text"], parts[1]], "text_entities": parts}
    return message | {"text": words, "text_entities": [{"type": "plain", "text": words}]}


def write_chat(
    out: TextIO, messages: Iterable[dict[str, Any]], name: str | None, sort: str, number: int, indent: int = 0
) -> None:
    """One chat object, streamed."""
    space = "\n" + " " * (indent + 1)
    out.write(f"{{{space}{quoted('name')}: {'null' if name is None else quoted(name)},{space}")
    out.write(f'"type": {quoted(sort)},{space}"id": {number},{space}"messages": [')
    for index, message in enumerate(messages):
        out.write(("," if index else "") + space + " " + shown(message, indent + 2))
    out.write(space + "]\n" + " " * indent + "}")


def write_personal(path: Path, messages: Iterable[dict[str, Any]], name: str = CLIENT[0], number: int = 2002) -> Path:
    """An export of one personal chat."""
    with path.open("w", encoding="utf-8", newline="") as out:
        write_chat(out, messages, name, "personal_chat", number)
    return path


def write_full(path: Path, chats: list[tuple[str | None, str, int, list[dict[str, Any]]]], left: int = 0) -> Path:
    """A full export of the account ME; the last `left` chats stand under `left_chats`."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write('{\n "about": "Here is the data you requested.",\n "personal_information": ')
        first, last = ME[0].split()
        account = {
            "user_id": int(ME[1][4:]),
            "first_name": first,
            "last_name": last,
            "phone_number": "+0 000",
            "bio": "…",
        }
        out.write(shown(account, 1) + ',\n "contacts": {\n  "list": [{"user_id": 5, "first_name": "Чужой"}]\n }')
        for key, group in (("chats", chats[: len(chats) - left]), ("left_chats", chats[len(chats) - left :])):
            out.write(f',\n "{key}": {{\n  "about": "This page lists all chats.",\n  "list": [')
            for index, (name, sort, number, messages) in enumerate(group):
                out.write(",\n   " if index else "\n   ")
                write_chat(out, messages, name, sort, number, indent=3)
            out.write("\n  ]\n }")
        out.write("\n}")
    return path


if __name__ == "__main__":
    write_personal(Path(sys.argv[2]), believable(int(sys.argv[1])))
