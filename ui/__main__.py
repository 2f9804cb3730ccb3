"""The composition root of the window and the command line; Qt is imported only when something is painted."""

from __future__ import annotations

import sys


def main(argv: list[str]) -> int:
    """Run the command in `argv`. Returns the exit code."""
    from app.cli import run  # type: ignore[attr-defined]

    return int(run(argv, paint=None))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
