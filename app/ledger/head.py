"""The list of the log as `sha256sum` writes it, and the running head over it (4-evidence 4.1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

LIST_LINE_BYTES = 88
EMPTY_HEAD = hashlib.sha256(b"").hexdigest()


class Head:
    """The running SHA-256 over list lines; `copy()` is cheap, so that a transaction which fails costs nothing."""

    __slots__ = ("_sum", "size")

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self.size = 0

    def add(self, sha256: str) -> None:
        """Take in the next record by the hex of its SHA-256."""
        self.size += 1
        self._sum.update(list_line(sha256, self.size))

    def add_all(self, digests: Iterable[bytes]) -> None:
        """Take in the next records by their raw SHA-256 digests, in order."""
        lines = [b"%b  records/%08d.json\n" % (each.hex().encode(), n) for n, each in enumerate(digests, self.size + 1)]
        self.size += len(lines)
        self._sum.update(b"".join(lines))

    def add_lines(self, lines: bytes) -> list[bytes]:
        """Take in the next list lines as they stand. Gives the head before each, 32 bytes."""
        before = []
        digest, update = self._sum.digest, self._sum.update
        for begin in range(0, len(lines), LIST_LINE_BYTES):
            before.append(digest())
            update(lines[begin : begin + LIST_LINE_BYTES])
        self.size += len(before)
        return before

    def hex(self) -> str:
        """H_N, 64 digits."""
        return self._sum.hexdigest()

    def copy(self) -> Head:
        """A head that goes its own way from here."""
        twin = Head()
        twin._sum, twin.size = self._sum.copy(), self.size
        return twin


def list_line(sha256: str, seq: int) -> bytes:
    """L_i: the hex, two spaces, the name in the bag, LF; always 88 bytes."""
    return b"%b  records/%08d.json\n" % (sha256.encode("ascii"), seq)
