"""Words and looks of verdicts; the verdicts themselves are never translated (6.9)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.facts.evidence import Sentence
from app.facts.visible import visible
from app.facts.vouching import HeadHeld, Vouched
from app.words import N_, Words
from ui.widgets.chip import ChipKind
from ui.widgets.share_bar import SharePart

MEANING = {
    Vouched.ACKNOWLEDGED: N_("A client's own reply quotes the head."),
    Vouched.HELD: N_("A client has a sheet with this head."),
    Vouched.TIMED: N_("A time authority saw the head."),
    Vouched.UNANCHORED: N_("Valid inside. Only this computer speaks for them."),
}
STRENGTH = {Vouched.ACKNOWLEDGED: 1.0, Vouched.HELD: 0.62, Vouched.TIMED: 0.34, Vouched.UNANCHORED: 1.0}
CHIPS = {
    Vouched.ACKNOWLEDGED: (ChipKind.ACCENT, "circle-check"),
    Vouched.HELD: (ChipKind.ACCENT, "circle-check"),
    Vouched.TIMED: (ChipKind.NEUTRAL, "clock"),
    Vouched.UNANCHORED: (ChipKind.NEUTRAL, ""),
}
ICONS = {"sheet": "file-text", "mail": "mail", "stamp": "stamp", "reply": "mail-check", "by_hand": "hand"}
GROUPS = 8


def part_of(verdict: Vouched, value: float, *, broken: bool = False) -> SharePart:
    """The share of a bar that stands for a verdict: three strengths of the accent; nothing behind it is hatched."""
    return SharePart(value, strength=STRENGTH[verdict], hatched=verdict is Vouched.UNANCHORED, broken=broken)


def head_day(words: Words, held: HeadHeld, zone: ZoneInfo) -> str:
    """ "Fri 13 Nov"."""
    return words.date(held.at.astimezone(zone).date(), short=True)


def head_lines(head: str, in_a_line: int) -> str:
    """All 64 digits in groups of 8, so many groups in a line; never shortened."""
    groups = [head[at : at + GROUPS] for at in range(0, len(head), GROUPS)]
    lines = [groups[at : at + in_a_line] for at in range(0, len(groups), in_a_line)]
    return "\n".join(" ".join(line) for line in lines)


def spelt(words: Words, sentence: Sentence) -> str:
    """A finding in the window's language; what a stranger's file brought is made visible."""
    values = {name: _value(words, value) for name, value in sentence.values.items()}
    return words.text(sentence.text, **values)


def _value(words: Words, value: object) -> object:
    if isinstance(value, Sentence):
        return spelt(words, value)
    return visible(value) if isinstance(value, str) else value
