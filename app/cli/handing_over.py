"""A recording command whose journal another program holds: the window there carries it out, or nobody does (5.4)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from app.clock import system_clock
from app.errors import Held, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.door import Line, Request
    from app.journal.journal import Journal
    from app.journal.opening import LayingOut

WAIT_SECONDS = 5.0
"""How long the lock is waited for where no window answers; one that answers is asked at once, it keeps the lock."""
_STEP_SECONDS = 0.25


class Handed(Exception):
    """The window has heard the command: this process does not carry it out. `follow` ends the conversation."""

    def __init__(self, line: Line, held: Held) -> None:
        super().__init__()
        self.line = line
        self.held = held


def open_or_hand(path: Path, request: Callable[[], Request], laying_out: LayingOut) -> Journal:
    """The journal open for writing. Handed when its window takes the request; Held when nobody answers for 5 s."""
    from app.journal.opening import open_journal

    give_up, wait = monotonic() + WAIT_SECONDS, 0.0
    while True:
        try:
            return open_journal(path, system_clock, wait_seconds=wait, laying_out=laying_out)
        except Held as held:
            line = _heard(path, request())
            if line is not None:
                raise Handed(line, held) from None
            left = give_up - monotonic()
            if left <= 0:
                raise
            wait = min(_STEP_SECONDS, left)


def follow(handed: Handed) -> int:
    """Say go, print what the window answers, and give its exit code. Nothing is ever sent twice.

    Aborted when nobody answers a question: the window then gives the command up as well.
    """
    from app.cli.door import BROKEN, Go

    begun: list[bool] = []
    try:
        handed.line.wait_for(None)
        handed.line.send(Go())
        return _listen(handed.line, begun)
    except KeyboardInterrupt:
        raise Unavailable(
            "You stopped waiting for the window. Look whether this was recorded before you record it again."
        ) from None
    except BROKEN:
        if not begun:
            raise handed.held from None
        raise Unavailable(
            "The window went away before it answered. Look whether this was recorded before you record it again."
        ) from None
    finally:
        handed.line.close()


def _heard(path: Path, request: Request) -> Line | None:
    from app.cli.door import BROKEN, Door, Heard

    line = Door(path).knock()
    if line is None:
        return None
    try:
        line.send(request)
        line.receive(Heard)
    except BROKEN:
        line.close()
        return None
    return line


def _listen(line: Line, begun: list[bool]) -> int:
    from app.cli.door import Agreed, Answer, Asking, Begun

    while True:
        said: Any = line.receive(Begun | Asking | Answer)
        if isinstance(said, Begun):
            begun.append(True)
            continue
        for text, stream in ((said.out, sys.stdout), (said.err, sys.stderr)):
            stream.write(text.decode("utf-8", "surrogateescape"))
            stream.flush()
        if isinstance(said, Answer):
            return said.code
        line.send(Agreed(click.confirm(said.question, err=True)))
