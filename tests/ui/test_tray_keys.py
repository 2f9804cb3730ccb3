"""Keys for every program in the settings and on Windows; the portal of a Linux desktop is tried in tests/outside."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QWidget

from app.settings import load_settings
from tests.ui.shore import Shore
from ui.keys_everywhere.keys import KeysEverywhere, can_ask
from ui.keys_everywhere.portal import PortalKeys
from ui.keys_everywhere.windows import WM_HOTKEY, WindowsKeys
from ui.pages.settings_keys import KeySettings


class User32:
    """Windows' library, as far as it is asked; one key belongs to another program."""

    def __init__(self, taken: int = 0) -> None:
        self.held: dict[int, int] = {}
        self._taken = taken

    def RegisterHotKey(self, window: None, number: int, held: int, key: int) -> bool:
        if key != self._taken:
            self.held[number] = key
        return key != self._taken

    def UnregisterHotKey(self, window: None, number: int) -> bool:
        return self.held.pop(number, None) is not None


def message(number: int, sort: int = WM_HOTKEY) -> wintypes.MSG:
    found = wintypes.MSG()
    found.message, found.wParam = sort, number
    return found


def test_windows_tells_which_of_our_keys_was_pressed(dressed: object) -> None:
    pressed: list[str] = []
    user32 = User32()
    windows = WindowsKeys(lambda place, _: pressed.append(place), user32)
    assert windows.begin() == {"log": "Ctrl+Shift+F9", "call": "Ctrl+Shift+F10"}
    for said in (message(2), message(1), message(7), message(1, sort=0x0100)):
        windows.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said))
    windows.nativeEventFilter(b"xcb_generic_event_t", 0)
    assert pressed == ["call", "log"]
    windows.end()
    assert user32.held == {}


def test_a_key_of_another_program_is_not_claimed(dressed: object) -> None:
    windows = WindowsKeys(print, User32(taken=0x78))
    assert windows.begin() == {"call": "Ctrl+Shift+F10"}
    windows.end()


@pytest.fixture
def everywhere(shore: Shore, monkeypatch: pytest.MonkeyPatch) -> KeysEverywhere:
    """A desktop whose answer the test gives."""
    monkeypatch.setattr(KeysEverywhere, "_begin", lambda self: None)
    return KeysEverywhere(shore.bench)


def card_on(shore: Shore, behind: QWidget) -> KeySettings:
    card = KeySettings(shore.bench, behind)
    shore.bench.settle()
    return card


def test_a_desktop_without_keys_shows_only_the_line(
    shore: Shore, behind: QWidget, everywhere: KeysEverywhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing looks as if it worked."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not can_ask()
    card = card_on(shore, behind)
    assert card.line.text().endswith("open log")
    assert not card.box.isVisibleTo(card) and not card.given.isVisibleTo(card)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({}, "The desktop was asked and has not answered yet."),
        (None, "This desktop gave no keys. The line above works all the same."),
        ({"log": "Ctrl+Alt+L", "call": "Super+K"}, "Log: Ctrl+Alt+L\nCall note: Super+K"),
    ],
)
def test_a_desktop_with_keys_says_which(
    shore: Shore, behind: QWidget, everywhere: KeysEverywhere, answer: dict[str, str] | None, said: str
) -> None:
    card = card_on(shore, behind)
    card.offer(True)
    assert card.box.isVisibleTo(card) and card.given.text() == ""
    card.box.click()
    assert load_settings().hotkey
    everywhere._take(answer)
    assert card.given.text() == said
    card.box.click()
    assert not load_settings().hotkey and card.given.text() == ""


def test_a_socket_that_is_no_bus_means_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not can_ask()


class Bus:
    """A bus that remembers whether it was closed; whoever asks it anything fails the test."""

    closed = False

    def close(self) -> None:
        self.closed = True


def test_keys_given_back_before_the_bus_is_open_are_asked_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    bus, given = Bus(), []  # type: ignore[var-annotated]
    portal = PortalKeys({"log": "Log"}, print, given.append)

    def open_bus(*_: object, **__: object) -> Bus:
        portal.end()
        return bus

    monkeypatch.setattr("jeepney.io.blocking.open_dbus_connection", open_bus)
    portal._run()
    assert (bus.closed, given) == (True, [])


def test_an_answer_for_a_window_that_is_gone_ends_the_thread_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def open_bus(*_: object, **__: object) -> Bus:
        raise OSError

    def gone(keys: object) -> None:
        asked.append(keys)
        raise RuntimeError("Internal C++ object already deleted.")

    monkeypatch.setattr("jeepney.io.blocking.open_dbus_connection", open_bus)
    PortalKeys({"log": "Log"}, print, gone)._run()
    assert asked == [None]
