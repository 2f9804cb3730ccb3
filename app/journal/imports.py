"""Imports of real correspondence: the file is kept first, then parsed, then appended all or not at all (5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.errors import Refused, Unavailable
from app.exchange.bodies import counts_of
from app.exchange.choosing import choose_chat, decide_me
from app.exchange.importing import Cancelled, ChatInfo, Importer, Progress
from app.exchange.people import Author, WhoIsMe
from app.exchange.staging import staged
from app.exchange.telegram import Telegram, own_bytes
from app.facts.names import folded
from app.facts.people import Person
from app.facts.wall_time import zone_named
from app.journal.import_run import Appending, Imported, NothingNew, Offer
from app.journal.rooms import Room
from app.storage.attachment_files import Kept
from app.storage.shelf.sources import known_sources


class Asked(Struct, frozen=True, kw_only=True):
    """What the owner chose: which chat, who is me, the zone of dates without one, how to be told of progress."""

    chat: str | None = None
    me: str | None = None
    zone: str | None = None
    again: bool = False
    progress: Progress | None = None
    cancelled: Cancelled | None = None


class Imports(Room):
    """Telegram now; other sources fit the same protocol."""

    def offer(self, client: int, path: Path, asked: Asked, importer: Importer | None = None) -> Offer:
        """Look at a file: counts, people, who is me. Refused when the direction of messages cannot be known."""
        reader = importer or Telegram()
        _readable(path)
        zone = ZoneInfo(asked.zone) if asked.zone else None
        preview = reader.scan(path, zone=zone, progress=asked.progress, cancelled=asked.cancelled)
        chat = choose_chat(preview, asked.chat, self._names(client))
        contact = self.journal.clients.contact(client)
        known_as = (contact.name, contact.called) if contact else ()
        owner = self.journal.reading.owner()
        me = decide_me(chat, asked.me, preview.account, owner.name, [name for name in known_as if name])
        people = self._matched(client, chat, me)
        with self.journal.look() as connection:
            known = len(known_sources(connection, client))
        return Offer(preview=preview, chat=chat, me=me, known=known, people=tuple(people.items()))

    def take(self, client: int, path: Path, asked: Asked, importer: Importer | None = None) -> Imported:
        """Import the file. Only what is new is added; a message changed at the source becomes a correction."""
        reader = importer or Telegram()
        zone = zone_named(asked.zone) if asked.zone else None
        _readable(path)
        self.journal.backups.before_import()
        try:
            return self._take(client, path, asked, reader, zone)
        except NothingNew as nothing:
            return nothing.outcome

    def _take(self, client: int, path: Path, asked: Asked, reader: Importer, zone: ZoneInfo | None) -> Imported:
        with self.keeping(path) as kept:
            offer = self.offer(client, path, asked, reader)
            messages = reader.messages(
                path, offer.chat, me=offer.me, zone=zone, progress=asked.progress, cancelled=asked.cancelled
            )
            body = self.body(client, path, kept, offer, reader, asked)
            zone_shown = self.journal.reading.owner().zone
            with staged(messages, self.journal.path.parent) as stream, self.journal.act() as act:
                run = Appending(self.journal.files, act, client, path.parent, offer, zone_shown)
                done = run.run(stream, body)
        self.journal.evidence.checkpoint_at_close()
        return done

    @contextmanager
    def keeping(self, path: Path) -> Iterator[Kept]:
        """The raw file as an attachment before it is parsed (rule 0); taken away when the import comes to nothing."""
        _readable(path)
        before = set(self.journal.files.names())
        kept = self.journal.files.keep_file(path)
        try:
            yield kept
        except BaseException:
            for name in set(self.journal.files.names()) - before:
                self.journal.files.drop(name)
            raise

    def body(self, client: int, path: Path, kept: Kept, offer: Offer, reader: Importer, asked: Asked) -> dict[str, Any]:
        """The body of file.imported: the file, the parser, every choice made, the counts."""
        chat, me = offer.chat, offer.me
        raw = {"sha256": kept.sha256, "size": kept.size, "name": self._name(client, path, offer)}
        body: dict[str, Any] = {
            **raw,
            "parser": {"name": reader.parser, "version": str(reader.version)},
            "choices": {
                "me": {"name": me.name, "id": me.id, "why": me.by.value},
                "zone": asked.zone,
                "chat": {"name": chat.name, "id": chat.id, "type": chat.type},
                "again": asked.again,
            },
            "counts": counts_of(chat),
            "unparsed": [{"place": each.place, "why": each.why} for each in chat.listed],
            "attachments": [{**raw, "use": "whole_source" if offer.preview.holds_more else "source"}],
        }
        if offer.preview.holds_more:
            own = self._cut_out(path, chat)
            body["attachments"].append({"sha256": own.sha256, "size": own.size, "name": "chat.json", "use": "source"})
            body["range"] = [chat.start, chat.end]
        if asked.again:
            body["again"] = True
        return body

    def _cut_out(self, path: Path, chat: ChatInfo) -> Kept:
        """The chat's own bytes as a file of their own: only they may leave in a client's bag (4.5)."""
        with TemporaryFile(dir=self.journal.path.parent) as scratch:
            for chunk in own_bytes(path, chat):
                scratch.write(chunk)
            scratch.seek(0)
            return self.journal.files.keep(scratch)

    def _name(self, client: int, path: Path, offer: Offer) -> str:
        """The file's name, unless it may name another client: this entry leaves in this client's bag (4.5)."""
        name = folded(path.name)
        others = (folded(each.name) for each in self.journal.clients.all() if each.number != client)
        if offer.preview.holds_more or any(other in name for other in others):
            return "export.json" if path.suffix.lower() == ".json" else "export"
        return path.name

    def _names(self, client: int) -> list[str]:
        people = self.journal.clients.people(client)
        return [self.journal.clients.get(client).name, *(name for p in people for name in (p.name, p.called) if name)]

    def _matched(self, client: int, chat: ChatInfo, me: WhoIsMe) -> dict[str, int | None]:
        """Who else wrote, and the client's person of that name or address."""
        people = self.journal.clients.people(client)
        others = [one for one in chat.people if not me.wrote(Author(name=one.name, id=one.id))]
        return {one.id or one.name: _person_of(one.name, one.id, people) for one in others}


def _person_of(name: str, shown_id: str, people: tuple[Person, ...]) -> int | None:
    for person in people:
        addresses = {folded(each.address) for each in person.addresses if each.channel == "telegram"}
        if folded(name) in (folded(person.name), folded(person.called or person.name)) or folded(shown_id) in addresses:
            return person.number
    return None


def _readable(path: Path) -> None:
    if not path.is_file():
        raise Refused("{path} is no file. Name the result.json of the export.", path=str(path))
    try:
        path.open("rb").close()
    except OSError:
        raise Unavailable("{path} cannot be read. Look whether it may be opened.", path=str(path)) from None
