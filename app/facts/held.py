"""Heads that a reader holds: typed, pasted, as the text of a sheet's code, or as a whole sheet was printed (4.3)."""

from __future__ import annotations

import re

_CODE = re.compile(r"ashore:1:[0-9a-f]{32}:[0-9]{1,15}:[0-9a-f]{64}")
_TYPED = re.compile(r"(?m)^[ \t]*[0-9]{1,15}[ \t]*:[ \t0-9A-Fa-f]*(?:\n[ \t]*(?:[0-9A-Fa-f]{8}[ \t]*)+$)*")
_PRINTED = re.compile(r"(?<![0-9])([0-9]{1,15})[ \t.]{0,3}\n\s*((?:[0-9A-Fa-f]{8}\s+){7}[0-9A-Fa-f]{8})(?![0-9A-Fa-f])")
"""As a sheet prints it: a sentence that ends in the entry's number, under it eight groups of eight digits."""


def heads_in(text: str) -> list[str]:
    """Every code of a sheet, else what is printed above such a code, else every line `N:HEAD`; none twice.

    Where there is none of them, the lines themselves: whoever reads them says what is wrong.
    """
    codes = printed_heads(text)
    if codes:
        return codes
    typed = [" ".join(found.split()) for found in _TYPED.findall(text.replace("\r", ""))]
    return list(dict.fromkeys(typed)) or [line for line in text.splitlines() if line.strip()]


def printed_heads(text: str) -> list[str]:
    """The heads that a sheet's text carries; empty where it carries none."""
    codes = _CODE.findall(text)
    if codes:
        return list(dict.fromkeys(codes))
    printed = [f"{size}:{''.join(digits.split()).lower()}" for size, digits in _PRINTED.findall(text.replace("\r", ""))]
    return list(dict.fromkeys(printed))
