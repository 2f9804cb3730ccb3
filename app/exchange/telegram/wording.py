"""The words of a message, and the limits of what a record takes from a stranger's file (B9)."""

from __future__ import annotations

from collections.abc import Iterable

from app.exchange.telegram.written import Part

LONGEST_TEXT = 262_144  # bytes of UTF-8 (B9)
KEPT_OF_A_LONG_TEXT = 4_096  # characters (B9)
_SURELY_SHORT = LONGEST_TEXT // 4  # characters; none takes more than four bytes
_ROOM_IN_A_RECORD = 700_000  # bytes; the rest of the 1 MiB is for links, notes and names
_LONGEST_WORD = 255
_LONGEST_LINK = 4_096
_LONGEST_LINKS = 65_536


def text_of(said: Iterable[str | Part]) -> tuple[str, tuple[str, ...], int]:
    """The words as they stood on the screen, where links under other words lead, how many links were too much."""
    links: dict[str, None] = {}
    words = []
    for piece in said:
        if isinstance(piece, str):
            words.append(piece)
        else:
            words.append(piece.text)
            if piece.href and piece.href != piece.text:
                links[piece.href] = None
    fitting = [link for link in links if len(link) <= _LONGEST_LINK]
    kept, left = within(fitting, _LONGEST_LINKS)
    return "".join(words), kept, left + len(links) - len(fitting)


def too_long(text: str) -> bool:
    """Over 262,144 bytes of UTF-8, or too much for a record of 1 MiB, in which a control character takes six bytes."""
    if len(text) <= _SURELY_SHORT:
        return False
    if len(text) > LONGEST_TEXT or len(text.encode()) > LONGEST_TEXT:
        return True
    return len(text) + 5 * sum(1 for sign in text if sign < " ") > _ROOM_IN_A_RECORD


def within(told: Iterable[str], limit: int) -> tuple[tuple[str, ...], int]:
    """As many of the first as fit into the limit of characters, and how many do not."""
    kept: list[str] = []
    left = 0
    for one in told:
        limit -= len(one)
        if limit < 0:
            left += 1
        else:
            kept.append(one)
    return tuple(kept), left


def short(name: str) -> str:
    """A name or a word of the file, at most 255 characters of it."""
    return name if len(name) <= _LONGEST_WORD else name[: _LONGEST_WORD - 1] + "…"


def user(number: str | int) -> str:
    """`user123`; old exports wrote only the number."""
    return short(number) if isinstance(number, str) else f"user{number}"
