"""Floor and product in turns, and what is said of them: medians, their ratio, the slow end (8.1)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

Act = Callable[[], object]


class Times:
    """How long one thing took each time, in seconds."""

    def __init__(self) -> None:
        self.all: list[float] = []

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.all)

    @property
    def slow(self) -> float:
        """The 95th percentile: nearest rank."""
        return sorted(self.all)[math.ceil(0.95 * len(self.all)) - 1]


def in_turns(acts: Mapping[str, Act], rounds: int) -> dict[str, Times]:
    """Each act once a round, in order: A B A B …; a machine that slows down slows down all of them."""
    times = {name: Times() for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            begun = perf_counter()
            act()
            times[name].all.append(perf_counter() - begun)
    return times


def words(seconds: float) -> str:
    """A duration as a person reads it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds / 1e-6:.0f} µs"
