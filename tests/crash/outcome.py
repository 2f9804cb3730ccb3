"""What became of one fault: how often it was tried, what was lost, what was found afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field


class Outcome(Struct):
    """A line of the table. `problems` is empty when everything held."""

    fault: str
    what: str
    tried: int = 0
    acknowledged: int = 0
    lost: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)

    @property
    def held(self) -> bool:
        """Nothing was lost and nothing else is wrong."""
        return not self.lost and not self.problems


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """The outcomes as lines, then what was wrong."""
    lines = [f"{'fault':5}  {'tried':>6}  {'acknowledged':>12}  {'lost':>5}  {'time':>7}  "]
    for each in outcomes:
        verdict = "held" if each.held else "BROKEN"
        lines.append(
            f"{each.fault:>5}  {each.tried:>6,}  {each.acknowledged:>12,}  {each.lost:>5,}  {each.seconds:>6.0f}s"
            f"  {verdict:6}  {each.what}"
        )
    return lines + [f"fault {each.fault}: {problem}" for each in outcomes for problem in each.problems[:10]]
