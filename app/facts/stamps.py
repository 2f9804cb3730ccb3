"""Time stamps as values: the queue, what became of a reply that was taken in, and the use of the network (4.4)."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.evidence import Sentence


def authority_name(subject: str) -> str:
    """The name that a certificate's subject (RFC 4514) is commonly called by, else the whole subject."""
    found = re.search(r"(?:^|,)CN=((?:[^,\\]|\\.)+)", subject)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else subject


class StampState(StrEnum):
    """Of a request, by what lies on the shelf."""

    WAITING = "waiting"
    ANSWERED = "answered"
    UNCHECKED = "not checked here"


class StampRow(Struct, frozen=True, kw_only=True):
    """One request over the checkpoint of `size` entries, or a reply to a request that was made elsewhere.

    `entry` is the journal.anchored entry that names the token; `at` the time that the token names (UTC).
    """

    number: int
    size: int
    state: StampState
    authority: str = ""
    at: datetime | None = None
    entry: int | None = None


class StampQueue(Struct, frozen=True, kw_only=True):
    """All of them, newest first. `entries` is the size of the journal now, `newest` that of the last checkpoint."""

    rows: tuple[StampRow, ...] = ()
    entries: int = 0
    newest: int = 0

    @property
    def waiting(self) -> tuple[StampRow, ...]:
        """Requests without a reply."""
        return tuple(row for row in self.rows if row.state is StampState.WAITING)

    @property
    def stamped(self) -> int:
        """The last entry that a stamp reaches, by the journal's own record."""
        return max((row.size for row in self.rows if row.state is StampState.ANSWERED), default=0)


class RequestFile(Struct, frozen=True):
    """A waiting request, ready to leave: the name of its file, its bytes, the size of its checkpoint."""

    name: str
    data: bytes
    size: int


class Fate(StrEnum):
    """What became of a reply."""

    TAKEN = "taken"
    KNOWN = "known"
    UNCHECKED = "not checked here"
    REFUSED = "refused"


class TakenIn(Struct, frozen=True, kw_only=True):
    """A reply that was looked at. `said` tells what became of it, `notes` what is to be known beside that."""

    name: str
    fate: Fate
    said: Sentence
    notes: tuple[Sentence, ...] = ()
    size: int = 0
    entry: int | None = None
    authority: str = ""
    at: datetime | None = None


class StampNetwork(Struct, frozen=True, kw_only=True):
    """Whether requests may be sent, by whom they may be answered, and whether one goes out after each checkpoint."""

    on: bool = False
    after_checkpoint: bool = False
    authorities: tuple[str, ...] = ()


class Fetched(Struct, frozen=True, kw_only=True):
    """What came back for a request that was sent: a reply of `host`, or the last sentence why there is none."""

    name: str
    host: str = ""
    reply: bytes | None = None
    said: Sentence | None = None
