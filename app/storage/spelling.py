"""How words are spelt in the search, when they are written into it and when they are asked for (B9)."""

from __future__ import annotations

import unicodedata
from typing import Final

SEQ_BITS: Final = 28
"""The search's rowid is -((happened << 28) | seq): the newest stand first, so ORDER BY costs nothing (Q6).

Forwards the index leaps over what lies between two hits; backwards it reads all of it, which takes twice as long (Q7).
"""


def foldable(text: str) -> str:
    """NFC, NUL as U+2400, ё as е; case and accents are folded by the index itself."""
    if text.isascii():
        return text.replace("\0", "\u2400")
    return unicodedata.normalize("NFC", text).replace("\0", "\u2400").replace("ё", "е").replace("Ё", "Е")


def tag_of_client(client: int) -> str:
    """The word under which the search finds a client's entries."""
    return f"c{client}"


def tag_of_kind(kind: str) -> str:
    """The word under which the search finds entries of a kind."""
    return f"k{kind.replace('.', '_')}"
