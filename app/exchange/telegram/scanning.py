"""One pass over a whole export: every chat with its counts and its own bytes, and a refusal where the file breaks."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from app.errors import Refused
from app.exchange.importing import ChatInfo, Preview, Unparsed
from app.exchange.people import Account
from app.exchange.telegram.chats import account_in, raw_messages, word
from app.exchange.telegram.counting import Tally
from app.exchange.telegram.reading import Reader
from app.exchange.telegram.remarks import remarks_on
from app.exchange.telegram.times import NoZone
from app.exchange.telegram.window import ENDED, Broken, Window
from app.exchange.telegram.written import Strange, Unreadable
from app.words import N_

NO_EXPORT = N_(
    "This is not a Telegram export. In Telegram Desktop choose Export chat history, format JSON, and take result.json."
)


class Scan:
    """Walks one export; `preview` is what it found."""

    def __init__(self, window: Window, size: int, zone: ZoneInfo | None, folder: Path | None) -> None:
        self._window = window
        self._size = size
        self._zone = zone
        self._folder = folder
        self._chats: list[ChatInfo] = []
        self._current: Tally | None = None
        self._account: Account | None = None
        self._holds_more = False

    def preview(self) -> Preview:
        """Read to the end of the file; refused, with the place, when it does not hold."""
        try:
            self._top()
        except Broken as broken:
            raise self._broken_off(broken.byte) from None
        if not self._chats:
            raise Refused(NO_EXPORT)
        return Preview(
            chats=tuple(self._chats),
            size=self._size,
            account=self._account,
            holds_more=self._holds_more,
            remarks=remarks_on(self._chats, self._zone),
        )

    def _top(self) -> None:
        """One object: a chat itself, or a full export."""
        window = self._window
        if window.peek() != ord("{"):
            raise Refused(NO_EXPORT)
        tally = Tally(0)
        tally.start = window.place
        for key in window.members():
            if key in (b"chats", b"left_chats"):
                self._list(key)
            elif key == b"personal_information":
                self._account = account_in(window.value())
            else:
                self._member(key, tally)
        tally.end = window.place
        if window.peek() != ENDED:
            raise Broken(window.place)
        if tally.messages_at is not None:
            if self._holds_more:
                raise Refused(NO_EXPORT)  # one chat around others could not be cut out
            self._add(tally)

    def _list(self, key: bytes) -> None:
        self._holds_more = True
        if self._window.peek() != ord("{"):
            raise Broken(self._window.place)
        for inner in self._window.members():
            if inner != b"list":
                self._window.skip()
                continue
            for _ in self._window.elements():
                self._chat()

    def _chat(self) -> None:
        window = self._window
        tally = Tally(len(self._chats))
        window.peek()
        tally.start = window.place
        for key in window.members():
            self._member(key, tally)
        tally.end = window.place
        self._add(tally)

    def _add(self, tally: Tally) -> None:
        tally.index = len(self._chats)
        self._chats.append(tally.info())
        self._current = None

    def _member(self, key: bytes, tally: Tally) -> None:
        window = self._window
        if key in (b"name", b"type", b"id"):
            setattr(tally, key.decode(), word(window.value()))
        elif key == b"messages" and window.peek() == ord("["):
            if tally.messages_at is not None:
                raise Broken(window.place)
            tally.messages_at = window.place
            self._current = tally
            self._messages(tally)
        else:
            window.skip()

    def _messages(self, tally: Tally) -> None:
        reader = Reader(None, self._zone, self._folder)
        for index, raw in enumerate(raw_messages(self._window)):
            try:
                message = reader.read(raw, index)
            except NoZone:
                tally.messages += 1
                tally.needs_zone += 1
            except Strange as strange:
                tally.leave(Unparsed(place=f"/messages/{index}", why=str(strange)))
                continue
            except Unreadable:
                raise Broken(self._window.place - len(bytes(raw))) from None
            else:
                tally.add(message)
            tally.number(reader.number)

    def _broken_off(self, byte: int) -> Refused:
        """The sentence for a file that breaks; what could be read before is counted (5.2)."""
        chat = self._current
        if chat is None:
            return Refused(
                "The file breaks at byte {byte} of {size}, after {chats} whole chats. "
                "Nothing was imported: export it anew.",
                byte=byte,
                size=self._size,
                chats=len(self._chats),
            )
        return Refused(
            "The file breaks at byte {byte} of {size}, in the chat “{chat}”, after {count} messages that can be read. "
            "Nothing was imported: export it anew.",
            byte=byte,
            size=self._size,
            chat=chat.name or chat.id or "—",
            count=chat.messages + chat.unparsed,
        )
