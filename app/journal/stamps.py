"""Verbs about time stamps: a queue of requests, files to carry by hand, replies taken in and named (4.4)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused, Said, Unavailable
from app.facts.evidence import Sentence
from app.facts.stamps import Fate, RequestFile, StampQueue, TakenIn
from app.facts.visible import visible
from app.journal.rooms import Room
from app.journal.stamp_queue import queue_of
from app.ledger.checkpoint import parse_checkpoint
from app.ledger.log import JOURNAL
from app.storage import checkpoint_table, stamp_table
from app.storage.connection import Connection
from app.storage.stamp_table import Stamp
from app.whole_file import write_whole
from app.words import N_

if TYPE_CHECKING:
    from app.ledger.stamp_answers import Answer
    from app.ledger.timestamp import Token

_MOST_AUTHORITY = 400


class Stamps(Room):
    """Requests that wait, and tokens of authorities that came."""

    def queue(self) -> StampQueue:
        """Everything there is, newest first; reads only."""
        return queue_of(self.journal)

    def request(self) -> int | None:
        """Queue a request for the journal as it stands; None where one is there already. Gives its number (4.4)."""
        with self.journal.act() as act:
            if not _has_news(act.connection):
                return None
            self.journal.evidence.checkpoint()
            return _queue_newest(act.connection)

    def request_newest(self) -> int | None:
        """Queue a request for the newest checkpoint that there is, and make none."""
        with self.journal.act() as act:
            return _queue_newest(act.connection) if _has_news(act.connection) else None

    def waiting(self) -> tuple[RequestFile, ...]:
        """The requests without a reply, as files to carry or to send: 69 bytes each."""
        with self.journal.look() as connection:
            found = stamp_table.waiting(connection)
        return tuple(RequestFile(f"{stamp.size:08d}.tsq", stamp.request, stamp.size) for stamp in found)

    def save(self, folder: Path) -> tuple[Path, ...]:
        """Write the waiting requests into a folder, each whole or not at all; those that lie there stay."""
        if not folder.is_dir():
            raise Unavailable("There is no folder {name}. Make it, or name another one.", name=str(folder))
        files = self.waiting()
        taken = [file.name for file in files if _differs(folder / file.name, file.data)]
        if taken:
            raise Refused(
                "{name} holds another request already, perhaps of another journal. Choose another folder.",
                name=taken[0],
            )
        for file in files:
            write_whole(folder / file.name, file.data)
        return tuple(folder / file.name for file in files)

    def take(self, files: Iterable[Path], roots: Path | None = None) -> tuple[TakenIn, ...]:
        """Take in replies in any order, each for itself: what is wrong with one keeps no other out.

        `roots`: a PEM file of authorities that the user trusts; Refused where it holds none.
        """
        return tuple(self._take_file(path, roots) for path in files)

    def take_reply(self, name: str, reply: bytes, roots: Path | None = None) -> TakenIn:
        """Take in one reply; Refused where it is not to be kept. The same reply twice adds nothing (4.4)."""
        from app.ledger.stamp_answers import Known, judge_answer
        from app.ledger.timestamp import load_roots

        trusted = load_roots(roots) if roots is not None else ()
        with self.journal.act() as act:
            shelf = stamp_table.stamps(act.connection)
            texts = {each.size: each.text for each in checkpoint_table.every(act.connection)}
            requests = [(each.number, each.size, each.request) for each in shelf]
            known = Known(checkpoints=texts, requests=requests, roots=trusted, now=self.journal.clock())
            answer = judge_answer(reply, known)
            lies_here = any(stamp.reply == reply for stamp in shelf)
            if not lies_here:
                authority = answer.token.authority if answer.token else ""
                _put(act.connection, shelf, answer.size, answer.request, reply, _line(authority))
            if answer.token is None:
                return _unchecked(name, answer, Fate.KNOWN if lies_here else Fate.UNCHECKED)
            return self._name(name, reply, answer, answer.token, texts[answer.size])

    def _name(self, name: str, reply: bytes, answer: Answer, token: Token, checkpoint: str) -> TakenIn:
        """The entry that names the token: the one there is, else a new one."""
        sha256, authority = hashlib.sha256(reply).hexdigest(), _line(token.authority)
        anchors = self.journal.evidence.anchors()
        entry = next((each["entry"] for each in anchors if each.get("token", {}).get("sha256") == sha256), None)
        fate, said = (Fate.KNOWN, _KNOWN) if entry else (Fate.TAKEN, _TAKEN)
        if entry is None:
            signed = parse_checkpoint(checkpoint)
            entry = self.journal.evidence.anchor(
                JOURNAL, "stamp", signed.size, signed.head, token={"sha256": sha256, "size": len(reply)},
                authority=authority, stamped_utc=token.utc,
            )  # fmt: skip
        values = {"size": answer.size, "utc": token.utc, "authority": authority or "–", "entry": entry}
        return TakenIn(
            name=name, fate=fate, said=Sentence(said, values), notes=_notes(answer), size=answer.size, entry=entry,
            authority=authority, at=token.at,
        )  # fmt: skip

    def take_data(self, name: str, reply: bytes, roots: Path | None = None) -> TakenIn:
        """The same, with what speaks against it as a value."""
        try:
            return self.take_reply(name, reply, roots)
        except Said as refused:
            return TakenIn(name=name, fate=Fate.REFUSED, said=Sentence(refused.text, refused.values))

    def _take_file(self, path: Path, roots: Path | None) -> TakenIn:
        from app.ledger.stamp_answers import MOST_BYTES

        name = visible(path.name)
        try:
            with path.open("rb") as file:
                reply = file.read(MOST_BYTES + 1)
        except OSError as problem:
            said = Sentence(_UNREADABLE, {"reason": problem.strerror or str(problem)})
            return TakenIn(name=name, fate=Fate.REFUSED, said=said)
        return self.take_data(name, reply, roots)


def look_at_root(roots: Path | None) -> None:
    """Refused where the file holds no certificate, Unavailable where it cannot be read."""
    from app.ledger.timestamp import load_roots

    if roots is not None:
        load_roots(roots)


_TAKEN = N_("A stamp over entries 1 to {size}: {authority} saw their head at {utc}. Saved as entry {entry}.")
_KNOWN = N_("It is here already, as entry {entry}: a stamp over entries 1 to {size}. Nothing was added.")
_UNREADABLE = N_("It cannot be read: {reason}. Choose another file.")


def _has_news(connection: Connection) -> bool:
    """A stamp is recorded by an entry; that entry alone is no reason to ask for the next stamp."""
    asked = [stamp.size for stamp in stamp_table.stamps(connection)]
    return not asked or stamp_table.is_news(connection, max(asked))


def _queue_newest(connection: Connection) -> int | None:
    from app.ledger.timestamp import make_request

    newest = checkpoint_table.latest(connection)
    if newest is None or newest.size in [stamp.size for stamp in stamp_table.stamps(connection)]:
        return None
    return stamp_table.put_request(connection, newest.size, make_request(newest.text).data)


def _put(
    connection: Connection, shelf: Sequence[Stamp], size: int, request: int | None, reply: bytes, authority: str
) -> None:
    """Beside its request where that waits, else in a row of its own: two authorities may answer one request."""
    asked = next((stamp for stamp in shelf if stamp.number == request), None)
    if asked is not None and asked.reply is None:
        stamp_table.put_reply(connection, asked.number, reply, authority)
    else:
        stamp_table.put_answered(connection, size, asked.request if asked else b"", reply, authority)


def _unchecked(name: str, answer: Answer, fate: Fate) -> TakenIn:
    notes = _notes(answer)
    return TakenIn(name=name, fate=fate, said=notes[0], notes=notes[1:], size=answer.size)


def _notes(answer: Answer) -> tuple[Sentence, ...]:
    return tuple(Sentence(note.text, note.values) for note in answer.notes)


def _line(name: str) -> str:
    """A stranger's name in one line, without control characters."""
    return visible(" ".join(name.split()))[:_MOST_AUTHORITY]


def _differs(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return False
    except OSError:
        return True
