"""What records tell a verification: keys, erasures, attachments, time stamps, and heads that a client quoted."""

from __future__ import annotations

from app.ledger.key_line import KeyLine
from app.ledger.named_files import SOURCE_USES, NamedFile, named_files
from app.ledger.quotes import quoted_heads
from app.ledger.record import Body

TELLING = frozenset(
    {"journal.opened", "journal.key_changed", "journal.redacted", "journal.anchored", "entry.corrected"}
)
"""Kinds that tell something even without an attachment; to these comes message.received when heads are asked for."""


class Told:
    """Fed with records in order."""

    def __init__(self) -> None:
        self.keys = KeyLine()
        self.erasures: dict[int, Body] = {}
        self.files: dict[NamedFile, int] = {}
        self.tokens: dict[str, int] = {}
        self._quotes: list[tuple[str, int, object]] = []
        self._sources: dict[int, set[str]] = {}

    def add(self, seq: int, kind: str, body: Body) -> None:
        """Take in a record."""
        self.keys.add(seq, kind, body)
        if kind == "journal.redacted":
            self.erasures[seq] = body
        for file in named_files(body):
            self.files.setdefault(file, seq)
            if kind == "file.imported" and file.use in SOURCE_USES:
                self._sources.setdefault(seq, set()).add(file.sha256)
        token = body.get("token") if kind == "journal.anchored" else None
        if isinstance(token, dict):
            self.tokens[str(token.get("sha256"))] = seq
        for head in quoted_heads(kind, body):
            self._quotes.append((head, seq, body.get("source", {}).get("import")))

    @property
    def quoted(self) -> dict[str, int]:
        """Heads in the client's own messages; what came out of an erased file rests on the owner's word."""
        erased = self.erased_files
        gone = {seq for seq, files in self._sources.items() if files <= erased}
        return {head: seq for head, seq, imported in self._quotes if imported not in gone}

    @property
    def erased_files(self) -> set[str]:
        """Attachments that an erasure took with it: they are not missed."""
        return {str(sha256) for body in self.erasures.values() for sha256 in body.get("attachments", ())}
