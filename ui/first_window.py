"""One window per journal: a second start raises the first; after a kill the name is taken over (fault 16)."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.facts.places import PLACES
from app.folders import make_private, runtime_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise"
WAIT_MS = 3000
LONGEST = 4096
TOKEN = "XDG_ACTIVATION_TOKEN"
"""By this a desktop allows the program that was just asked for to come to the front; it is handed on."""


def server_name(journal: Path) -> str:
    """The name of the journal's window: a socket in the runtime folder, a named pipe on Windows."""
    path = os.fsencode(journal.resolve())
    short = f"{zlib.crc32(path):08x}{zlib.adler32(path):08x}"  # hashlib costs more than the whole rest of this module
    if sys.platform == "win32":
        return f"ashore-{short}"
    return str(runtime_folder() / f"{short}.window")


def raise_first(journal: Path, place: str = "") -> bool:
    """Ask the window that is open on this journal to come to the front, or to bring up a place of it.

    False when there is none, or it does not answer.
    """
    name = server_name(journal)
    if sys.platform != "win32" and not Path(name).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    wish = [place.encode() or RAISE, os.environ.get(TOKEN, "").encode()]
    socket.write(b" ".join(wish).strip() + b"\n")
    socket.flush()
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(WAIT_MS)  # the answer may be there already
    socket.disconnectFromServer()
    return answered


class FirstWindow(QObject):
    """Listens for later starts; `raised` when one asks for the window, with the place it asks for or an empty one."""

    raised = Signal(str)

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(journal)
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Take the name; a file left by a killed program is removed, nobody answered there."""
        from PySide6.QtNetwork import QLocalServer

        if sys.platform != "win32":
            make_private(Path(self._name).parent)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        server.newConnection.connect(self._welcome)
        self._server = server

    def close(self) -> None:
        """Give the name back."""
        if self._server is not None:
            self._server.close()

    def _welcome(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(LONGEST)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._answer(socket)

    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        """One line is one wish; what is none of ours is hung up on."""
        if socket.canReadLine():
            wish, _, token = bytes(socket.readLine().data()).decode("ascii", "replace").strip().partition(" ")
            if wish in (RAISE.decode(), *PLACES):
                if token.isprintable() and token:
                    os.environ[TOKEN] = token
                socket.write(RAISE + b"\n")
                socket.flush()
                self.raised.emit("" if wish == RAISE.decode() else wish)
                return
        elif socket.bytesAvailable() < LONGEST:
            return
        socket.abort()
