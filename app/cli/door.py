"""The way from a command line to the window that holds its journal: where it lies, who may use it, what is said (5.4).

Nothing is unpickled: messages are tagged values of a few known shapes, and a line that says anything else is closed.
The command asks, the window says that it has heard, the command says go, the window says that it has begun: a command
that gave up is never carried out behind its back, and one that hears no "begun" knows that nothing was written.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import struct
import sys
from multiprocessing import ProcessError
from multiprocessing.connection import Client, Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any, TypeVar
from weakref import finalize

import msgspec
from msgspec import Struct

from app.errors import Unavailable
from app.folders import make_private, runtime_folder
from app.whole_file import write_private

PATIENCE_SECONDS = 5.0
"""How long either side waits for the other's next word before the command begins."""
LARGEST = 256 * 1024 * 1024
"""Bytes of one message; a body on standard input is never that long."""
VISITORS = 8
LONGEST_ADDRESS = 100
"""Bytes of a socket's address that every system takes."""

BROKEN = (OSError, EOFError, ValueError, AssertionError, ProcessError, msgspec.MsgspecError)
"""What a line raises that goes away, says nonsense (multiprocessing asserts) or does not know the key."""

T = TypeVar("T", bound=Struct)


class Request(Struct, frozen=True, kw_only=True, tag=True):
    """A command as it was typed, where, with what was read from standard input; `asks`: somebody can answer."""

    words: list[str]
    folder: str
    typed: bytes | None = None
    asks: bool = False


class Heard(Struct, frozen=True, tag=True):
    """The window has its turn for this command."""


class Go(Struct, frozen=True, tag=True):
    """The command still waits: begin."""


class Begun(Struct, frozen=True, tag=True):
    """From here on something may have been written."""


class Asking(Struct, frozen=True, kw_only=True, tag=True):
    """What was printed so far, and a question."""

    question: str
    out: bytes = b""
    err: bytes = b""


class Agreed(Struct, frozen=True, tag=True):
    """The answer to a question."""

    yes: bool


class Answer(Struct, frozen=True, kw_only=True, tag=True):
    """How the command ended: its exit code, and what it printed."""

    code: int
    out: bytes = b""
    err: bytes = b""


class Line:
    """One conversation. Every method may raise what `BROKEN` lists."""

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self._connection = connection
        self._seconds: float | None = None

    def wait_for(self, seconds: float | None) -> None:
        """How long the other side may be silent; None: for ever. What is sent is never waited for longer than 5 s."""
        self._seconds = seconds
        if sys.platform == "win32":
            return
        with socket.socket(fileno=os.dup(self._connection.fileno())) as same:
            same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _interval(seconds or 0.0))
            same.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _interval(PATIENCE_SECONDS))

    def send(self, value: Struct) -> None:
        """Say one thing."""
        self._connection.send_bytes(msgspec.msgpack.encode(value))

    def receive(self, sort: type[T] | Any) -> Any:
        """Hear one thing of the shapes that may come now."""
        self._look_whether_it_comes()
        return msgspec.msgpack.decode(self._connection.recv_bytes(LARGEST), type=sort)

    def prove(self, key: bytes, *, first: bool) -> None:
        """Both sides show that they can read the key's file; the window begins."""
        for mine in (first, not first):
            self._look_whether_it_comes(needed=not mine)
            (deliver_challenge if mine else answer_challenge)(self._connection, key)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _look_whether_it_comes(self, *, needed: bool = True) -> None:
        """Pipes of Windows know no limit of their own."""
        if needed and self._seconds is not None and not self._connection.poll(self._seconds):
            raise TimeoutError


class Door:
    """A socket and a key beside it in the runtime folder; a named pipe on Windows."""

    def __init__(self, journal: Path) -> None:
        name = hashlib.sha256(os.fsencode(journal.resolve())).hexdigest()[:32]
        folder = runtime_folder()
        self.key = folder / f"{name}.key"
        self.address = rf"\\.\pipe\ashore-{name}" if sys.platform == "win32" else str(folder / f"{name}.door")

    def listen(self) -> tuple[Listener, bytes]:
        """Open it with a fresh key. Only the journal's one writer does, so what lies there is of a killed program."""
        make_private(self.key.parent)
        key = secrets.token_bytes(32)
        if sys.platform != "win32":
            Path(self.address).unlink(missing_ok=True)
        address, folder = self.reached()
        listener = Listener(address, backlog=VISITORS)
        if folder is not None:
            finalize(listener, os.close, folder)
        if sys.platform != "win32":
            Path(self.address).chmod(0o600)
        if not write_private(self.key, key):
            listener.close()
            raise Unavailable("The folder {name} cannot be written.", name=self.key.parent)
        return listener, key

    def knock(self) -> Line | None:
        """A line to the window, both sides known to each other; None where nobody opens."""
        key = self._own_key()
        if key is None:
            return None
        line: Line | None = None
        try:
            line = Line(self._connected())
            line.wait_for(PATIENCE_SECONDS)
            line.prove(key, first=False)
        except BROKEN:
            if line is not None:
                line.close()
            return None
        return line

    def wake(self) -> None:
        """Have a listener that waits for somebody look up."""
        try:
            self._connected().close()
        except BROKEN:
            return

    def _connected(self) -> Connection[Any, Any]:
        if sys.platform == "win32":
            return Client(self.address)
        way = socket.socket(socket.AF_UNIX)
        way.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _interval(PATIENCE_SECONDS))
        address, folder = self.reached()
        try:
            way.connect(address)
        except OSError:
            way.close()
            raise
        finally:
            if folder is not None:
                os.close(folder)
        return Connection(way.detach())

    def reached(self) -> tuple[str, int | None]:
        """The address as the system takes it. One too long for a socket is reached from its folder (fault 33).

        The folder's descriptor, where there is one, is to be closed when the address is not needed any more.
        """
        if len(os.fsencode(self.address)) <= LONGEST_ADDRESS or not sys.platform.startswith("linux"):
            return self.address, None
        place = Path(self.address)
        folder = os.open(place.parent, os.O_PATH | os.O_DIRECTORY)
        return f"/proc/self/fd/{folder}/{place.name}", folder

    def _own_key(self) -> bytes | None:
        """The key, where a file of this user holds one."""
        try:
            if sys.platform != "win32" and self.key.stat().st_uid != os.getuid():
                return None
            return self.key.read_bytes()
        except OSError:
            return None


def _interval(seconds: float) -> bytes:
    return struct.pack("ll", int(seconds), int(seconds % 1 * 1_000_000))
