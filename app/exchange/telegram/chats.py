"""The small values around the chats of an export, and the array of a chat's messages, each in its own bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from app.exchange.people import Account
from app.exchange.telegram.mending import mended
from app.exchange.telegram.window import ENDED, Window

_raw_list = msgspec.json.Decoder(list[msgspec.Raw]).decode
_SEAM = re.compile(rb'\s*,\s*\{\s*"[^"\\]{1,40}"')  # behind a message: the comma, and the next one up to its first key


def small(raw: bytes) -> Any:
    """A small value of the skeleton, mended where it must be; None when it is no JSON even then."""
    for tried in (raw, mended(raw)):
        try:
            return msgspec.json.decode(tried)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return None


def word(raw: bytes) -> str:
    """A name, a sort or a number of the skeleton as text; empty for null."""
    value = small(raw)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def account_in(raw: bytes) -> Account | None:
    """`personal_information` of a full export: whose account it is."""
    said = small(raw)
    if not isinstance(said, dict):
        return None
    names = [str(said.get(key) or "") for key in ("first_name", "last_name")]
    number = said.get("user_id")
    return Account(id=f"user{number}" if isinstance(number, int) else "", name=" ".join(names).strip())


def raw_messages(window: Window) -> Iterator[bytes | msgspec.Raw]:
    """The elements of the array that begins here, each in its own bytes.

    Most of them come in batches: the seam between two messages is looked for at the end of the window, and what lies
    before it is taken when it is valid JSON. (If `[` S `]` is valid, S is a run of whole elements, because reading JSON
    never depends on what follows.) Where that fails, the brackets are counted message by message.
    """
    seam, careful_until = b"", 0
    array = window.elements()
    while next(array, ENDED) != ENDED:
        cut = window.buffer.rfind(seam, window.at) + 1 if seam and window.place >= careful_until else 0
        batch = _batch(window.buffer[window.at : cut]) if cut else None
        if batch:
            window.at = cut
            yield from batch
            continue
        careful_until = window.base + cut if cut else careful_until
        yield window.value()
        found = _SEAM.match(window.buffer, window.at)
        seam = b"}" + found[0] if found else seam


def _batch(run: bytes) -> list[msgspec.Raw] | None:
    try:
        return _raw_list(b"[" + run + b"]")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
