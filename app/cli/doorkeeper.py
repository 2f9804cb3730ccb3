"""Carries out, beside the window and on its open journal, what command lines hand over: one at a time (5.4)."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from threading import BoundedSemaphore, Event, Lock, Thread, get_ident
from typing import TYPE_CHECKING

import click

from app.cli import Paint
from app.cli.door import (
    BROKEN,
    PATIENCE_SECONDS,
    VISITORS,
    Agreed,
    Answer,
    Asking,
    Begun,
    Door,
    Go,
    Heard,
    Line,
    Request,
)
from app.cli.hands import Hands
from app.cli.program import run_program
from app.errors import Said

if TYPE_CHECKING:
    from multiprocessing.connection import Listener

    from app.journal.journal import Journal

PAUSE_SECONDS = 0.05
"""After a visitor who could not be let in: where no file can be opened any more, the next one fails at once."""

Recorded = Callable[[tuple[int, ...]], object]
"""Called, in the thread of the command, with the numbers that one command recorded."""


class Doorkeeper:
    """Listens from `open` to `close`. A stranger, a silent one and one who talks nonsense cost a thread for 5 s."""

    def __init__(self, journal: Journal, paint: Paint | None = None, recorded: Recorded | None = None) -> None:
        self._journal, self._paint, self._recorded = journal, paint, recorded
        self._door = Door(journal.path)
        self._listener: Listener | None = None
        self._accepting: Thread | None = None
        self._key = b""
        self._closing = Event()
        self._turn = Lock()
        self._places = BoundedSemaphore(VISITORS)
        self._busy_thread = 0
        self._numbers: list[int] = []
        journal.when_kept(self._kept)

    def open(self) -> bool:
        """Begin to listen; False where the runtime folder allows no socket, then commands are refused as before."""
        try:
            self._listener, self._key = self._door.listen()
        except (OSError, Said):
            return False
        self._accepting = Thread(target=self._accept, args=(self._listener,), name="door", daemon=True)
        self._accepting.start()
        return True

    def close(self, wait_seconds: float = 1.0) -> None:
        """Take nothing more; a command that has begun may end within `wait_seconds`."""
        if self._listener is None or self._closing.is_set():
            return
        self._closing.set()
        self._door.wake()
        self._door.key.unlink(missing_ok=True)
        if self._turn.acquire(timeout=wait_seconds):
            self._turn.release()
        if self._accepting is not None:  # it takes the socket's file away, which must not be that of the next one
            self._accepting.join(wait_seconds)

    def _accept(self, listener: Listener) -> None:
        while not self._closing.is_set():
            try:
                line = Line(listener.accept())
            except BROKEN:
                self._closing.wait(PAUSE_SECONDS)
                continue
            if self._closing.is_set() or not self._places.acquire(blocking=False):
                line.close()
            else:
                Thread(target=self._visit, args=(line,), name="visitor", daemon=True).start()
        listener.close()

    def _visit(self, line: Line) -> None:
        try:
            line.wait_for(PATIENCE_SECONDS)
            line.prove(self._key, first=True)
            request = line.receive(Request)
            if self._turn.acquire(timeout=PATIENCE_SECONDS):
                try:
                    self._serve(line, request)
                finally:
                    self._turn.release()
        except BROKEN:
            pass  # whoever it was is gone, or has no business here
        finally:
            line.close()
            self._places.release()

    def _serve(self, line: Line, request: Request) -> None:
        line.send(Heard())
        line.receive(Go)
        if self._closing.is_set():
            return
        line.send(Begun())
        self._busy_thread, self._numbers = get_ident(), []
        try:
            answer = _carry_out(line, request, self._journal, self._paint)
        finally:
            self._busy_thread = 0
        if self._numbers and self._recorded is not None:
            self._recorded(tuple(self._numbers))
        line.send(answer)

    def _kept(self, numbers: tuple[int, ...]) -> None:
        if get_ident() == self._busy_thread:
            self._numbers.extend(numbers)


class _Printed(io.TextIOWrapper):
    """What a command prints, as bytes that travel."""

    def __init__(self) -> None:
        self.kept = io.BytesIO()
        super().__init__(self.kept, "utf-8", "surrogateescape", newline="", write_through=True)

    def take(self) -> bytes:
        """What was printed since the last time."""
        found = self.kept.getvalue()
        self.kept.seek(0)
        self.kept.truncate()
        return found


def _carry_out(line: Line, request: Request, journal: Journal, paint: Paint | None) -> Answer:
    """Run the command as its own process would, but on the open journal. One at a time: what is printed is caught."""
    out, err = _Printed(), _Printed()

    def ask(question: str) -> bool:
        try:
            line.wait_for(None)
            line.send(Asking(question=question, out=out.take(), err=err.take()))
            return bool(line.receive(Agreed).yes)
        except BROKEN:
            raise click.Abort from None

    hands = Hands(
        words=tuple(request.words),
        paint=paint,
        journal=journal,
        folder=Path(request.folder),
        typed=request.typed,
        ask=ask if request.asks else None,
    )
    with redirect_stdout(out), redirect_stderr(err):
        code = run_program(hands)
    return Answer(code=code, out=out.take(), err=err.take())
