"""What charts show: marks that can be read one by one, the ticks and words beside them, and the charts as data."""

from __future__ import annotations

from itertools import count

from msgspec import Struct

MOST_STEPS = 4
WHOLE = (1, 2, 5)


class Mark(Struct, frozen=True, kw_only=True):
    """One point of a chart: what it is, its value in words, more about it; `key` says what Enter opens."""

    key: str
    what: str
    shown: str
    more: str = ""

    @property
    def said(self) -> str:
        """The point in one sentence, for the tooltip and for screen readers."""
        sentence = f"{self.what}: {self.shown}"
        return f"{sentence}. {self.more}" if self.more else sentence


class Tick(Struct, frozen=True):
    """A height with its words beside the chart."""

    value: float
    words: str


class Label(Struct, frozen=True):
    """Words under the chart; `across` is their middle, from 0 (left) to 1."""

    across: float
    words: str


class Limit(Struct, frozen=True):
    """A dashed line at a height, from one place to another (0 to 1)."""

    begin: float
    end: float
    value: float


class Frame(Struct, frozen=True, kw_only=True):
    """What stands round the marks. Ticks begin with 0 at the foot; the last one is the top."""

    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...] = ()
    limits: tuple[Limit, ...] = ()
    limit_words: str = ""

    @property
    def top(self) -> float:
        """The value at the upper edge."""
        return self.ticks[-1].value


class Dot(Mark, frozen=True, kw_only=True):
    """A dot over time; a late one is an open diamond."""

    across: float
    value: float
    late: bool = False


class Dots(Struct, frozen=True, kw_only=True, tag="dots"):
    """Dots over time (my answer time)."""

    frame: Frame
    marks: tuple[Dot, ...]


class Block(Mark, frozen=True, kw_only=True):
    """A part of a column: its height, its colour token at a strength (1.0, 0.62, 0.34), a number inside it."""

    value: float
    colour: str = "accent"
    strength: float = 1.0
    inside: str = ""


class Pile(Struct, frozen=True, kw_only=True):
    """One column: blocks from the foot upwards, and words over all of them."""

    blocks: tuple[Block, ...]
    above: str = ""


class Columns(Struct, frozen=True, kw_only=True, tag="columns"):
    """Columns side by side, each in a place of the same width (promises, silence, off topic)."""

    frame: Frame
    piles: tuple[Pile, ...]

    @property
    def marks(self) -> tuple[Block, ...]:
        """Every block, column by column."""
        return tuple(block for pile in self.piles for block in pile.blocks)


class Side(Mark, frozen=True, kw_only=True):
    """A bar to the left (theirs) or the right (mine) of the line, with its words before all bars."""

    days: int
    mine: bool


class Sides(Struct, frozen=True, kw_only=True, tag="sides"):
    """Lost days of both sides; `left` and `right` name them."""

    left: str
    right: str
    marks: tuple[Side, ...]


class LegendItem(Struct, frozen=True):
    """What a colour of a chart means: a colour token at a strength, and its words."""

    words: str
    colour: str = "accent"
    strength: float = 1.0


ChartData = Dots | Columns | Sides


class FigureLook(Struct, frozen=True, kw_only=True):
    """Title, one figure, its unit in words, one line with the rest, the chart; `spoken` is the chart in a sentence."""

    title: str
    figure: str
    unit: str
    rest: str
    spoken: str
    chart: ChartData | None = None
    legend: tuple[LegendItem, ...] = ()


def steps(highest: float, units: tuple[int, ...] = ()) -> tuple[int, ...]:
    """0 and up to four even steps that reach over `highest`; each step one of `units`, or 1, 2, 5, 10, 20 …"""
    step = next(each for each in (*units, *_whole(units[-1] if units else 1)) if each * MOST_STEPS >= highest)
    return tuple(range(0, step * max(1, -int(-highest // step)) + 1, step))


def _whole(least: int) -> tuple[int, ...]:
    """1, 2, 5, 10 … from `least` on, far beyond what a journal can hold."""
    found = (part * 10**power for power in count() for part in WHOLE)
    return tuple(each for each, _ in zip(found, range(60), strict=False) if each >= least)
