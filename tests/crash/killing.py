"""A child process that works and acknowledges on a pipe, and is killed with SIGKILL after a while.

The child is forked from a process that has everything imported and nothing open: it is at work within milliseconds,
so that kills fall on opening, recovering and closing as well as on saving.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from time import monotonic

from msgspec import Struct

Say = Callable[[str], None]
"""Acknowledge: one line to the parent, before anything else is done."""

_PIECE = 65_536


class Ended(Struct, frozen=True):
    """What the child said in whole lines, and whether it was killed (False: it had come to its end before)."""

    lines: list[str]
    killed: bool


def killed_after(seconds: float, work: Callable[[Say], None]) -> Ended:
    """Run `work` in a child and kill it when `seconds` have passed; a child that fails by itself is an error."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    try:
        heard = _listen(reading, seconds)
        os.kill(child, signal.SIGKILL)
        heard += _listen(reading, 10)
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"The child failed by itself, exit code {os.WEXITSTATUS(status)}.")
    whole, _, _ = heard.rpartition(b"\n")
    return Ended(whole.decode().split("\n") if whole else [], os.WIFSIGNALED(status))


def _work(work: Callable[[Say], None], writing: int) -> None:
    """The child's life: whatever happens, it never returns into the parent's code."""

    def say(line: str) -> None:
        os.write(writing, line.encode() + b"\n")

    try:
        work(say)
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


def _listen(reading: int, seconds: float) -> bytes:
    """What comes until the pipe ends or the time is over."""
    heard = b""
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0:
        ready, _, _ = select.select([reading], [], [], left)
        if ready:
            piece = os.read(reading, _PIECE)
            if not piece:
                break
            heard += piece
    return heard
