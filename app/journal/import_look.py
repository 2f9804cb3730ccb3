"""Looking at a file before it is imported: scanned once, then asked again for each choice; nothing is written (5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.errors import Refused
from app.exchange.choosing import choose_chat, decide_me
from app.exchange.importing import Cancelled, ChatInfo, Preview, Progress, Remark
from app.exchange.people import Author, Participant, WhoIsMe
from app.exchange.telegram import Telegram
from app.exchange.telegram.remarks import gap_remark, remarks_on
from app.facts.evidence import Sentence
from app.facts.importing import ChatShown, ImportDone, ImportShown, PlaceShown, WriterShown
from app.journal.imports import Asked
from app.journal.their_export import Compared, take_their_export, who_is_me
from app.storage.database import Connection
from app.storage.shelf.entries import read_entry
from app.storage.shelf.sources import known_sources

if TYPE_CHECKING:
    from app.journal.journal import Journal

MOST_LISTED = 50


class Look:
    """One file for one client."""

    def __init__(self, journal: Journal, client: int, path: Path) -> None:
        self._journal, self._client, self._path = journal, client, path
        self._preview: Preview | None = None
        self._theirs = False

    def scan(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> ImportShown:
        """Read the whole file once; Refused with the place where it is no export."""
        if not self._path.is_file():
            raise Refused("{path} is no file. Name the result.json of the export.", path=str(self._path))
        self._preview = Telegram().scan(self._path, progress=progress, cancelled=cancelled)
        return self.shown()

    def shown(self, chat: str = "", me: str = "", zone: str = "", theirs: bool = False) -> ImportShown:
        """The preview for these choices; what is left out is derived by rule, or stays open.

        `theirs`: the client made this export, so the account is the client's, and the chat is called after me (4.6).
        """
        self._theirs = theirs
        preview = self._preview
        if preview is None:
            raise Refused("The file was not looked at yet. Choose it again.")
        found = self._chat(preview, chat)
        return self._of_chat(preview, found, me, zone) if found else self._undecided(preview)

    def take(
        self, chat: str, me: str, zone: str, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> ImportDone:
        """Import it, all or nothing; of the client's own export nothing but what it holds, too."""
        asked = Asked(chat=chat or None, me=me or None, zone=zone or None, progress=progress, cancelled=cancelled)
        if self._theirs:
            return _their_done(take_their_export(self._journal, self._client, self._path, asked))
        done = self._journal.imports.take(self._client, self._path, asked)
        return ImportDone(
            entry=done.entry,
            added=done.added,
            known=done.known,
            corrected=done.corrected,
            retracted=done.retracted,
        )

    def _undecided(self, preview: Preview) -> ImportShown:
        return ImportShown(name=self._path.name, size=preview.size, chats=_chats(preview))

    def _of_chat(self, preview: Preview, chat: ChatInfo, me: str, zone: str) -> ImportShown:
        decided = self._me(preview, chat, me)
        with self._journal.look() as connection:
            known = known_sources(connection, self._client)
            gap = gap_remark(chat, _last_known(connection, chat, known))
        remarks = [*preview.remarks, *remarks_on([chat], ZoneInfo(zone) if zone else None), *([gap] if gap else [])]
        mine = [one for one in chat.people if decided and decided.wrote(Author(name=one.name, id=one.id))]
        return ImportShown(
            name=self._path.name,
            size=preview.size,
            chats=_chats(preview),
            chat=_key_of(chat),
            me=_key(mine[0]) if mine else "",
            me_why=decided.by.value if decided else "",
            me_wrote=bool(mine),
            writers=tuple(self._writer(one) for one in sorted(chat.people, key=_talkative)),
            messages=chat.messages,
            services=chat.services,
            media=chat.media,
            first=chat.first,
            last=chat.last,
            known=len(known),
            needs_zone=chat.needs_zone,
            unparsed=chat.unparsed,
            listed=tuple(PlaceShown(place=each.place, why=each.why) for each in chat.listed[:MOST_LISTED]),
            remarks=tuple(_sentence(remark) for remark in dict.fromkeys(map(_frozen, remarks))),
        )

    def _chat(self, preview: Preview, chat: str) -> ChatInfo | None:
        if chat:
            return next((each for each in preview.chats if _key_of(each) == chat), None)
        names = [self._journal.reading.owner().name] if self._theirs else self._names()
        try:
            return choose_chat(preview, None, names)
        except Refused:
            return None

    def _names(self) -> list[str]:
        people = self._journal.clients.people(self._client)
        client = self._journal.clients.get(self._client).name
        return [client, *(name for each in people for name in (each.name, each.called) if name)]

    def _me(self, preview: Preview, chat: ChatInfo, me: str) -> WhoIsMe | None:
        contact = self._journal.clients.contact(self._client)
        known_as = [name for name in (contact.name, contact.called) if name] if contact else []
        try:
            if self._theirs:
                return who_is_me(self._journal, preview, chat, me or None)
            return decide_me(chat, me or None, preview.account, self._journal.reading.owner().name, known_as)
        except Refused:
            return None

    def _writer(self, one: Participant) -> WriterShown:
        person = self._journal.clients.person_named(self._client, one.name) if one.name else None
        return WriterShown(key=_key(one), name=one.shown, messages=one.messages, person=person.name if person else "")


def _their_done(done: Compared) -> ImportDone:
    counted = {"also_here": done.here, "not_here": done.not_here}
    return ImportDone(entry=done.entry, added=0, known=done.known, corrected=0, retracted=0, theirs=True, **counted)


def _last_known(connection: Connection, chat: ChatInfo, known: Mapping[str, int]) -> datetime | None:
    """When the newest message was written that an earlier export of this chat brought; None without any."""
    numbers = [entry for source, entry in known.items() if chat.id and source.startswith(f"telegram:{chat.id}:")]
    newest = read_entry(connection, max(numbers)) if numbers else None
    return newest.happened if newest else None


def _chats(preview: Preview) -> tuple[ChatShown, ...]:
    return tuple(
        ChatShown(key=_key_of(each), name=each.name or each.type or each.id, messages=each.messages)
        for each in preview.chats
    )


def _key_of(chat: ChatInfo) -> str:
    return chat.id or chat.name or f"#{chat.index}"


def _key(one: Participant) -> str:
    return one.id or one.name


def _talkative(one: Participant) -> int:
    return -one.messages


def _frozen(remark: Remark) -> tuple[str, tuple[tuple[str, object], ...]]:
    return remark.text, tuple(remark.values.items())


def _sentence(remark: tuple[str, tuple[tuple[str, object], ...]]) -> Sentence:
    return Sentence(remark[0], dict(remark[1]))
