"""One import on its way into the journal: file.imported, then the messages, within one transaction (5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.exchange.bodies import body_of, kind_of, media_paths, whole_name
from app.exchange.importing import ChatInfo, ImportedMessage, Preview
from app.exchange.people import WhoIsMe
from app.journal.act import Act
from app.journal.talk import closes_talk
from app.storage.attachment_files import AttachmentFiles
from app.storage.shelf.entries import read_entry
from app.storage.shelf.sources import entries_of_import, imports_of, known_sources

_AT_ONCE = 1000


class Offer(Struct, frozen=True, kw_only=True):
    """What an import would bring; nothing is written."""

    preview: Preview
    chat: ChatInfo
    me: WhoIsMe
    known: int
    people: tuple[tuple[str, int | None], ...]
    """The others who wrote, and the person each is taken for (None: nobody known)."""


class Imported(Struct, frozen=True, kw_only=True):
    """What came of it: its entry (0: nothing new), messages added, known already, changed at the source, retracted."""

    entry: int
    added: int
    known: int
    corrected: int
    retracted: int
    me: WhoIsMe
    chat: ChatInfo


class NothingNew(Exception):
    """Everything in the file was known: the transaction is undone, and `outcome` says so."""

    def __init__(self, outcome: Imported) -> None:
        super().__init__()
        self.outcome = outcome


class Appending:
    """One import on its way into the journal, within one transaction."""

    def __init__(self, files: AttachmentFiles, act: Act, client: int, folder: Path, offer: Offer, zone: str) -> None:
        self._files = files
        self._act = act
        self._client = client
        self._folder = folder
        self._offer = offer
        self._people = dict(offer.people)
        self._zone = ZoneInfo(zone)
        self.added = self.known = self.corrected = self.retracted = 0

    def run(self, stream: Iterable[ImportedMessage], body: dict[str, Any]) -> Imported:
        """Write file.imported, then the messages in the order of the file."""
        if body.pop("again", False):
            self._retract(body["sha256"])
        self._meet_people()
        shown = {one.id or one.name: one for one in self._offer.chat.people}
        body["choices"]["people"] = [
            {"name": shown[key].name, "id": shown[key].id, "person": person} for key, person in self._people.items()
        ]
        known = known_sources(self._act.connection, self._client)
        entry = self._act.note("file.imported", body, self._client)
        passing = iter(stream)
        while batch := list(islice(passing, _AT_ONCE)):
            self._append(batch, known, entry)
        if not (self.added or self.corrected or self.retracted):
            raise NothingNew(self._imported(0))
        return self._imported(entry)

    def _imported(self, entry: int) -> Imported:
        return Imported(
            entry=entry,
            added=self.added,
            known=self.known,
            corrected=self.corrected,
            retracted=self.retracted,
            me=self._offer.me,
            chat=self._offer.chat,
        )

    def _append(self, batch: list[ImportedMessage], known: dict[str, int], entry: int) -> None:
        drafts: list[tuple[str, dict[str, Any]]] = []
        for message in batch:
            seen = known.get(message.source_id)
            if seen is None:
                known[message.source_id] = 0
                drafts.append((kind_of(message, self._offer.me), self._message(message, entry)))
            elif not self._changed(message, seen, entry):
                self.known += 1
        self._act.put_many(self._client, drafts)
        self.added += len(drafts)

    def _changed(self, message: ImportedMessage, seen: int, entry: int) -> bool:
        """An edit upstream becomes a correction; a reaction alone changes no words and is none."""
        if seen == 0 or not message.edited_or_reacted or not message.text:
            return False
        stored = read_entry(self._act.connection, seen)
        if stored is None or stored.body.get("text") == message.text:
            return False
        reason = f"changed in the source {message.edited_or_reacted}, import {entry}"
        correction = {"of": seen, "set": {"text": message.text}, "reason": reason}
        self._act.put("entry.corrected", self._client, correction)
        self.corrected += 1
        return True

    def _message(self, message: ImportedMessage, entry: int) -> dict[str, Any]:
        mine = self._offer.me.wrote(message.author)
        stored = self._stored(message) if message.media or message.cut else {}
        body = body_of(
            message,
            "sent" if mine else "received",
            import_number=entry,
            zone=self._zone,
            person=None if mine else self._people.get(message.author.id or message.author.name),
            group=self._offer.chat.group,
            stored=stored,
        )
        if not mine and "no_substance" not in body and closes_talk(message.text):
            body["no_answer_needed"] = True
        return body

    def _stored(self, message: ImportedMessage) -> dict[str, dict[str, str | int | bool]]:
        """The files of a message, kept by their hash."""
        found: dict[str, dict[str, str | int | bool]] = {}
        for media in media_paths(message):
            kept = self._files.keep_file(self._folder / media.path)
            found[media.path] = {"sha256": kept.sha256, "size": kept.size, "name": media.name}
            if media.type:
                found[media.path]["type"] = media.type
        if message.cut:
            name = whole_name(message)
            kept = self._files.keep(BytesIO(message.whole.encode("utf-8", "backslashreplace")))
            found[name] = {"sha256": kept.sha256, "size": kept.size, "name": name}
        return found

    def _meet_people(self) -> None:
        """In a group, somebody unknown who wrote becomes a person of the client; in a talk of two it is the contact."""
        unknown = [name for name, person in self._people.items() if person is None]
        if len(self._people) < 2 and not self._offer.chat.group:
            return
        shown = {one.id or one.name: one for one in self._offer.chat.people}
        for name in unknown:
            one = shown[name]
            if one.name:
                self._people[name] = self._act.add("person.added", self._client, {"name": one.name})

    def _retract(self, sha256: str) -> None:
        """Take back what earlier imports of this chat brought (`--again`)."""
        for each in imports_of(self._act.connection, self._client):
            chat = each.body.get("choices", {}).get("chat", {})
            same_chat = chat.get("id") and chat.get("id") == self._offer.chat.id
            if each.body["sha256"] != sha256 and not same_chat:
                continue
            for seq in entries_of_import(self._act.connection, self._client, each.seq):
                self._act.put("entry.retracted", self._client, {"of": seq, "reason": "imported again"})
                self.retracted += 1
