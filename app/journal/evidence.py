"""Verbs about evidence: checkpoints, anchors, and what the foot of a paper says of the journal (4)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from app.errors import Refused, Said
from app.facts.entries import Entry
from app.facts.evidence import KeyUsed
from app.facts.heads import ClientCount, JournalHead
from app.journal.rooms import Room
from app.ledger.checkpoint import make_checkpoint
from app.ledger.findings import Held
from app.ledger.keys import KeyPlace, find_key, keep_key, key_file, key_is_here, key_place, new_key
from app.ledger.sshsig import fingerprint, public_line
from app.storage import checkpoint_table, log_table
from app.storage.checkpoint_table import Shelved
from app.storage.database import Connection
from app.storage.shelf.entries import entries_of_kinds


class Standing(Struct, frozen=True, kw_only=True):
    """How far the journal goes: entries, the full head, the client's own count and last hash, the key."""

    log: str
    size: int
    head: str
    client_entries: int
    client_last: int
    client_hash: str
    fingerprint: str


_KEYS = ("journal.opened", "journal.key_changed")


class Evidence(Room):
    """What makes the journal checkable from outside."""

    def public_key(self) -> str:
        """The public line of the key that signs now: of the last journal.key_changed, else of entry 1."""
        with self.journal.look() as connection:
            return _public_key(connection)

    def checkpoint(self) -> Shelved:
        """Commit to the journal as it stands; the same one again while nothing was appended (4.1).

        The entry that replaces a lost key is the old key's to sign, so it stays unsigned: then the one before it (4.2).
        """
        key = find_key(self.public_key(), self.journal.path)
        with self.journal.act() as act:
            size, head = self.journal.size_and_head()
            if _replaces_a_lost_key(act.connection, size):
                return _before(act.connection)
            return make_checkpoint(act.connection, self.journal.log_id, (size, head), key, self.journal.clock())

    def change_key(self, reason: str, old_key_lost: bool = False) -> int:
        """From the next entry on a new key signs; the old one signs this entry, unless it is lost (4.2).

        Refused where a key that is here is called lost; Unavailable where one that is not is not.
        """
        line = self.public_key()
        if not reason.strip():
            raise Refused("Say in a few words why the key is changed. It stays on record.")
        if old_key_lost and key_is_here(line, self.journal.path):
            raise Refused("The key of this journal is on this computer. Change it without calling it lost.")
        old = None if old_key_lost else find_key(line, self.journal.path)
        key = new_key()
        keep_key(key, self.journal.path)
        body = {"old_key": line, "public_key": public_line(key), "reason": reason.strip()}
        with self.journal.act() as act:
            seq = act.note("journal.key_changed", body | ({"old_key_lost": True} if old is None else {}))
            if old is not None:
                end = self.journal.size_and_head()
                make_checkpoint(act.connection, self.journal.log_id, end, old, self.journal.clock())
        return seq

    def keys_used(self) -> tuple[KeyUsed, ...]:
        """Every key that the journal had, the present one last."""
        with self.journal.look() as connection:
            named = entries_of_kinds(connection, 0, _KEYS)
        return tuple(self._used(each) for each in named)

    def _used(self, named: Entry) -> KeyUsed:
        line = named.body["public_key"]
        place = key_place(line, self.journal.path)
        return KeyUsed(
            entry=named.seq,
            since=named.recorded,
            fingerprint=fingerprint(line),
            is_here=place is not None,
            file=key_file(self.journal.path, line).name if place is KeyPlace.FILE else "",
            reason=named.body.get("reason", ""),
            old_key_lost=bool(named.body.get("old_key_lost")),
        )

    def checkpoint_at_close(self) -> None:
        """The closing checkpoint; a key that is not to be had must not keep the program from closing."""
        try:
            self.checkpoint()
        except Said:
            return

    def standing(self, client: int) -> Standing:
        """What the foot of this client's papers says (5.1)."""
        with self.journal.look() as connection:
            last = log_table.tail(connection, client)
            line = _public_key(connection)
        size, head = self.journal.size_and_head()
        return Standing(
            log=self.journal.log_id,
            size=size,
            head=head,
            client_entries=last.cseq if last else 0,
            client_last=last.seq if last else 0,
            client_hash=last.sha256.hex() if last else "",
            fingerprint=fingerprint(line),
        )

    def foot(self, client: int) -> tuple[JournalHead, ClientCount]:
        """The same as the papers take it."""
        found, name = self.standing(client), self.journal.clients.get(client).name
        head = JournalHead(log=found.log, entries=found.size, head=found.head, fingerprint=found.fingerprint)
        count = ClientCount(
            name=name, entries=found.client_entries, last=found.client_last, last_hash=found.client_hash
        )
        return head, count

    def anchor(self, client: int, how: str, size: int, head: str, **more: Any) -> int:
        """Somebody holds this head now: by a sheet, a mail, a reply, by hand (4.2)."""
        with self.journal.act() as act:
            return act.note("journal.anchored", {"how": how, "size": size, "head": head} | more, client)

    def anchor_by_hand(self, client: int, held: Held | None = None, *, period: str = "", to: int | None = None) -> int:
        """The client holds this head, by the owner's word: the sheet of week 47 in a drawer, a mail (4.2)."""
        from app.journal.by_hand import anchor_by_hand

        return anchor_by_hand(self.journal, client, held, period, to)

    def anchors(self) -> list[dict[str, Any]]:
        """Every anchor with its entry number, client and time, in entry order."""
        with self.journal.look() as connection:
            rows = connection.exec_driver_sql(
                "SELECT DISTINCT client FROM entry WHERE kind = 'journal.anchored'"
                " AND kind NOT IN ('message.sent', 'message.received')"
            )
            found = [
                {"entry": entry.seq, "client": entry.client, "at": entry.happened} | entry.body
                for client in rows.scalars().all()
                for entry in entries_of_kinds(connection, client, ("journal.anchored",))
            ]
        return sorted(found, key=_entry)


def _entry(anchor: dict[str, Any]) -> int:
    return int(anchor["entry"])


def _public_key(connection: Connection) -> str:
    changed = entries_of_kinds(connection, 0, _KEYS)
    return str(changed[-1].body["public_key"])


def _replaces_a_lost_key(connection: Connection, size: int) -> bool:
    last = entries_of_kinds(connection, 0, ("journal.key_changed",))
    return bool(last) and last[-1].seq == size and bool(last[-1].body.get("old_key_lost"))


def _before(connection: Connection) -> Shelved:
    found = checkpoint_table.latest(connection)
    if found is None:
        raise Refused("A lost key was replaced just now, and nothing is signed yet. Record the next entry first.")
    return found
