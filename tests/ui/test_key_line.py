"""The headline of a call on paper: what stands at its right is never cut."""

from __future__ import annotations

from app.facts.pages import KeyLine
from ui.printing.drawn import Letters
from ui.printing.paint import ensure_gui
from ui.printing.strip import Strip
from ui.printing.strips import strips_of

WIDTH = 496.0
CALL = "Wednesday, 4 November, 11:00, video call, 38 min"


def _words(strips: list[Strip]) -> list[str]:
    return [item.text for strip in strips for item in strip.items if isinstance(item, Letters)]


def test_short_words_stand_at_the_right_of_the_headline(qapp: object) -> None:
    ensure_gui()
    strips = strips_of(KeyLine(CALL, "summary sent at 14:10"), WIDTH)
    assert len(strips) == 1
    assert _words(strips) == [CALL, "summary sent at 14:10"]


def test_long_words_go_below_the_headline_whole(qapp: object) -> None:
    ensure_gui()
    right = "summary sent on Wednesday, 4 November, at 14:10, confirmed on Thursday, 5 November, at 09:02"
    strips = strips_of(KeyLine(CALL, right), WIDTH)
    assert [strip.keep for strip in strips] == [True, True]
    assert _words(strips)[0] == CALL
    assert " ".join(_words(strips[1:])) == right
