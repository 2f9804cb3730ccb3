"""Whatever a user does, in whatever order: nothing falls over, Qt complains of nothing, the journal is sound.

Issue 5 asks for 2,000 acts: `python -m tests.ui.walk --actions 2000 --seed 1`. Here is a shorter walk of the same kind.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.walk import Stumbled, Walk, walk
from ui.theme import Theme

ACTS, SEED = 300, 11


@pytest.mark.long
def test_three_hundred_random_acts_leave_the_window_alive_and_the_journal_sound(dressed: Theme, tmp_path: Path) -> None:
    gone = walk(tmp_path, ACTS, SEED)
    assert sum(gone.done.values()) == ACTS
    assert gone.written > 10
    assert len(gone.done) > 15


def test_an_exception_in_a_slot_ends_the_walk_and_says_how_one_came_there(dressed: Theme, tmp_path: Path) -> None:
    going = Walk(tmp_path, SEED)
    going.acts = ((going.speak, 1),)
    going.go()
    try:
        raise ZeroDivisionError("in a slot")
    except ZeroDivisionError as error:
        going.hooked(type(error), error, error.__traceback__)
    with pytest.raises(Stumbled, match=r"speak: \w\w(.|\n)*ZeroDivisionError: in a slot"):
        going.go()
    going.fallen.clear()
    going.end()
