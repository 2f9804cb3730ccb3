"""The one use of a network: a local HTTP server with an authority of openssl behind it, and servers that misbehave."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.errors import Refused, Said, Unavailable
from app.exchange.authorities import MOST_BYTES, ask_authority, host_of
from app.facts.stamps import StampNetwork
from app.ledger.timestamp import load_roots, make_request, vouched_for
from tests.exchange.stamp_server import Heard, stamp_server
from tests.ledger.authority import Authority

TEXT = "journal-checkpoint/v1\n"
ON = StampNetwork(on=True)


class Server:
    """Answers every POST with what it is given."""

    def __init__(self, answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))  # a question left unread would reset the line
                answer(self)

            def log_message(self, format: str, *args: object) -> None:
                """Nothing on the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/tsr"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


Serve = Callable[[Callable[[BaseHTTPRequestHandler], None]], Server]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def serve() -> Iterator[Serve]:
    made: list[Server] = []

    def start(answer: Callable[[BaseHTTPRequestHandler], None]) -> Server:
        made.append(Server(answer))
        return made[-1]

    yield start
    for server in made:
        server.close()


def sentence(network: StampNetwork, address: str, seconds: float = 5.0) -> str:
    with pytest.raises(Said) as said:
        ask_authority(network, address, b"\x30\x00", seconds=seconds)
    return str(said.value)


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")
def test_69_bytes_and_no_name_leave_and_a_stamp_comes_back(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "authority")
    request = make_request(TEXT)
    with stamp_server(authority) as (address, heard):
        reply = ask_authority(ON, address, request.data)
    assert vouched_for(reply, TEXT, load_roots(authority.root), request.nonce)
    assert [one.body for one in heard] == [request.data]
    assert len(request.data) == 69
    assert fields(heard[0]) == {
        "content-type": "application/timestamp-query", "accept": "application/timestamp-reply",
        "user-agent": "Ashore", "content-length": "69", "connection": "close", "accept-encoding": "identity",
    }  # fmt: skip


def fields(heard: Heard) -> dict[str, str]:
    return {name.lower(): value for name, value in heard.fields.items() if name.lower() != "host"}


def test_while_sending_is_off_no_socket_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(socket, "socket", lambda *args, **more: made.append(args))
    with pytest.raises(Refused, match="Sending is off"):
        ask_authority(StampNetwork(), "http://127.0.0.1:9/tsr", b"\x30\x00")
    assert made == []


@pytest.mark.parametrize(
    "address", ["", "tsa.example", "ftp://tsa.example/", "file:///etc/passwd", "https://", "http://a:b@tsa.example/",
                "http://[half", "http://tsa.example:99999/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="no address of an authority"):
        host_of(address)


def test_an_address_names_its_host() -> None:
    assert host_of(" https://tsa.example:8443/tsr ") == "tsa.example"


def test_nobody_there_and_an_error_are_said(serve: Serve) -> None:
    gone = serve(lambda handler: handler.send_error(503))
    assert (
        sentence(ON, gone.address) == "127.0.0.1 answered 503 and made no stamp. The request waits on; try again later."
    )
    gone.close()
    assert sentence(ON, gone.address).startswith("127.0.0.1 cannot be reached.")


def test_another_host_is_not_followed(serve: Serve) -> None:
    asked: list[str] = []
    other = serve(lambda handler: asked.append(handler.path))

    def redirect(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(307)
        handler.send_header("Location", other.address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    assert "answered 307" in sentence(ON, serve(redirect).address)
    assert asked == []


def test_too_much_is_not_kept(serve: Serve) -> None:
    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(bytes(MOST_BYTES + 1))

    assert "more than a time stamp" in sentence(ON, serve(flood).address)


def test_a_host_that_drips_is_left_in_time(serve: Serve) -> None:
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not done.wait(0.05):
            handler.wfile.write(b"0")
            handler.wfile.flush()

    said = sentence(ON, serve(drip).address, seconds=0.4)
    done.set()
    assert said == "127.0.0.1 did not answer in time. The request waits on; try again later."


def test_half_an_answer_is_no_answer(serve: Serve) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "500")
        handler.end_headers()
        handler.wfile.write(b"half")

    with pytest.raises(Unavailable, match="cannot be reached"):
        ask_authority(ON, serve(half).address, b"\x30\x00")
