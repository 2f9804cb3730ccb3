"""Characters that hide or turn others around, made visible: what somebody else wrote is shown, never obeyed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HIDING: Final = "\u00ad\u200b\u2060\ufeff\ufff9\ufffa\ufffb"
LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
HIDDEN: Final = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f{TURNING}{HIDING}\ud800-\udfff]")
PLAIN: Final = re.compile(
    "[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u23ff]*"
)
"""Latin, Cyrillic, punctuation: nearly every text is of these alone, and nothing in them hides."""

MARKS_IN_A_ROW: Final = 8


def visible(text: str) -> str:
    """`text` with line ends as LF, tabs as spaces, and every hidden character as its number, such as ‹U+202E›.

    Of more than eight combining marks in a row eight stay and the number of the others is said: ‹+99992›.
    """
    if (text.isascii() and text.isprintable()) or PLAIN.fullmatch(text):
        return text
    whole = LINE_ENDS.sub("\n", text).replace("\t", "    ")
    return _thinned(HIDDEN.sub(_sign, whole))


def _sign(found: re.Match[str]) -> str:
    return f"‹U+{ord(found.group()):04X}›"


def _thinned(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else _closed(kept, marks)
        if marks <= MARKS_IN_A_ROW:
            kept.append(character)
    _closed(kept, marks)
    return "".join(kept)


def _closed(kept: list[str], marks: int) -> int:
    if marks > MARKS_IN_A_ROW:
        kept.append(f"‹+{marks - MARKS_IN_A_ROW}›")
    return 0
