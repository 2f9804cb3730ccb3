"""The keys of the running program: asked for when their owner wants them, and how that stands."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.words import N_
from ui.first_window import TOKEN

if TYPE_CHECKING:
    from ui.workbench import Workbench

WORDS = {"log": N_("Log in Ashore"), "call": N_("Call note in Ashore")}


class Backend(Protocol):
    """What gives keys."""

    def end(self) -> None:
        """Give them back."""


class KeysEverywhere(QObject):
    """`given`: the keys by place, {} while none are asked for or the answer is not there, None where there are none."""

    wanted = Signal(str)
    changed = Signal()
    _pressed = Signal(str, str)
    _answered = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._backend: Backend | None = None
        self.given: Mapping[str, str] | None = {}
        self._pressed.connect(self._come)
        self._answered.connect(self._take)

    def follow(self) -> None:
        """Ask for keys or give them back, as the settings say now."""
        if self._workbench.settings.hotkey and self._backend is None:
            self._begin()
        elif not self._workbench.settings.hotkey:
            self.end()

    def end(self) -> None:
        """Give the keys back."""
        if self._backend is not None:
            self._backend.end()
            self._backend = None
            self._take({})

    def _begin(self) -> None:
        words = self._workbench.words
        if sys.platform == "win32":
            from ui.keys_everywhere.windows import WindowsKeys

            windows = WindowsKeys(self._pressed.emit)
            self._backend = windows
            self._take(windows.begin() or None)
        elif sys.platform == "linux":
            from ui.keys_everywhere.portal import PortalKeys

            portal = PortalKeys(
                {place: words.text(said) for place, said in WORDS.items()}, self._pressed.emit, self._answered.emit
            )
            self._backend = portal
            portal.begin()

    def _take(self, given: Mapping[str, str] | None) -> None:
        self.given = given
        self.changed.emit()

    def _come(self, place: str, token: str) -> None:
        if token:
            os.environ[TOKEN] = token
        self.wanted.emit(place)


def can_ask() -> bool:
    """Whether this system gives keys at all; it may take seconds to say so, so it is asked beside the window."""
    if sys.platform == "win32":
        return True
    if sys.platform != "linux" or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    from ui.keys_everywhere.portal import has_portal

    return has_portal()
