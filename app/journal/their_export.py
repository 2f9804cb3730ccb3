"""The client's own export beside the journal: which entries stand in both, as one entry about them all (4.6, DUP).

Nothing is added to the talk: a messenger numbers the same message anew for each account, so only its second, its author
and its words can say that two are one. What was typed to the minute is compared to the minute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from app.errors import Refused
from app.exchange.choosing import choose_chat, decide_me
from app.exchange.importing import ChatInfo, ImportedMessage, Preview
from app.exchange.people import MeBy, WhoIsMe
from app.exchange.telegram import Telegram
from app.facts.names import folded
from app.facts.wall_time import zone_named
from app.journal.import_run import Offer
from app.storage.shelf.their_exports import in_their_exports, messages_of

if TYPE_CHECKING:
    from app.facts.entries import Entry
    from app.journal.imports import Asked
    from app.journal.journal import Journal

AT_ONCE = 50_000
"""Entries that one record may be about; a million more fit into the next one."""

Key = tuple[bool, str, int]
"""Whether I wrote it, its words, and its second or, after them, its minute."""


class Compared(Struct, frozen=True, kw_only=True):
    """What came of it: its entry (0: all of it was known), entries of both, messages of theirs that stand in none."""

    entry: int
    here: int
    known: int
    not_here: int
    me: WhoIsMe
    chat: ChatInfo


def take_their_export(journal: Journal, client: int, path: Path, asked: Asked) -> Compared:
    """Keep the client's own export and say which entries also stand in it; Refused where none does."""
    journal.backups.before_import()
    try:
        done = _compared(journal, client, path, asked)
    except _NothingFresh as nothing:
        return nothing.outcome
    journal.evidence.checkpoint_at_close()
    return done


class _NothingFresh(Exception):
    """Every entry was known to stand there: the file is not kept, and nothing is written."""

    def __init__(self, outcome: Compared) -> None:
        super().__init__()
        self.outcome = outcome


def _compared(journal: Journal, client: int, path: Path, asked: Asked) -> Compared:
    reader, zone = Telegram(), zone_named(asked.zone) if asked.zone else None
    with journal.imports.keeping(path) as kept:
        preview = reader.scan(path, zone=zone, progress=asked.progress, cancelled=asked.cancelled)
        chat = choose_chat(preview, asked.chat, [journal.reading.owner().name])
        me = who_is_me(journal, preview, chat, asked.me)
        messages = reader.messages(path, chat, me=me, zone=zone, progress=asked.progress, cancelled=asked.cancelled)
        with journal.act() as act:
            found, missing = _found(journal, client, messages)
            if not found:
                raise Refused(
                    "No message of {name} stands in this journal. Is it this client's, and is it you who is called"
                    " {me} in it?",
                    name=path.name,
                    me=me.name or me.id,
                )
            known = in_their_exports(act.connection, client)
            fresh = sorted(set(found) - known.keys())
            done = Compared(entry=0, here=len(fresh), known=len(found) - len(fresh), not_here=missing, me=me, chat=chat)
            if not fresh:
                raise _NothingFresh(done)
            offer = Offer(preview=preview, chat=chat, me=me, known=0, people=())
            body = journal.imports.body(client, path, kept, offer, reader, asked)
            counts = {"also_here": len(found), "not_here": missing}
            body["counts"] |= {key: count for key, count in counts.items() if count}
            numbers = [act.note("file.imported", body | {"about": part}, client) for part in _parts(fresh)]
    return replace(done, entry=numbers[0])


def who_is_me(journal: Journal, preview: Preview, chat: ChatInfo, said: str | None) -> WhoIsMe:
    """In the client's export the account is the client, and a personal chat is called after me."""
    if said is not None:
        return decide_me(chat, said)
    owner = folded(journal.reading.owner().name)
    account = preview.account.id if preview.account else ""
    found = [one for one in chat.people if folded(one.name) == owner and one.id != (account or None)]
    if len(found) == 1:
        return WhoIsMe(by=MeBy.OWNER_NAME, id=found[0].id, name=found[0].name)
    return decide_me(chat, None)


def _found(journal: Journal, client: int, messages: Iterable[ImportedMessage]) -> tuple[list[int], int]:
    """The entries that also stand there, each once, and how many messages stand in no entry."""
    with journal.look() as connection:
        entries = list(messages_of(connection, client))
    exact: dict[Key, list[int]] = {}
    about: dict[Key, list[int]] = {}
    for entry in entries:
        if entry.text and entry.precision in ("second", "minute"):
            by_minute = entry.precision == "minute"
            (about if by_minute else exact).setdefault(_key_of_entry(entry, by_minute), []).append(entry.seq)
    found, missing = [], 0
    for message in messages:
        if message.service or not message.text:
            continue
        mine, said = bool(message.outgoing), _plain(message.text)
        seconds = int(message.happened.timestamp())
        same = exact.get((mine, said, seconds)) or about.get((mine, said, seconds // 60))
        if same:
            found.append(same.pop(0))
        else:
            missing += 1
    return found, missing


def _key_of_entry(entry: Entry, by_minute: bool) -> Key:
    at: datetime = entry.happened
    seconds = int(at.timestamp())
    return entry.kind == "message.sent", _plain(entry.text), seconds // 60 if by_minute else seconds


def _plain(text: str) -> str:
    """The words without their breaks: two programs write them differently."""
    return " ".join(normalize("NFC", text).split())


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    for at in range(0, len(numbers), AT_ONCE):
        yield numbers[at : at + AT_ONCE]
