"""What the desktop says before there is a window: its language, and whether a window can be seen at all."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLocale

from app.settings import LANGUAGES


def system_language() -> str:
    """The first of the desktop's languages that is ours; English when none is."""
    wanted = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), "en")


def has_display() -> bool:
    """Whether a window can be opened: Qt would abort where it finds no display (7.6)."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
