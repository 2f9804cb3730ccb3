"""What a paper says about the journal it was taken from: its head, a client's count, the key."""

from __future__ import annotations

from msgspec import Struct


class JournalHead(Struct, frozen=True, kw_only=True):
    """The journal up to entry `entries`: its identity (32 hex), its head (64 hex), the key's fingerprint."""

    log: str
    entries: int
    head: str
    fingerprint: str = ""

    @property
    def payload(self) -> str:
        """What the QR code holds: `ashore:1:<log>:<N>:<head>`."""
        return f"ashore:1:{self.log}:{self.entries}:{self.head}"


class ClientCount(Struct, frozen=True, kw_only=True):
    """How many entries a client has, the number of the last one and its SHA-256 (64 hex)."""

    name: str
    entries: int
    last: int
    last_hash: str
