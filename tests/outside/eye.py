"""An eye on what a program shows through AT-SPI: children, states, texts, and the tree as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyatspi

Thing = Any
"""An accessible object of AT-SPI."""

DEPTH = 40


def walk(thing: Thing, depth: int = 0) -> Iterator[Thing]:
    """The thing and everything shown below it, in reading order."""
    yield thing
    for child in children(thing):
        if depth < DEPTH and shown(child):
            yield from walk(child, depth + 1)


def text_of(thing: Thing) -> str:
    """What a field holds, or else its name."""
    try:
        found = thing.queryText()
    except NotImplementedError:
        return str(thing.name)
    return str(found.getText(0, found.characterCount))


def said(thing: Thing) -> list[str]:
    """Name, text and description, as far as there are such."""
    return [words for words in (thing.name, held(thing), thing.description) if words]


def held(thing: Thing) -> str:
    """What a field holds besides its name."""
    text = text_of(thing)
    return "" if text == thing.name else text


def told(thing: Thing, depth: int = 0) -> Iterator[str]:
    """The tree of what is shown, a line for each thing; a star where the keyboard is."""
    holds, mark = held(thing), " *" if has(thing, pyatspi.STATE_FOCUSED) else ""
    yield "  " * depth + line(thing) + (f" = {holds!r}" if holds else "") + mark
    for child in children(thing):
        if shown(child) and depth < DEPTH:
            yield from told(child, depth + 1)


def children(thing: Thing) -> list[Thing]:
    """What stands directly below."""
    return [child for child in (thing.getChildAtIndex(at) for at in range(thing.childCount)) if child is not None]


def has(thing: Thing, state: object) -> bool:
    """Whether it is in a state of pyatspi."""
    return bool(thing.getState().contains(state))


def shown(thing: Thing) -> bool:
    """Whether it is on the screen."""
    return has(thing, pyatspi.STATE_SHOWING)


def line(thing: Thing) -> str:
    """Role, name and description."""
    more = f" ({thing.description})" if thing.description else ""
    return f"{thing.getRoleName()} {thing.name!r}{more}"
