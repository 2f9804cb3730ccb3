r"""Mends one value that was written against the rules of JSON (RFC 8259); works on a copy, loses nothing.

The exporter writes a control character as `\x01`, which no JSON parser takes; other programs leave raw control
characters, half surrogate pairs and bytes that are no UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_STRING = re.compile(rb'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_RAW_CONTROL = re.compile(r"[\x00-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ESCAPE = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"  # 1, 2: a whole pair, left alone
    r"|\\u([dD][89a-fA-F][0-9a-fA-F]{2})"  # 3: half of a pair
    r"|\\x([0-9a-fA-F]{2})"  # 4: Telegram's own control character
    r'|\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])'  # right as it is
    r"|\\"  # a backslash that means nothing in JSON
)


def mended(raw: bytes) -> bytes:
    r"""The same value as valid JSON: `\x01` and raw control characters stay those characters (B9, C0 as they came),
    half a surrogate pair becomes its name in words (`\ud83d`), a byte that is no UTF-8 becomes `\xe9` in words."""
    return _STRING.sub(_mend_string, raw)


def _mend_string(found: re.Match[bytes]) -> bytes:
    words, name = _decoded(found[1])
    words = _ESCAPE.sub(_mend_escape, words)
    words = _RAW_CONTROL.sub(_name_control, words)
    words = _SURROGATE.sub(name, words)
    return b'"' + words.encode() + b'"'


def _decoded(raw: bytes) -> tuple[str, Callable[[re.Match[str]], str]]:
    """The characters, and how to name those that are none: halves of a pair, or bytes that are no UTF-8."""
    try:
        halves = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "surrogateescape"), _name_byte
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"), _name_half


def _mend_escape(found: re.Match[str]) -> str:
    if found[3]:
        return "\\\\u" + found[3].lower()
    if found[4]:
        return "\\u00" + found[4]
    return "\\\\" if found[0] == "\\" else found[0]


def _name_control(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _name_half(found: re.Match[str]) -> str:
    return f"\\\\u{ord(found[0]):04x}"


def _name_byte(found: re.Match[str]) -> str:
    return f"\\\\x{ord(found[0]) - 0xDC00:02x}"
