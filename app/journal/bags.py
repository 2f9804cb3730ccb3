"""The evidence export: a client's records, what makes them checkable, and a reading copy (4.5)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from app import __version__
from app.errors import Refused
from app.exchange.bag import Bag, bag_at
from app.exchange.csv_rows import csv_text
from app.facts.pages import Paper
from app.facts.statement import GapReason
from app.facts.work import AnyItem
from app.journal.bag_choice import chosen_items
from app.journal.bag_scope import Scope, holes_of, scope_of
from app.journal.bag_stamps import stamp_files
from app.journal.bag_texts import Sealing, put_texts
from app.journal.edits import terms_at
from app.journal.reading_copy import facts_of, paper_of
from app.journal.rooms import Room
from app.ledger import sshsig
from app.ledger.keys import find_key
from app.ledger.log import JOURNAL
from app.ledger.named_files import WHOLE_SOURCE, named_files
from app.papers.chronology_rows import chronology_rows
from app.storage import checkpoint_table
from app.storage.shelf.bag import LogLine, client_lines, list_lines
from app.storage.shelf.entries import body_of, entries_of_kinds
from app.words import Words, words_for

Paint = Callable[[Paper, Path], None]
Progress = Callable[[int], None]

_LABELS = {
    GapReason.PRIVATE: "Private-Entries",
    GapReason.BEFORE_PERIOD: "Before-Period",
    GapReason.AFTER_PERIOD: "After-Period",
}
_OPEN_KINDS = ("owner.changed",)


class Given(Struct, frozen=True, kw_only=True):
    """What an export holds: entries of the client shown and left out, the head, how many files were attached."""

    client: str
    shown: int
    private: int
    outside: int
    redacted: int
    size: int
    head: str
    attachments: int


class Bags(Room):
    """Exports of single clients."""

    def export(
        self,
        client: int,
        path: Path,
        paint: Paint | None,
        *,
        first: date | None = None,
        last: date | None = None,
        items: Collection[int] = (),
        progress: Progress | None = None,
    ) -> Given:
        """Write the bag of one client, whole or a period, to `path` (a zip). A checkpoint is made before.

        `items`: the reading copy is limited to them and to everything about them; the records stay complete.
        `progress` is told the number of records written, and may raise to stop: then nothing is left behind.
        """
        if first and last and last < first:
            raise Refused("The period ends on {last}, before it begins. Correct one of the two dates.", last=last)
        found = self.journal.clients.get(client)
        key = find_key(self.journal.evidence.public_key(), self.journal.path)
        self.journal.evidence.checkpoint()
        now = self.journal.clock()
        words = words_for(self.journal.weeks.language(client), this_year=now.year)
        with self.journal.look() as connection:
            zone = terms_at(connection, client, now).terms.zone
            scope = scope_of(client_lines(connection, client), zone, first, last)
            chosen = chosen_items(connection, client, items)
        standing = self.journal.evidence.standing(client)
        with bag_at(path, f"ashore-{standing.log[:8]}-{client}-{standing.size}", now) as bag:
            files = self._payload(bag, scope, progress or _untold)
            put_texts(bag, self._sealing(), standing, words.language)
            self._reading_copy(bag, client, scope, chosen, words, paint)
            info = _info(scope, client, now.date(), standing.size, standing.head)
            tags = bag.close_with(info)
            bag.add_seal(sshsig.sign(key, sshsig.EXPORT, tags))
        return Given(
            client=found.name,
            shown=len(scope.shown),
            private=len(scope.private),
            outside=len(scope.before) + len(scope.after),
            redacted=len(scope.redacted),
            size=standing.size,
            head=standing.head,
            attachments=files,
        )

    def _payload(self, bag: Bag, scope: Scope, progress: Progress) -> int:
        """List, records, attachments, checkpoints, signers. How many attachments went in."""
        with self.journal.look() as connection:
            bag.add_chunks("log.sha256", list_lines(connection))
            wanted: dict[str, None] = {}
            own = (line for line in client_lines(connection, JOURNAL) if _open_to_all(line.kind))
            shown = sorted([*own, *scope.shown], key=_seq)
            for number, line in enumerate(shown, 1):
                progress(number)
                if line.record is not None:
                    bag.add(f"records/{line.seq:08d}.json", line.record)
                    wanted |= dict.fromkeys(_files_of(line.record))
            for checkpoint in checkpoint_table.every(connection):
                bag.add(f"checkpoints/{checkpoint.size:08d}.txt", checkpoint.text.encode("ascii"))
                bag.add(f"checkpoints/{checkpoint.size:08d}.txt.sig", checkpoint.signature.encode("ascii"))
            for stamp in stamp_files(connection):
                bag.add(stamp.name, stamp.reply)
        present = [sha256 for sha256 in wanted if self.journal.files.sound(sha256)]
        for sha256 in present:
            progress(len(shown))
            with self.journal.files.open(sha256) as file:
                bag.add_file(f"attachments/{sha256}.bin", file)
        return len(present)

    def _sealing(self) -> Sealing:
        """The checkpoints there are, and the keys that signed them in turn."""
        with self.journal.look() as connection:
            sizes = tuple(each.size for each in checkpoint_table.every(connection))
            keys = entries_of_kinds(connection, JOURNAL, ("journal.opened", "journal.key_changed"))
            stamps = stamp_files(connection)
        return Sealing(
            stamps=stamps,
            sizes=sizes,
            keys=tuple(entry.body["public_key"] for entry in keys),
            changed_at=tuple(entry.seq for entry in keys[1:]),
        )

    def _reading_copy(
        self, bag: Bag, client: int, scope: Scope, chosen: Sequence[AnyItem], words: Words, paint: Paint | None
    ) -> None:
        """statement.pdf (where pages can be painted) and chronology.csv, the latter never limited."""
        facts = facts_of(self.journal, client, scope, words)
        bag.add("chronology.csv", csv_text(chronology_rows(facts.lines, dict(facts.names), words)).encode("utf-8"))
        if paint is not None:
            with TemporaryDirectory(prefix="ashore-") as scratch:
                page = Path(scratch) / "statement.pdf"
                paint(paper_of(self.journal, facts, chosen, words), page)
                bag.add("statement.pdf", page.read_bytes())


def _untold(_: int) -> None:
    """Nobody wants to know."""


def _open_to_all(kind: str) -> bool:
    """Of the journal's own entries, those whose bodies never name a client (4.5)."""
    return kind.startswith("journal.") or kind in _OPEN_KINDS


def _files_of(record: bytes) -> list[str]:
    return [file.sha256 for file in named_files(body_of(record)) if file.use != WHOLE_SOURCE]


def _info(scope: Scope, client: int, today: date, size: int, head: str) -> dict[str, str]:
    """bag-info.txt: the reserved labels of RFC 8493, and every hole by entry numbers (4.5)."""
    info = {
        "Bagging-Date": today.isoformat(),
        "Bag-Software-Agent": f"Ashore {__version__}",
        "External-Description": f"Journal of communication, client {client}",
        "Journal-Entries": str(size),
        "Journal-Head": f"sha256:{head}",
    }
    return info | {_LABELS[why]: said for why, (_, said) in holes_of(scope).items() if why in _LABELS and said}


def _seq(line: LogLine) -> int:
    return line.seq
