"""A freelancer's first day, done from outside the program: a first client, a call, its summary, an edit, the week.

    /usr/bin/python3 tests/outside/first_day.py [--python .venv/bin/python] [--home FOLDER] [--pictures FOLDER]

Prints each step and what it saw. Ends with 1 at the first thing that is not as expected, and shows what was there.
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
    """Set the stage, live the day; 0 when everything was as expected."""
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
    """The steps in their order. What speaks to the bus of accessibility is imported on the stage, not before."""
    from tests.outside import call, shore, week
    from tests.outside.day import Day
    from tests.outside.waiting import NotSo

    began = time.monotonic()
    steps = (
        *(shore.agree_on_the_shore, shore.keep_the_annex),
        *(call.log_a_call, call.see_the_card, call.write_the_summary, call.be_killed, call.mark_the_summary),
        *(week.log_an_edit, week.print_the_week, week.close),
    )
    try:
        day = Day(stage, pictures)
        for step in steps:
            step(day)
    except NotSo as broken:
        print(f"Not as expected: {broken}\nThe program said:\n{stage.said}", file=sys.stderr)
        if pictures:
            keep_picture(stage.screen, pictures / "broken.png")
        return 1
    print(f"{day.hand.keystrokes} keystrokes, {day.hand.presses} presses, {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
