"""How words are spelt in the search, when they are written into it and when they are asked for (B9)."""

from __future__ import annotations

import unicodedata


def foldable(text: str) -> str:
    """NFC, NUL as U+2400, ё as е; case and accents are folded by the index itself."""
    if text.isascii():
        return text.replace("\0", "\u2400")
    return unicodedata.normalize("NFC", text).replace("\0", "\u2400").replace("ё", "е").replace("Ё", "Е")
