"""The page model: a paper as frozen values, already worded, before anybody knows its fonts or page breaks."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from app.facts.charts import FigureLook

WHOLE: Final = 1000
"""Shares of a row's width add up to this."""


class Tone(StrEnum):
    """How a run of text is said. Colour never carries the meaning alone: every tone survives black and white."""

    PLAIN = "plain"
    STRONG = "strong"
    BOLD = "bold"
    MUTED = "muted"
    FAINT = "faint"
    STRUCK = "struck"
    ACCENT = "accent"
    MONO = "mono"


class Mark(StrEnum):
    """A small drawn sign before a cell's text."""

    CHECK = "check"
    DASH = "dash"
    ARROW = "arrow"
    DIAMOND = "diamond"
    BOX = "box"


class Align(StrEnum):
    """To which edge of its column a cell leans."""

    LEFT = "left"
    RIGHT = "right"


class Run(Struct, frozen=True):
    """Some characters said in one tone. Spaces between runs belong to the runs."""

    text: str
    tone: Tone = Tone.PLAIN


class Cell(Struct, frozen=True):
    """One cell: runs of text, an optional mark before them, or a bar of 0 to 1000 in their place."""

    runs: tuple[Run, ...] = ()
    mark: Mark | None = None
    bar: int | None = None


class Column(Struct, frozen=True):
    """A column's share of the width (of 1000) and its alignment."""

    share: int
    align: Align = Align.LEFT


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """Rows under an optional head. A row is never split; the head repeats on every page the rows reach.

    `small` is the setting of long tables. Where there are several columns, a row of one cell is a heading over the rows
    that follow: it spans the table, and is repeated under the head of every page that its rows reach.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[str, ...] = ()
    ruled: bool = False
    small: bool = False


class Figure(Struct, frozen=True):
    """One big figure with its caption."""

    value: str
    caption: str
    accent: bool = False


class Figures(Struct, frozen=True, tag="figures"):
    """Up to four figures in one tinted band."""

    figures: tuple[Figure, ...]


class KeyLine(Struct, frozen=True, tag="key_line"):
    """A line in SemiBold with muted words at the right, such as the headline of a call."""

    text: str
    right: str = ""


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """Running text; may be split between pages, line by line."""

    runs: tuple[Run, ...]
    small: bool = False


class NumberedLine(Struct, frozen=True, kw_only=True):
    """One sentence of a numbered list, with words at the right where there is a date or a name."""

    runs: tuple[Run, ...]
    right: str = ""


class NumberedList(Struct, frozen=True, kw_only=True, tag="numbered"):
    """Sentences numbered `prefix1`, `prefix2`, … from `start`; `small` where there are many."""

    lines: tuple[NumberedLine, ...]
    start: int = 1
    prefix: str = ""
    small: bool = False


class Bar(Struct, frozen=True, kw_only=True, tag="bar"):
    """The way of a goal from its base to its target: `done` is 0 to 1000 of the way."""

    label: str
    base: str
    target: str
    value: str
    done: int
    on: str = ""
    remark: str = ""


class Term(Struct, frozen=True):
    """A name and what is said of it."""

    name: str
    runs: tuple[Run, ...]


class TermList(Struct, frozen=True, tag="terms"):
    """Names at the left, their sentences at the right."""

    terms: tuple[Term, ...]


class ClockLine(Struct, frozen=True, kw_only=True, tag="clocks"):
    """Both clocks of one item: what theirs says and what mine says."""

    label: str
    theirs: str
    mine: str


class SignatureLines(Struct, frozen=True, tag="signatures"):
    """One line to sign on per party: who signs, and the words under the line (name, role, date)."""

    parties: tuple[tuple[str, str], ...]


class HashBlock(Struct, frozen=True, kw_only=True, tag="hash"):
    """A digest in groups of eight under its label; `big` prints 64 digits as two lines of four groups."""

    label: str
    digits: str
    big: bool = False


class Charts(Struct, frozen=True, tag="charts"):
    """Figures with their charts, two beside each other."""

    looks: tuple[FigureLook, ...]


class PageBreak(Struct, frozen=True, tag="break"):
    """From here on a new page."""


Leaf = (
    Table
    | Figures
    | KeyLine
    | Paragraph
    | NumberedList
    | Bar
    | TermList
    | ClockLine
    | SignatureLines
    | HashBlock
    | Charts
    | PageBreak
)


class Section(Struct, frozen=True, tag="section"):
    """A heading over blocks. It never stands alone at the foot of a page."""

    heading: str
    blocks: tuple[Leaf, ...]


Block = Section | Leaf


class FootLine(Struct, frozen=True):
    """A line of the foot: words, then digits in the small mono type on a line of their own when they are given."""

    text: str = ""
    digits: str = ""


class Foot(Struct, frozen=True, kw_only=True):
    """What stands under every page. `head` is all 64 digits, never fewer; `qr` is `ashore:1:<log>:<N>:<head>`.

    `page` is a template with `{page}` and `{pages}`. A paper without a head leaves `head` and `qr` empty.
    """

    page: str
    head_label: str = ""
    head: str = ""
    lines: tuple[FootLine, ...] = ()
    qr: str = ""
    keep: str = ""


class Paper(Struct, frozen=True, kw_only=True):
    """A whole paper in one language. `made_at` is an ISO 8601 instant, printed only into the file's own dates."""

    title: str
    language: str
    foot: Foot
    blocks: tuple[Block, ...]
    subtitle: str = ""
    right: tuple[Run, ...] = ()
    author: str = ""
    made_at: str = ""


def grouped(digits: str, size: int = 8) -> str:
    """`digits` in groups of `size`, separated by single spaces; groups are how heads are read aloud."""
    return " ".join(digits[at : at + size] for at in range(0, len(digits), size))


def plain(text: str, tone: Tone = Tone.PLAIN) -> tuple[Run, ...]:
    """One run, as the tuple that cells and paragraphs take; nothing for an empty text."""
    return (Run(text, tone),) if text else ()


def said(runs: tuple[Run, ...]) -> str:
    """The characters of the runs without their tones."""
    return "".join(run.text for run in runs)
