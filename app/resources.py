"""Where the files that are shipped beside the code lie: in a checkout and in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def resources_folder() -> Path:
    """The folder `resources`: beside `app/` in a checkout, inside the unpacked bundle in a frozen program."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def resource(*parts: str) -> Path:
    """The path of one shipped file, e.g. `resource("talk", "closing.en")`. Whether it exists is not asked."""
    return resources_folder().joinpath(*parts)


def word_list(*parts: str) -> frozenset[str]:
    """The lines of a shipped word list, without blank lines and lines that begin with `#`."""
    lines = resource(*parts).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
