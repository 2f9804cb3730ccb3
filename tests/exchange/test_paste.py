"""Pieces of chats as they come out of a clipboard: real forms of both messengers, in three languages (5.2, paste)."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.paste import DateOrder, read_piece, source_ids

DAY, MONTH = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST
TODAY = date(2026, 11, 23)

TELEGRAM_RU = "Ольга Никитина, [20.11.2026 10:15]\nДобрый день!\nЕсть вопрос\n\nElena, [20.11.2026 10:20]\nСлушаю"
TELEGRAM_MAC = (
    "Olga N, [20 Nov 2026 at 10:15:31]:\nGood morning\nThree photos are missing\n\n"
    "Elena Marín, [20 Nov 2026 at 10:20:02]:\nThey come today"
)
TELEGRAM_MAC_RU = (
    "Ольга, [20 нояб. 2026 г. в 10:15:31]:\nДоброе утро\n\nЕлена, [20 нояб. 2026 г. в 10:20:02]:\nЗдравствуйте"
)
TELEGRAM_ES = "Lucía, [20 nov 2026 a las 10:15:31]:\nHola\n\nElena, [20 nov 2026 a las 10:20:02]:\nDime"
WEB_ES = "[10:15, 20/11/2026] Lucía: Hola\n[10:20, 20/11/2026] Elena Marín: Dime: ¿qué pasa?"
WEB_US = "[10:15 AM, 11/20/2026] Tom Finch: Morning\n[1:20 PM, 11/20/2026] Elena: Afternoon"
WEB_12_ES = "[10:15 a.\u00a0m., 20/11/2026] Lucía: Hola\n[1:20 p.\u00a0m., 20/11/2026] Elena: Dime"
IPHONE = "\u200e[20/11/26, 10:15:31] Lucía: Hola\n\u200e[20/11/26, 10:20:02] Elena: \u200eimagen omitida"
IPHONE_RU = "[20.11.2026, 10:15:31] Ольга: Добрый день\n[20.11.2026, 10:20:02] Елена: Здравствуйте"
ANDROID = "20/11/26, 10:15 - Lucía: Hola\nsegunda línea\n20/11/26, 10:20 - Elena: Sí"
ANDROID_US = "11/20/26, 10:15\u202fAM - Tom: Morning\n11/20/26, 1:20\u202fPM - Elena: Yes"
SWEDISH = "2026-11-20, 10:15 - Lucía: Hola\n2026-11-20, 10:20 - Elena: Sí"


@pytest.mark.parametrize(
    ("text", "who", "clocks", "channel"),
    [
        (TELEGRAM_RU, ("Ольга Никитина", "Elena"), ("10:15:00", "10:20:00"), "telegram"),
        (TELEGRAM_MAC, ("Olga N", "Elena Marín"), ("10:15:31", "10:20:02"), "telegram"),
        (TELEGRAM_MAC_RU, ("Ольга", "Елена"), ("10:15:31", "10:20:02"), "telegram"),
        (TELEGRAM_ES, ("Lucía", "Elena"), ("10:15:31", "10:20:02"), "telegram"),
        (WEB_ES, ("Lucía", "Elena Marín"), ("10:15:00", "10:20:00"), "whatsapp"),
        (WEB_US, ("Tom Finch", "Elena"), ("10:15:00", "13:20:00"), "whatsapp"),
        (WEB_12_ES, ("Lucía", "Elena"), ("10:15:00", "13:20:00"), "whatsapp"),
        (IPHONE, ("Lucía", "Elena"), ("10:15:31", "10:20:02"), "whatsapp"),
        (IPHONE_RU, ("Ольга", "Елена"), ("10:15:31", "10:20:02"), "whatsapp"),
        (ANDROID, ("Lucía", "Elena"), ("10:15:00", "10:20:00"), "whatsapp"),
        (ANDROID_US, ("Tom", "Elena"), ("10:15:00", "13:20:00"), "whatsapp"),
        (SWEDISH, ("Lucía", "Elena"), ("10:15:00", "10:20:00"), "whatsapp"),
    ],
)
def test_a_piece_is_taken_apart(text: str, who: tuple[str, ...], clocks: tuple[str, ...], channel: str) -> None:
    piece = read_piece(text)
    assert (piece.authors, piece.channel) == (who, channel)
    (order,) = piece.orders(TODAY)
    moments = [message.at(order) for message in piece.messages]
    assert [f"{at:%Y-%m-%d %H:%M:%S}" for at in moments if at] == [f"2026-11-20 {clock}" for clock in clocks]


def test_a_message_keeps_its_lines_and_knows_where_they_stand() -> None:
    first, second = read_piece(TELEGRAM_RU).messages
    assert (first.text, first.place) == ("Добрый день!\nЕсть вопрос", "pasted, lines 1-3")
    assert (second.text, second.place) == ("Слушаю", "pasted, lines 5-6")
    assert read_piece(WEB_ES).messages[1].place == "pasted, line 2"


def test_a_date_that_has_two_readings_stays_open() -> None:
    """5.2: the same line is 3 May or 5 March; nothing in the piece decides."""
    piece = read_piece("[10:15, 03/05/2026] Lucía: Hola")
    assert piece.orders(TODAY) == (DAY, MONTH)
    assert piece.messages[0].at(DAY) == datetime(2026, 5, 3, 10, 15)  # noqa: DTZ001
    assert piece.messages[0].at(MONTH) == datetime(2026, 3, 5, 10, 15)  # noqa: DTZ001


def test_another_line_of_the_piece_decides() -> None:
    assert read_piece("[10:15, 03/05/2026] A: x\n[10:16, 05/13/2026] A: y").orders(TODAY) == (MONTH,)
    assert read_piece("[10:15, 03/05/2026] A: x\n[10:16, 13/05/2026] A: y").orders(TODAY) == (DAY,)


def test_a_message_that_has_yet_to_come_was_not_copied() -> None:
    """Of 5 December and 12 May only one has been."""
    assert read_piece("[10:15, 05/12/2026] Lucía: Hola").orders(TODAY) == (MONTH,)


def test_dots_and_names_of_months_leave_nothing_open() -> None:
    assert read_piece("03.05.26, 10:15 - Ольга: Привет").orders(TODAY) == (DAY,)
    assert read_piece("Olga, [3 May 2026 at 10:15]:\nHi").orders(TODAY) == (DAY,)


@pytest.mark.parametrize(
    "text",
    ["", "two\nlines", "Hi [10:15] x", "[10:15, 40/11/2026] Lucía: Hola", "[25:15, 20/11/2026] Lucía: Hola",
     "a\n" + WEB_ES, "[10:15, 31/02/2026] Lucía: Hola", "12:30 - lunch with Tom: ask about photos"],
)  # fmt: skip
def test_other_texts_are_left_alone(text: str) -> None:
    assert read_piece(text).messages == ()


def test_the_same_piece_has_the_same_ids_and_equal_messages_have_different_ones() -> None:
    """5.2: pasting twice, or an overlapping piece, adds only what is new."""
    piece = read_piece("[10:15, 20/11/2026] A: ok\n[10:15, 20/11/2026] A: ok\n[10:16, 20/11/2026] A: ok")
    moments = [at for message in piece.messages if (at := message.at(DAY))]
    ids = source_ids(moments, piece.messages)
    assert len(set(ids)) == 3
    assert ids == source_ids(moments, piece.messages)
    assert all(each.startswith("paste:") for each in ids)


@given(st.text(max_size=300))
def test_any_text_is_read_or_left_alone(text: str) -> None:
    piece = read_piece(text)
    assert all(message.text for message in piece.messages)
    assert all(order in DateOrder for order in piece.orders(TODAY))


def test_messages_without_text_are_counted() -> None:
    """A picture alone leaves its head only: it becomes no entry, and that is said."""
    piece = read_piece("[10:15, 20/11/2026] A: ok\n[10:16, 20/11/2026] A: \n[10:17, 20/11/2026] A: yes")
    assert ([each.text for each in piece.messages], piece.without_text) == (["ok", "yes"], 1)
