"""The composition root of the window and the command line; Qt is imported only when something is painted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import run
from app.errors import Unavailable

if TYPE_CHECKING:
    from app.facts.pages import Paper


def paint(paper: Paper, path: Path) -> None:
    """Write the paper to `path` as PDF. Raises Unavailable where Qt's system libraries are missing."""
    try:
        from ui.printing.paint import paint as painted
    except ImportError as missing:
        raise Unavailable("Qt cannot be loaded here. Install the system's libraries: {why}", why=missing) from missing
    painted(paper, path)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], paint))
