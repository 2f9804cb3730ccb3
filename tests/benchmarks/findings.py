"""What a row of 8.1 came to: its limits, what was measured at each size, and whether it was missed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tests.benchmarks.timing import words

MILLION, TEN_THOUSAND = 1_000_000, 10_000


class Row(Struct, frozen=True, kw_only=True):
    """A promise of 8.1. `growth` is that of the product from 10,000 to 1,000,000 entries, None where none is given."""

    name: str
    what: str
    floor: str
    limit: float
    growth: float | None = None
    at_a_million: bool = False
    """The limit is meant at 1,000,000 entries: at other sizes the ratio is told, not judged."""
    same_floor: bool = False
    """The floor does the same at every size, so the ratio is what grows: a machine that slows down does not count."""
    tenfold: bool = False
    """The growth is meant for ten times as much."""


class Finding(Struct, frozen=True, kw_only=True):
    """A row at one size. Floor and product in seconds or bytes, already worded; `ratio` is what the limit is about."""

    row: Row
    entries: int
    floor: str
    product: str
    ratio: float
    cost: float
    remark: str = ""

    @property
    def is_missed(self) -> bool:
        """The median is over its limit."""
        return self.ratio > self.row.limit and not (self.row.at_a_million and self.entries < MILLION)


def compared(row: Row, entries: int, floor: float, ours: float, remark: str = "") -> Finding:
    """Seconds against seconds."""
    return Finding(
        row=row,
        entries=entries,
        floor=words(floor),
        product=words(ours),
        ratio=ours / floor,
        cost=ours,
        remark=remark,
    )


def table(findings: Sequence[Finding]) -> list[str]:
    """All findings as lines, the limits beside them."""
    lines = [f"{'row':5} {'entries':>9}  {'floor':>10}  {'product':>10}  {'ratio':>8}  {'limit':>8}  "]
    for each in findings:
        verdict = "missed" if each.is_missed else "kept" if each.ratio <= each.row.limit else "told"
        lines.append(
            f"{each.row.name:5} {each.entries:>9,}  {each.floor:>10}  {each.product:>10}  {_times(each.ratio):>8}"
            f"  {_times(each.row.limit):>8}  {verdict:6}  {each.row.what}; {each.row.floor}"
            + (f" ({each.remark})" if each.remark else "")
        )
    return lines


def growths(findings: Sequence[Finding]) -> list[str]:
    """How the cost of each row grew from the smallest size to the largest, where a limit is given."""
    lines = []
    for row in dict.fromkeys(each.row for each in findings if each.row.growth is not None):
        of_row = sorted((each for each in findings if each.row == row), key=lambda each: each.entries)
        first, last = of_row[0], of_row[-1]
        if row.growth is None or first.entries == last.entries:
            continue
        if row.tenfold and last.entries != 10 * first.entries:
            continue
        grew = last.ratio / first.ratio if row.same_floor else last.cost / first.cost
        lines.append(
            f"{row.name:5} {first.entries:,} to {last.entries:,}: {grew:.2f} × (limit {row.growth:g})"
            f" {'missed' if grew > row.growth else 'kept'}"
        )
    return lines


def _times(ratio: float) -> str:
    return f"1/{1 / ratio:.0f}" if 0 < ratio < 0.1 else f"{ratio:.2f} ×"
