"""What a verification says: findings, a verdict, and how far it reaches (4-evidence 4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from app.errors import Refused
from app.words import N_

_MOST_TOLD = 200


class Verdict(StrEnum):
    """From the worst to the best. All but the first three need something that the reader holds."""

    INVALID = "INVALID"
    DIVERGED = "DIVERGED"
    UNANCHORED = "UNANCHORED"
    TIMED = "TIMED"
    HELD = "HELD"
    ACKNOWLEDGED = "ACKNOWLEDGED"

    @property
    def exit_code(self) -> int:
        """Of `ashore verify`: 0 for TIMED or better, 3, 4 or 5; 2 is for what could not be read at all."""
        return {"UNANCHORED": 3, "DIVERGED": 4, "INVALID": 5}.get(self.value, 0)


class Finding(Struct, frozen=True):
    """One thing found: a word for programs, an English sentence template for people, and its values."""

    code: str
    text: str
    values: dict[str, object]

    def __str__(self) -> str:
        return self.text.format(**self.values)


def finding(code: str, text: str, **values: object) -> Finding:
    """A finding; `text` is the English template."""
    return Finding(code, text, values)


def shortened(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The first of very many; one damaged list would otherwise be told a million times."""
    if len(findings) <= _MOST_TOLD:
        return tuple(findings)
    more = finding("more", N_("And {count} more like these."), count=len(findings) - _MOST_TOLD)
    return (*findings[:_MOST_TOLD], more)


class Held(Struct, frozen=True):
    """A head that the reader holds on paper or in a mail: H of the first `size` entries."""

    size: int
    head: str


class Stamped(Struct, frozen=True):
    """A time stamp that was checked against a root the reader chose, over the checkpoint of `size` entries."""

    size: int
    utc: str


class Count(Struct, frozen=True, kw_only=True):
    """How many entries of the scope are shown, and why the others are not."""

    shown: int = 0
    redacted: int = 0
    private: int = 0
    outside_period: int = 0
    withheld: int = 0


class Report(Struct, frozen=True, kw_only=True):
    """A verification. `entries` and `head` are N and H_N of the list; `up_to` is the last entry the verdict covers."""

    what: str
    verdict: Verdict
    up_to: int
    entries: int
    head: str
    log: str | None
    count: Count
    problems: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    stamps: tuple[Stamped, ...] = ()

    @property
    def exit_code(self) -> int:
        """Of `ashore verify`."""
        return self.verdict.exit_code

    @property
    def sound(self) -> bool:
        """Nothing inside contradicts anything inside: the question of `ashore check`."""
        return not self.problems


_HELD = re.compile(r"\s*([0-9]{1,15})\s*:\s*([0-9A-Fa-f\s]+)")


def parse_held(text: str) -> Held:
    """`N:HEAD` as typed from a sheet, spaces and groups allowed; Refused unless all 64 digits are there."""
    match = _HELD.fullmatch(text)
    digits = "".join(match[2].split()).lower() if match else ""
    if match is None or len(digits) != 64 or int(match[1]) < 1:
        raise Refused("Give the number of entries, a colon and all 64 digits of the head, as the sheet shows them.")
    return Held(int(match[1]), digits)


def judge(
    size: int,
    heads: dict[int, str],
    problems: Iterable[Finding],
    held: Iterable[Held],
    quoted: dict[str, int],
    stamps: Iterable[Stamped],
) -> tuple[Verdict, int]:
    """The verdict and the last entry it covers (4.3).

    `heads`: H_n for every n that is asked about. `quoted`: the 64 digits found in a client's own message, and the
    entry of that message.
    """
    if any(True for _ in problems):
        return Verdict.INVALID, 0
    held = list(held)
    if any(heads.get(one.size) != one.head for one in held):
        return Verdict.DIVERGED, max((one.size for one in held if heads.get(one.size) == one.head), default=0)
    acknowledged = [one.size for one in held if quoted.get(one.head, 0) > one.size]
    if acknowledged:
        return Verdict.ACKNOWLEDGED, max(acknowledged)
    if held:
        return Verdict.HELD, max(one.size for one in held)
    times = [one.size for one in stamps]
    return (Verdict.TIMED, max(times)) if times else (Verdict.UNANCHORED, size)
