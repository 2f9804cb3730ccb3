"""What a message asks for, in a few words: the request that "I expect an answer" makes is called so (3.3)."""

from __future__ import annotations

import re

LONGEST = 60
_QUESTION = re.compile(r"[^.!?\n]*[?]")
_GREETING_ENDS = (",", ".", ":", "!")


def question_of(text: str) -> str:
    """The first question of a message; without one its first sentence after the greeting."""
    found = _QUESTION.search(text)
    if found and found[0].strip("? ¿–-"):
        return _cut(found[0].strip(" –-"))
    lines = [line.strip(" –-") for line in text.splitlines() if line.strip(" –-")]
    if len(lines) > 1 and lines[0].endswith(_GREETING_ENDS):
        lines = lines[1:]
    return _cut(lines[0]) if lines else ""


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
