"""An authority that is reached by HTTP on this computer, with openssl behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import NamedTuple

from tests.ledger.authority import Authority


class Heard(NamedTuple):
    """A request as it came in."""

    fields: dict[str, str]
    body: bytes


@contextmanager
def stamp_server(authority: Authority) -> Iterator[tuple[str, list[Heard]]]:
    """The server's address, and what it hears."""
    heard: list[Heard] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append(Heard(dict(self.headers.items()), body))
            reply = authority.reply(body)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsr", heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
