"""The plain-text edition of any paper: for a messenger or the body of a mail, with the full head in it."""

from __future__ import annotations

from functools import singledispatch

from app.facts.charts import Dot, FigureLook
from app.facts.pages import (
    Bar,
    Cell,
    Charts,
    ClockLine,
    Figures,
    Foot,
    HashBlock,
    KeyLine,
    Leaf,
    Mark,
    NumberedList,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Section,
    SignatureLines,
    Table,
    TermList,
    Tone,
    grouped,
)
from app.facts.visible import visible
from app.words import Words

MARKS = {Mark.CHECK: "✓ ", Mark.DASH: "– ", Mark.ARROW: "→ ", Mark.DIAMOND: "◆ ", Mark.BOX: "☐ "}


def text_of(paper: Paper, words: Words) -> str:
    """The paper as lines of text, without a final newline; the head in groups of 8 and once more in one piece."""
    lines = [visible(paper.title), visible(paper.subtitle), *(visible(run.text) for run in paper.right)]
    for block in paper.blocks:
        if isinstance(block, Section):
            lines.extend(("", visible(block.heading).upper()))
            for leaf in block.blocks:
                lines.extend(_lines(leaf, words))
        else:
            lines.extend(("", *_lines(block, words)))
    return "\n".join([*_squeezed(lines), *_foot(paper.foot)]).strip()


def _squeezed(lines: list[str]) -> list[str]:
    """No two empty lines in a row."""
    return [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]


def _said(runs: tuple[Run, ...], words: Words) -> str:
    """Runs as text: what is struck through is announced, because text has no line through it."""
    said = [
        words.text("(old: {text})", text=visible(run.text)) if run.tone is Tone.STRUCK else visible(run.text)
        for run in runs
    ]
    return " ".join("".join(said).split(" ")).replace("  ", " ").strip()


@singledispatch
def _lines(block: Leaf, words: Words) -> list[str]:
    raise TypeError(f"no such block: {type(block).__name__}")


@_lines.register
def _(block: Table, words: Words) -> list[str]:
    return [_row(block.head, row, words) for row in block.rows]


def _row(head: tuple[str, ...], row: tuple[Cell, ...], words: Words) -> str:
    """The first cell leads; the others follow with the words of their column's head where there is one."""
    cells = [MARKS[cell.mark] + _said(cell.runs, words) if cell.mark else _said(cell.runs, words) for cell in row]
    first, *rest = [cell.replace("\n", ", ") for cell in cells] or [""]
    named = [
        f"{title.lower()}: {text}" if title else text
        for title, text in zip((*head[1:], *[""] * len(rest)), rest, strict=False)
        if text.strip()
    ]
    if not first:
        return "   " + ", ".join(named)
    return f"{first}: {', '.join(named)}" if named else first


@_lines.register
def _(block: Figures, words: Words) -> list[str]:
    return [f"{visible(figure.value)} {visible(figure.caption)}" for figure in block.figures]


@_lines.register
def _(block: KeyLine, words: Words) -> list[str]:
    return [f"{visible(block.text)} ({visible(block.right)})" if block.right else visible(block.text)]


@_lines.register
def _(block: Paragraph, words: Words) -> list[str]:
    return _said(block.runs, words).splitlines()


@_lines.register
def _(block: NumberedList, words: Words) -> list[str]:
    return [
        f"{block.prefix}{number}. {_said(line.runs, words)}" + (f", {visible(line.right)}" if line.right else "")
        for number, line in enumerate(block.lines, start=block.start)
    ]


@_lines.register
def _(block: Bar, words: Words) -> list[str]:
    way = f"{block.base} → {block.target}"
    parts = [part for part in (block.value, block.on, block.remark) if part]
    return [visible(f"{block.label}: {way}; {', '.join(parts)}" if parts else f"{block.label}: {way}")]


@_lines.register
def _(block: TermList, words: Words) -> list[str]:
    return [f"{visible(term.name)}: {_said(term.runs, words)}" for term in block.terms]


@_lines.register
def _(block: ClockLine, words: Words) -> list[str]:
    return [visible(f"{block.label}: {block.theirs}; {block.mine}")]


@_lines.register
def _(block: SignatureLines, words: Words) -> list[str]:
    return ["", *(f"____________________ {visible(name)}, {visible(under)}" for name, under in block.parties)]


@_lines.register
def _(block: HashBlock, words: Words) -> list[str]:
    return [visible(block.label), grouped(block.digits)]


@_lines.register
def _(block: Charts, words: Words) -> list[str]:
    return [line for look in block.looks for line in (_figure(look), *_points(look))]


def _figure(look: FigureLook) -> str:
    return visible(f"{look.title}: {look.figure} {look.unit}. {look.rest}.")


def _points(look: FigureLook) -> list[str]:
    """The points of the chart; of many answers only those that came late."""
    marks = () if look.chart is None else look.chart.marks
    told = [mark for mark in marks if not isinstance(mark, Dot) or mark.late]
    return [f"   {visible(mark.said)}" for mark in told]


@_lines.register
def _(block: PageBreak, words: Words) -> list[str]:
    return [""]


def _foot(foot: Foot) -> list[str]:
    lines = [""]
    if foot.head:
        lines += [foot.head_label, grouped(foot.head[:32]), grouped(foot.head[32:])]
    for line in foot.lines:
        lines += [visible(text) for text in (line.text, line.digits) if text]
    return [*lines, *(text for text in (foot.qr, foot.keep) if text)]
