"""Keys from Windows: RegisterHotKey, and the messages that come of it (winuser.h). Nothing of it runs elsewhere."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_HOTKEY = 0x0312
MOD_CONTROL, MOD_SHIFT, MOD_NOREPEAT = 0x0002, 0x0004, 0x4000
VK_F9, VK_F10 = 0x78, 0x79

WANTED = {"log": (VK_F9, "Ctrl+Shift+F9"), "call": (VK_F10, "Ctrl+Shift+F10")}
"""Not with Alt: on many keyboards Ctrl and Alt together type a letter of a language."""


class WindowsKeys(QAbstractNativeEventFilter):
    """From `begin` to `end`; `user32` is the library of Windows, or a test's."""

    def __init__(self, pressed: Callable[[str, str], object], user32: Any = None) -> None:
        super().__init__()
        self._pressed = pressed
        self._user32 = user32 or ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
        self._places: dict[int, str] = {}

    def begin(self) -> Mapping[str, str]:
        """Take the keys that no other program has; those taken, by place."""
        for number, (place, (key, _)) in enumerate(WANTED.items(), 1):
            if self._user32.RegisterHotKey(None, number, MOD_CONTROL | MOD_SHIFT | MOD_NOREPEAT, key):
                self._places[number] = place
        app = QCoreApplication.instance()
        if app is not None and self._places:
            app.installNativeEventFilter(self)
        return {place: WANTED[place][1] for place in self._places.values()}

    def end(self) -> None:
        """Give the keys back."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)
        for number in self._places:
            self._user32.UnregisterHotKey(None, number)
        self._places = {}

    def nativeEventFilter(self, sort: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """One of our keys; everything else goes its way."""
        if bytes(sort) == b"windows_generic_MSG":  # type: ignore[arg-type]
            found = wintypes.MSG.from_address(int(message))
            if found.message == WM_HOTKEY and found.wParam in self._places:
                self._pressed(self._places[found.wParam], "")
                return True, 0
        return False, 0
