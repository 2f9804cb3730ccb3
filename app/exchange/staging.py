"""Puts one chat's messages aside in a scratch file beside the journal: the append only streams (5.2)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

import msgspec

from app.errors import Unavailable
from app.exchange.importing import ImportedMessage

_LINES_AT_ONCE = 512


@contextmanager
def staged(messages: Iterable[ImportedMessage], folder: Path) -> Iterator[Iterator[ImportedMessage]]:
    """The same messages out of a scratch file of JSON Lines in `folder`.

    The file has no name (POSIX) or is deleted on closing (Windows): a cancel or a crash at any moment leaves nothing,
    and no words of a correspondence lie about in the clear. Unavailable when the disk is full.
    """
    with ExitStack() as stack:
        try:
            scratch = stack.enter_context(tempfile.TemporaryFile(dir=folder))
            for lines in _batches(messages):
                scratch.write(msgspec.json.Encoder().encode_lines(lines))
            scratch.seek(0)
        except OSError as why:
            raise Unavailable(
                "The import was not begun: nothing can be written beside the journal ({why}). Make room and try again.",
                why=why.strerror,
            ) from None
        yield map(msgspec.json.Decoder(ImportedMessage).decode, scratch)


def _batches(messages: Iterable[ImportedMessage]) -> Iterator[list[ImportedMessage]]:
    passing = iter(messages)
    while batch := list(islice(passing, _LINES_AT_ONCE)):
        yield batch
