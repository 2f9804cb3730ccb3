"""The letters of the timeline by their place on the board, so that C and G work on a Russian layout as well (6.2)."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LINUX: Final = {46: "c", 30: "a", 34: "g", 53: "/"}
"""Scan codes of the kernel; X11 and Wayland add 8, Windows uses the same numbers."""
_MAC: Final = {8: "c", 0: "a", 5: "g", 44: "/"}
_CYRILLIC: Final = {"с": "c", "ф": "a", "п": "g"}
_ON_X: Final = 8


def letter_of(event: QKeyEvent) -> str:
    """c, a, g or /; "" for any other key or with Ctrl, Alt or Meta held."""
    allowed = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & ~allowed:
        return ""
    sign = event.text().casefold()
    sign = _CYRILLIC.get(sign, sign)
    if sign and sign in "cag/":
        return sign
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey(), "") if event.nativeVirtualKey() else ""
    return _LINUX.get(event.nativeScanCode() - (0 if sys.platform == "win32" else _ON_X), "")
