"""A sliding window over a JSON file of any size: walks its brackets, knows every byte's place, keeps one chunk.

Why not an event parser (ijson takes three times as long): the bytes of one chat must be cut out of a full
export exactly (4.5), a damaged message must be repaired and marked by itself, and a break must be named by its place.
Values are decoded strictly by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from app.errors import Refused, Unavailable
from app.exchange.importing import Cancelled, Progress, Stopped

CHUNK = 256 * 1024
LONGEST_VALUE = 64 * 1024 * 1024
DEEPEST = 1000
ENDED = -1

_SPACE = re.compile(rb"[ \t\r\n]*+")
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_SCALAR = re.compile(rb'[^\s,:"{}\[\]]++')
_TO_BRACKET = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+[{}\[\]]', re.DOTALL)
_CLOSING = {ord("{"): ord("}"), ord("["): ord("]")}
_NO_VALUE = (ENDED, ord(","), ord(":"), ord("}"), ord("]"))
_QUOTE, _COMMA, _COLON = ord('"'), ord(","), ord(":")


class Broken(Exception):
    """The JSON stops making sense at `byte` (counted from the start of the file)."""

    def __init__(self, byte: int) -> None:
        self.byte = byte
        super().__init__(f"broken at byte {byte}")


class Window:
    """A part of the file (`buffer`), its place there (`base`) and where we stand in it (`at`).

    `end` is where the part of the file ends that is looked at; nothing behind it is read.
    """

    def __init__(
        self,
        file: BinaryIO,
        end: int,
        *,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> None:
        self._file = file
        self._end = end
        self._progress = progress
        self._cancelled = cancelled
        self.base = self._begin = file.tell()
        self.buffer = b""
        self.at = 0

    @property
    def place(self) -> int:
        """Where we stand, in bytes from the start of the file."""
        return self.base + self.at

    def more(self) -> bool:
        """Forget what lies behind and read on, twice as much as is still undecided; false at the end of the file."""
        if self._cancelled is not None and self._cancelled():
            raise Stopped
        rest = self.buffer[self.at :]
        if len(rest) > LONGEST_VALUE:
            raise Refused(
                "At byte {byte} one value is longer than {limit} MB. No messenger writes that: export it anew.",
                limit=LONGEST_VALUE // 1024 // 1024,
                byte=self.place,
            )
        left = self._end - self.base - len(self.buffer)
        try:
            piece = self._file.read(min(left, max(CHUNK, len(rest))))
        except OSError as why:
            raise Unavailable("The file cannot be read any further ({why}).", why=why.strerror) from None
        self.base += self.at
        self.at = 0
        self.buffer = rest + piece
        if self._progress is not None:
            self._progress(self.base + len(self.buffer) - self._begin, self._end - self._begin)
        return bool(piece)

    def peek(self) -> int:
        """The next byte that is not white space, or ENDED; we then stand on it."""
        while True:
            space = _SPACE.match(self.buffer, self.at)
            self.at = space.end() if space else self.at
            if self.at < len(self.buffer):
                return self.buffer[self.at]
            if not self.more():
                return ENDED

    def expect(self, byte: int) -> None:
        """Step over this byte, or say that the file is broken here."""
        if self.peek() != byte:
            raise Broken(self.place)
        self.at += 1

    def value(self) -> bytes:
        """The bytes of the value that begins here; we then stand behind it."""
        if self.peek() in _NO_VALUE:
            raise Broken(self.place)
        while True:
            end = _end_of_value(self.buffer, self.at)
            if end and (end < len(self.buffer) or self.buffer[end - 1] in b'}]"'):
                break
            if not self.more():
                if end:
                    break
                raise Broken(self.base + len(self.buffer))
        taken = self.buffer[self.at : end]
        self.at = end
        return taken

    def skip(self) -> None:
        """Step over a value of any size; brackets and strings are checked, words and numbers are not."""
        if self.peek() in _CLOSING:
            self._skip_brackets()
        else:
            self.value()

    def _skip_brackets(self) -> None:
        closing: list[int] = []
        while True:
            found = _TO_BRACKET.match(self.buffer, self.at)
            if found is None:
                if not self.more():
                    raise Broken(self.base + len(self.buffer))
                continue
            self.at = found.end()
            bracket = self.buffer[self.at - 1]
            if bracket in _CLOSING:
                closing.append(_CLOSING[bracket])
            elif bracket != closing.pop():
                raise Broken(self.place - 1)
            if not closing:
                return
            if len(closing) > DEEPEST:
                raise Broken(self.place)

    def members(self) -> Iterator[bytes]:
        """The keys of the object that begins here, as written; the caller takes or skips each value."""
        self.expect(ord("{"))
        for _ in self._items(ord("}")):
            if self.peek() != _QUOTE:
                raise Broken(self.place)
            key = self.value()[1:-1]
            self.expect(_COLON)
            yield key

    def elements(self) -> Iterator[int]:
        """Stands on each element of the array that begins here, by number; the caller takes or skips each."""
        self.expect(ord("["))
        yield from self._items(ord("]"))

    def _items(self, closing: int) -> Iterator[int]:
        number = 0
        if self.peek() == closing:
            self.at += 1
            return
        while True:
            yield number
            number += 1
            if self.peek() == closing:
                self.at += 1
                return
            self.expect(_COMMA)
            if self.peek() == closing:
                raise Broken(self.place)


def _end_of_value(buffer: bytes, start: int) -> int:
    """Where the value that begins at `start` ends; 0 when the buffer stops before that."""
    if start >= len(buffer):
        return 0
    if buffer[start] not in _CLOSING:
        pattern = _STRING if buffer[start] == _QUOTE else _SCALAR
        found = pattern.match(buffer, start)
        return found.end() if found else 0
    depth, at, to_bracket = 0, start, _TO_BRACKET.match
    while found := to_bracket(buffer, at):
        at = found.end()
        if buffer[at - 1] in _CLOSING:
            depth += 1
        else:
            depth -= 1
            if not depth:
                return at
    return 0
