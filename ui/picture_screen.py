"""A screen for pictures: none of the computer's, but one as large as the largest picture."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

SCREEN: Final = {
    "name": "pictures", "x": 0, "y": 0, "width": 1360, "height": 860, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1
}  # fmt: skip
OF_NO_SCREEN: Final = "This plugin does not support"
"""What Qt says when a window asks for something that only a real screen has."""


def wide_screen() -> None:
    """Choose Qt's platform without a display, before the application is made; what it lacks is not worth a line."""
    file = Path(mkdtemp(prefix="ashore-pictures-")) / "screen.json"
    file.write_text(json.dumps({"windowFrameMargins": False, "screens": [SCREEN]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    qInstallMessageHandler(_say)


def _say(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if not text.startswith(OF_NO_SCREEN):
        sys.stderr.write(f"{text}\n")
