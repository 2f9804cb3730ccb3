"""Runs of text as lines of pieces that fit a width, and lines as letters at their place."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from app.facts.pages import Run, Tone
from app.facts.visible import visible
from ui.printing.breaking import face_of, spans_of
from ui.printing.drawn import ACCENT, TEXT, TEXT_2, TEXT_3, Face, Item, Letters, Rule
from ui.printing.fonts import width_of

PIECE: Final = 4000
"""Characters handed to Qt's line breaking at once: long texts break in linear time."""
LONGEST: Final = 300_000
"""What one run may hold on paper: more than the longest text of an entry (262,144 bytes)."""
INKS: Final = {Tone.MUTED: TEXT_2, Tone.FAINT: TEXT_3, Tone.STRUCK: TEXT_2, Tone.ACCENT: ACCENT}


class Piece(Struct, frozen=True):
    """Characters in one face and ink, `x` points from the line's left edge and `width` wide."""

    text: str
    face: Face
    ink: str
    x: float
    width: float
    struck: bool = False


Line = tuple[Piece, ...]


def broken(runs: tuple[Run, ...], size: float, width: float, most: int = 0, weight: int = 400) -> list[Line]:
    """The runs as lines no wider than `width` points, at most `most` of them (0 = as many as it takes).

    Words longer than a line are broken anywhere; what does not fit in `most` lines ends in an ellipsis.
    """
    clean = tuple(Run(visible(run.text[:LONGEST]), run.tone) for run in runs if run.text)
    if not clean:
        return []
    lines: list[Line] = []
    for paragraph in _paragraphs(clean):
        room = most - len(lines) + 1 if most else 0
        lines.extend(_lines_of(paragraph, size, max(width, size), room, weight))
        if most and len(lines) > most:
            return [*lines[: most - 1], _ending(lines[most - 1], width)]
    return lines


def _paragraphs(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        found[-1].append(Run(first, run.tone))
        found.extend([Run(text, run.tone)] for text in rest)
    return [tuple(paragraph) for paragraph in found]


def _lines_of(runs: tuple[Run, ...], size: float, width: float, most: int, weight: int) -> list[Line]:
    whole = sum(len(run.text) for run in runs)
    if whole < width / size * 4:
        line = _straight(runs, size, weight)
        if not line or line[-1].x + line[-1].width <= width:
            return [line]
    lines: list[Line] = []
    at = 0
    while at < whole and (not most or len(lines) < most):
        taken, at = _piece(runs, at, whole, size, width, weight)
        lines.extend(taken)
    return lines


def _straight(runs: tuple[Run, ...], size: float, weight: int) -> Line:
    pieces: list[Piece] = []
    x = 0.0
    for run in runs:
        if not run.text:
            continue
        face = face_of(run, size, weight)
        wide = width_of(run.text, face)
        pieces.append(_set(run, run.text, face, x, wide))
        x += wide
    return tuple(pieces)


def _set(run: Run, text: str, face: Face, x: float, width: float) -> Piece:
    return Piece(text, face, INKS.get(run.tone, TEXT), x, width, run.tone is Tone.STRUCK)


def _piece(
    runs: tuple[Run, ...], at: int, whole: int, size: float, width: float, weight: int
) -> tuple[list[Line], int]:
    """The lines of the next PIECE characters and where to go on: a last line that may grow is left for the next."""
    window = _between(runs, at, at + PIECE)
    spans = spans_of(window, size, width, weight)
    last = at + PIECE >= whole
    used = spans if last or len(spans) == 1 else spans[:-1]
    lines = [_straight(_between(window, start, stop), size, weight) for start, stop in used]
    return lines, whole if last else at + used[-1][1]


def _between(runs: tuple[Run, ...], start: int, stop: int) -> tuple[Run, ...]:
    found = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(stop - at, 0)]
        if text:
            found.append(Run(text, run.tone))
        at += len(run.text)
    return tuple(found)


def _ending(line: Line, width: float) -> Line:
    """The line with an ellipsis, shortened until that fits."""
    if not line:
        return line
    last = line[-1]
    text = last.text.rstrip()
    while text and last.x + width_of(f"{text}…", last.face) > width:
        text = text[:-1]
    wide = width_of(f"{text}…", last.face)
    return (*line[:-1], Piece(f"{text}…", last.face, last.ink, last.x, wide, last.struck))


def lettered(line: Line, x: float, y: float) -> list[Item]:
    """The line's items with its left edge at `x` and its baseline at `y`; struck pieces get their line."""
    items: list[Item] = []
    for piece in line:
        items.append(Letters(x + piece.x, y, piece.text, piece.face, piece.ink))
        if piece.struck:
            middle = y - piece.face.size * 0.27
            start = x + piece.x
            spare = width_of(piece.text, piece.face) - width_of(piece.text.rstrip(), piece.face)
            items.append(Rule(start, middle, start + piece.width - spare, middle, 0.7, piece.ink))
    return items


def width_of_line(line: Line) -> float:
    """How wide a line is without the spaces at its end, in points."""
    if not line:
        return 0.0
    last = line[-1]
    return last.x + width_of(last.text.rstrip(), last.face)


def inked(items: list[Item], ink: str) -> list[Item]:
    """The same items with all letters in one ink."""
    return [replace(item, ink=ink) if isinstance(item, Letters) else item for item in items]
