"""Keys by their place on the board, so that W and S work on a Russian layout as well (6.2)."""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeyEvent

_LINUX = {17: "W", 31: "S", 38: "L", 2: "1", 3: "2", 4: "3", 5: "4"}
"""Scan codes of the kernel; X11 and Wayland add 8 to them, Windows uses the same numbers for these keys."""
_MAC = {13: "W", 1: "S", 37: "L", 18: "1", 19: "2", 20: "3", 21: "4"}
_SAME_PLACE = {"Ц": "W", "Ы": "S", "І": "S", "Д": "L"}
"""What stands there on the Cyrillic layouts, for platforms that tell no place."""
_ON_X = 8


def place_of(event: QKeyEvent) -> str:
    """W, S, L or 1 to 4 by where the key lies; "" for any other key or with Ctrl, Alt or Meta held."""
    if event.modifiers() & ~(event.modifiers().KeypadModifier | event.modifiers().ShiftModifier):
        return ""
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey(), "") or _by_sign(event)
    code = event.nativeScanCode() - (0 if sys.platform == "win32" else _ON_X)
    return _LINUX.get(code, "") or _by_sign(event)


def _by_sign(event: QKeyEvent) -> str:
    sign = event.text().upper() or chr(event.key() if 0 < event.key() < 0x110000 else 0)
    sign = _SAME_PLACE.get(sign, sign)
    return sign if sign and sign in "WSL1234" and len(sign) == 1 else ""
