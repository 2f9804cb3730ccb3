"""The design tokens of 6.1, read once from `resources/style/tokens.json`: colours, type scale, measures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class TypeStyle(Struct, frozen=True):
    """One step of the type scale: size in logical pixels, CSS weight, letter spacing in pixels."""

    px: int
    weight: int
    spacing: float


class Tokens(Struct, frozen=True):
    """Everything that 6.1 fixes; `colours` maps a name to its (light, dark) pair."""

    colours: dict[str, tuple[str, str]]
    mark: dict[str, str]
    types: dict[str, TypeStyle]
    measures: dict[str, int]
    scales: tuple[int, ...]


@cache
def tokens() -> Tokens:
    """The token file, decoded once per process."""
    return msgspec.json.decode((RESOURCES / "style" / "tokens.json").read_bytes(), type=Tokens)


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio (1 to 21) of two colours written as #RRGGBB."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
