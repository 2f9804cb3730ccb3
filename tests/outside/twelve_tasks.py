"""A freelancer's day in twelve tasks, done from outside the program by keyboard alone, and counted in keystrokes.

    /usr/bin/python3 tests/outside/twelve_tasks.py [--python .venv/bin/python] [--home FOLDER] [--pictures FOLDER]

Prints a table: keys beside the text, signs of the text. Ends with 1 at the first thing that is not as expected.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.outside.screen import keep_picture
from tests.outside.stage import Stage


def main() -> int:
    """Set the stage, do the tasks; 0 when everything was as expected."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--python", default=str(Path(__file__).parents[2] / ".venv" / "bin" / "python"))
    asked.add_argument("--home", type=Path)
    asked.add_argument("--pictures", type=Path)
    given = asked.parse_args()
    if given.pictures:
        given.pictures.mkdir(parents=True, exist_ok=True)
    with Stage(given.python, given.home) as stage:
        os.environ.clear()
        os.environ.update(stage.environment)
        return _live(stage, given.pictures)


def _live(stage: Stage, pictures: Path | None) -> int:
    """The tasks in their order. What speaks to the bus of accessibility is imported on the stage, not before."""
    from tests.outside.day import Day
    from tests.outside.tasks import TASKS, leave, read_every_page
    from tests.outside.waiting import NotSo

    began, rows = time.monotonic(), []
    try:
        day = Day(stage, pictures)
        for name, task in TASKS:
            before = (day.hand.keystrokes, day.hand.typed)
            task(day)
            typed = day.hand.typed - before[1]
            rows.append((name, day.hand.keystrokes - before[0] - typed, typed))
        pages = read_every_page(day)
        leave(day)
    except NotSo as broken:
        print(f"Not as expected: {broken}\nThe program said:\n{stage.said}", file=sys.stderr)
        if pictures:
            keep_picture(stage.screen, pictures / "broken.png")
        return 1
    print("\ntask | keys | text")
    for name, keys, typed in rows:
        print(f"{name} | {keys} | {typed}")
    print(f"{pages} pages read, {day.hand.presses} presses, {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
