"""Keys from a Linux desktop through xdg-desktop-portal (GlobalShortcuts, version 1): it asks its user, and may say no.

Runs in a thread of its own on a bus connection of its own; the window hears of it by the two functions it gave.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

NAME = "org.freedesktop.portal.Desktop"
OBJECT = "/org/freedesktop/portal/desktop"
KEYS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
SECONDS = 3.0

WANTED = {"log": "CTRL+ALT+l", "call": "CTRL+ALT+k"}
"""What is proposed (shortcuts of freedesktop.org); the desktop and its user decide."""

Pressed = Callable[[str, str], object]
"""A place of the window, and the token by which the desktop lets it come to the front."""
Given = Callable[[Mapping[str, str] | None], object]
"""The keys as the desktop calls them, by place; None: it gives none."""


def has_portal() -> bool:
    """Whether this desktop offers keys at all; asks the bus and waits up to three seconds, so not in the window."""
    from jeepney.io.blocking import open_dbus_connection

    with suppress(*_failures()):
        bus = open_dbus_connection("SESSION", auth_timeout=SECONDS)
        try:
            answer = _call(bus, "org.freedesktop.DBus.Properties", "Get", "ss", (KEYS, "version"))
            return bool(answer.body[0][1] >= 1)
        finally:
            bus.close()
    return False


class PortalKeys:
    """From `begin` to `end`. Both functions are called in the thread of the bus."""

    def __init__(self, words: Mapping[str, str], pressed: Pressed, given: Given) -> None:
        self._words, self._pressed, self._given = words, pressed, given
        self._bus: DBusConnection | None = None
        self._session = ""
        self._ended = False

    def begin(self) -> None:
        """Ask the desktop; it may ask its user, for as long as that takes."""
        Thread(target=self._run, name="keys", daemon=True).start()

    def end(self) -> None:
        """Give the keys back: they live as long as the connection."""
        self._ended = True
        if self._bus is not None:
            with suppress(OSError):
                self._bus.sock.shutdown(socket.SHUT_RDWR)

    def _run(self) -> None:
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._bus = open_dbus_connection("SESSION", auth_timeout=SECONDS)
            if self._ended:  # given back before the bus was open: nobody is asked any more
                return
            given = self._ask()
            self._tell(self._given, given)
            while given is not None and not self._ended:
                self._hear(self._bus.receive())
        except _failures():
            self._tell(self._given, None)
        finally:
            if self._bus is not None:
                self._bus.close()

    def _ask(self) -> Mapping[str, str] | None:
        """A session, then the keys in it; what was given, or None."""
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        assert self._bus is not None
        for interface in (REQUEST, KEYS):
            rule = MatchRule(type="signal", interface=interface)
            self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=SECONDS)
        made = self._request("CreateSession", "a{sv}", (), {"session_handle_token": ("s", _token())})
        if made is None:
            return None
        self._session = made["session_handle"][1]
        wanted = [
            (place, {"description": ("s", said), "preferred_trigger": ("s", WANTED[place])})
            for place, said in self._words.items()
        ]
        bound = self._request("BindShortcuts", "oa(sa{sv})sa{sv}", (self._session, wanted, ""), {})
        if bound is None:
            return None
        shortcuts = bound.get("shortcuts", ("", ()))[1]
        return {place: str(about.get("trigger_description", ("s", ""))[1]) for place, about in shortcuts}

    def _request(
        self, method: str, signature: str, body: tuple[Any, ...], options: dict[str, Any]
    ) -> dict[str, Any] | None:
        """Call a method whose answer comes as a signal later; its results, or None where it was declined."""
        assert self._bus is not None
        from jeepney import MatchRule

        with self._bus.filter(MatchRule(type="signal", interface=REQUEST)) as answers:
            call = (*body, {**options, "handle_token": ("s", _token())})
            path = _call(self._bus, KEYS, method, signature, call).body[0]
            said = self._bus.recv_until_filtered(answers)
            while _field(said, "path") != path:
                said = self._bus.recv_until_filtered(answers)
        code, results = said.body
        return dict(results) if code == 0 else None

    def _hear(self, said: Message) -> None:
        """A key was pressed somewhere."""
        if _field(said, "member") == "Activated" and said.body[0] == self._session:
            _, place, _, options = said.body
            self._tell(self._pressed, str(place), str(options.get("activation_token", ("s", ""))[1]))

    def _tell(self, function: Callable[..., object], *said: object) -> None:
        """Call what the window gave, while there is one: its object may be gone, which Qt tells by RuntimeError."""
        if not self._ended:
            with suppress(RuntimeError):
                function(*said)


def _call(bus: DBusConnection, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Message:
    from jeepney import DBusAddress, DBusErrorResponse, MessageType, new_method_call

    address = DBusAddress(OBJECT, NAME, interface)
    answer = bus.send_and_get_reply(new_method_call(address, method, signature, body), timeout=SECONDS)
    if answer.header.message_type is MessageType.error:
        raise DBusErrorResponse(answer)
    return answer


def _field(said: Message, name: str) -> Any:
    from jeepney import HeaderFields

    return said.header.fields.get(HeaderFields[name])


def _failures() -> tuple[type[BaseException], ...]:
    """No bus, none that answers in time, an answer of another shape: all mean that there are no keys."""
    from jeepney import DBusErrorResponse

    return (OSError, EOFError, KeyError, ValueError, TypeError, IndexError, DBusErrorResponse)


def _token() -> str:
    return f"ashore{secrets.token_hex(4)}"
