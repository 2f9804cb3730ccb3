"""How names are compared: NFC, case folded, ё = е, spaces collapsed (B9)."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """The form under which two spellings of one name are equal."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().replace("ё", "е").split())
