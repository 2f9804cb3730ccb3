"""The attachments that a body names (1.3a B5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

WHOLE_SOURCE = "whole_source"
"""The use of a file that holds more than one client's chat: it never leaves in a client's bag (4.5)."""

SOURCE_USES = ("source", WHOLE_SOURCE)
"""The uses of files that were imported, and out of which entries came."""


class NamedFile(Struct, frozen=True):
    """A file by its hash and, in bytes, its size; `use` as the body says."""

    sha256: str
    size: int
    use: str | None


def named_files(body: dict[str, Any]) -> Iterator[NamedFile]:
    """Files that should be there, not those that the source lacked already. Corrections name some too."""
    listed = [body.get("attachments")]
    changed = body.get("set")
    if isinstance(changed, dict):
        listed.append(changed.get("attachments"))
    for attachments in listed:
        for each in attachments if isinstance(attachments, list) else ():
            if isinstance(each, dict) and isinstance(each.get("sha256"), str):
                size, use = each.get("size"), each.get("use")
                yield NamedFile(each["sha256"], size if isinstance(size, int) else -1, str(use) if use else None)
