"""Where lines break: Qt's Unicode rules, asked for a few thousand characters at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtGui import QTextLayout, QTextOption

from app.facts.pages import Run, Tone
from ui.printing.drawn import Face
from ui.printing.fonts import GRAIN, font_of

WEIGHTS: Final = {Tone.STRONG: 500, Tone.BOLD: 600, Tone.ACCENT: 600}


def face_of(run: Run, size: float, weight: int = 400) -> Face:
    """The face of a run in text of `size` points; `weight` is that of a plain run."""
    if run.tone is Tone.MONO:
        return Face(size * 0.88, mono=True)
    return Face(size, WEIGHTS.get(run.tone, weight))


def spans_of(runs: tuple[Run, ...], size: float, width: float, weight: int) -> list[tuple[int, int]]:
    """Where Qt would break the lines, as (start, stop) in characters."""
    text = "".join(run.text for run in runs)
    layout = QTextLayout(text, font_of(face_of(runs[0], size, weight)))
    layout.setFormats(_formats(runs, size, weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    ends = [0]
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * GRAIN)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    counts = _characters(text, ends)
    return list(pairwise(counts))


def _formats(runs: tuple[Run, ...], size: float, weight: int) -> list[QTextLayout.FormatRange]:
    formats = []
    at = 0
    for run in runs:
        span = QTextLayout.FormatRange()
        span.start = at
        span.length = _units(run.text)
        look = span.format
        look.setFont(font_of(face_of(run, size, weight)))
        span.format = look
        formats.append(span)
        at += _units(run.text)
    return formats


def _units(text: str) -> int:
    """Length in UTF-16 code units, in which Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _characters(text: str, ends: list[int]) -> list[int]:
    """Places in UTF-16 code units as places in characters."""
    if len(text) == _units(text):
        return ends
    coded = text.encode("utf-16-le")
    return [len(coded[: end * 2].decode("utf-16-le", "ignore")) for end in ends]
