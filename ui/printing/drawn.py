"""What stands on a laid-out page: letters, lines, panels, signs, squares, all in points from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from app.facts.charts import ChartData
from app.facts.pages import Mark

TEXT: Final = "#1A201D"
TEXT_2: Final = "#4F5753"
TEXT_3: Final = "#5F6560"
ACCENT: Final = "#0B6B61"
BAND: Final = "#F1F6F4"
TRACK: Final = "#E7E3DB"
HAIRLINE: Final = "#D5D0C6"


class Face(Struct, frozen=True):
    """A cut of a shipped family at a size in points, with letter spacing in points."""

    size: float
    weight: int = 400
    mono: bool = False
    spacing: float = 0.0


class Letters(Struct, frozen=True):
    """Characters on one baseline."""

    x: float
    y: float
    text: str
    face: Face
    ink: str


class Rule(Struct, frozen=True):
    """A straight line of a given thickness."""

    x: float
    y: float
    to_x: float
    to_y: float
    thick: float
    ink: str


class Panel(Struct, frozen=True):
    """A filled rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    ink: str


class Sign(Struct, frozen=True):
    """A mark drawn in a square of `size` whose left edge is `x` and whose centre line is `y`."""

    x: float
    y: float
    size: float
    mark: Mark
    ink: str


class Squares(Struct, frozen=True):
    """A QR code: `cells` are runs (column, row, length) of dark modules, `modules` their number across."""

    x: float
    y: float
    size: float
    modules: int
    cells: tuple[tuple[int, int, int], ...]


class Plot(Struct, frozen=True):
    """A chart in a box, drawn with the strokes of the window."""

    x: float
    y: float
    width: float
    height: float
    data: ChartData


Item = Letters | Rule | Panel | Sign | Squares | Plot


class Sheet(Struct, frozen=True):
    """Width, height and margin of the paper in points; A4 portrait with 17 mm, as 6.8 asks."""

    width: float = 595.0
    height: float = 842.0
    margin: float = 17 * 72 / 25.4

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


class Placed(Struct, frozen=True):
    """Items whose places count from (x, y)."""

    x: float
    y: float
    items: tuple[Item, ...]


class Page(Struct, frozen=True):
    """One page, ready to be painted."""

    placed: tuple[Placed, ...]

    def items(self) -> Iterator[Item]:
        """Every item at its place on the page."""
        for group in self.placed:
            for item in group.items:
                yield moved(item, group.x, group.y)


class Pages(Struct, frozen=True):
    """A laid-out paper."""

    sheet: Sheet
    pages: tuple[Page, ...]
    title: str
    language: str
    author: str = ""
    made_at: str = ""

    @property
    def count(self) -> int:
        """How many pages there are; never 0."""
        return len(self.pages)


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same item further right and down."""
    if isinstance(item, Rule):
        return replace(item, x=item.x + dx, y=item.y + dy, to_x=item.to_x + dx, to_y=item.to_y + dy)
    return replace(item, x=item.x + dx, y=item.y + dy)


def words_on(page: Page) -> str:
    """The text of a page, one line per baseline, from top to bottom; for screen readers and tests."""
    lines: dict[float, list[Letters]] = {}
    for item in page.items():
        if isinstance(item, Letters):
            lines.setdefault(round(item.y, 1), []).append(item)
    rows = (sorted(lines[y], key=lambda letters: letters.x) for y in sorted(lines))
    return "\n".join(" ".join(" ".join(letters.text for letters in row).split()) for row in rows)
