"""Verbs about evidence: checkpoints, anchors, and what the foot of a paper says of the journal (4)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from app.errors import Said
from app.facts.heads import ClientCount, JournalHead
from app.journal.rooms import Room
from app.ledger.checkpoint import make_checkpoint
from app.ledger.keys import find_key
from app.ledger.sshsig import fingerprint
from app.storage import log_table
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


class Evidence(Room):
    """What makes the journal checkable from outside."""

    def public_key(self) -> str:
        """The public line of the key that signs now: of the last journal.key_changed, else of entry 1."""
        with self.journal.look() as connection:
            return _public_key(connection)

    def checkpoint(self) -> Shelved:
        """Commit to the journal as it stands; the same one again while nothing was appended (4.1)."""
        key = find_key(self.public_key(), self.journal.path)
        with self.journal.act() as act:
            return make_checkpoint(
                act.connection, self.journal.log_id, self.journal.size_and_head(), key, self.journal.clock()
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
    changed = entries_of_kinds(connection, 0, ("journal.opened", "journal.key_changed"))
    return str(changed[-1].body["public_key"])
