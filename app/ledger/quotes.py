"""Heads that a client's own message quotes: the record of ACKNOWLEDGED (4-evidence 4.3)."""

from __future__ import annotations

import re
from typing import Any

_RUN = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{8}[^\S\r\n]*(?:\r?\n)?[ \t>]*){7}[0-9a-f]{8}(?![0-9a-f])", re.IGNORECASE)
_WITNESSED = ("A", "B")


def quoted_heads(kind: str, body: dict[str, Any]) -> list[str]:
    """The 64-digit values in the text of a received message that a source of class A or B shows; groups are joined."""
    if kind != "message.received":
        return []
    source, text = body.get("source"), body.get("text")
    if not (isinstance(source, dict) and source.get("class") in _WITNESSED and isinstance(text, str)):
        return []
    return [re.sub(r"[^0-9a-f]", "", found.lower()) for found in _RUN.findall(text)]
