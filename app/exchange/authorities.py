"""Asks a time-stamping authority over HTTP: the one place of the program that touches a network, off by default (4.4).

What leaves is the request alone, 69 bytes: a hash of 32 bytes out of which nothing can be read, and a random number.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage, HTTPResponse
from queue import SimpleQueue
from threading import Thread
from typing import IO
from urllib.parse import urlsplit

from app.errors import Refused, Said, Unavailable
from app.facts.stamps import StampNetwork

SECONDS = 10.0
MOST_BYTES = 1 << 16
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


def host_of(address: str) -> str:
    """The host that an authority's address names; Refused where it is no address of HTTP."""
    try:
        parts = urlsplit(address.strip())
        host, plain = parts.hostname or "", parts.username is None and parts.port != 0
    except ValueError:
        host, plain, parts = "", False, urlsplit("")
    if parts.scheme not in ("http", "https") or not host or not plain:
        raise Refused("{address} is no address of an authority. Write it as https://host/path.", address=address)
    return host


def ask_authority(network: StampNetwork, address: str, request: bytes, *, seconds: float = SECONDS) -> bytes:
    """The authority's reply to a request, unread. Refused while sending is off: then no socket is opened.

    Unavailable, in a sentence, when the host does not answer within `seconds`, says no, or says too much.
    """
    if not network.on:
        raise Refused("Sending is off. Switch it on among the time stamps, or carry the request by hand.")
    host = host_of(address)
    answers: SimpleQueue[bytes | Said] = SimpleQueue()
    # A host that sends a byte now and then would outlive any timeout of the socket; this thread it may keep.
    asking = Thread(target=_put_answer, args=(answers, address.strip(), host, request, seconds), daemon=True)
    asking.start()
    asking.join(seconds)
    if answers.empty():
        raise _silent(host)
    answer = answers.get()
    if isinstance(answer, Said):
        raise answer
    return answer


class _NoOtherHost(urllib.request.HTTPRedirectHandler):
    """The host that was named before sending is the only one that is asked."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def _put_answer(answers: SimpleQueue[bytes | Said], address: str, host: str, request: bytes, seconds: float) -> None:
    try:
        answers.put(_answer(address, host, request, seconds))
    except Said as said:
        answers.put(said)


def _answer(address: str, host: str, request: bytes, seconds: float) -> bytes:
    headers = {"Content-Type": _QUERY, "Accept": _REPLY, "User-Agent": "Ashore", "Connection": "close"}
    question = urllib.request.Request(address, data=request, headers=headers, method="POST")
    opener = urllib.request.build_opener(_NoOtherHost)
    try:
        with opener.open(question, timeout=seconds) as response:
            return _read(response, host)
    except urllib.error.HTTPError as error:
        with error:
            raise Unavailable(
                "{host} answered {code} and made no stamp. The request waits on; try again later.",
                host=host, code=error.code,
            ) from None  # fmt: skip
    except TimeoutError:
        raise _silent(host) from None
    except (OSError, HTTPException, ValueError) as problem:
        if isinstance(getattr(problem, "reason", None), TimeoutError):
            raise _silent(host) from None
        raise Unavailable("{host} cannot be reached. The request waits on; try again later.", host=host) from None


def _read(response: HTTPResponse, host: str) -> bytes:
    data = response.read(MOST_BYTES + 1)
    if response.length and len(data) <= MOST_BYTES:
        raise HTTPException("the answer was cut short")
    if len(data) > MOST_BYTES:
        raise Unavailable("{host} sent more than a time stamp. Nothing was kept; the request waits on.", host=host)
    return data


def _silent(host: str) -> Unavailable:
    return Unavailable("{host} did not answer in time. The request waits on; try again later.", host=host)
