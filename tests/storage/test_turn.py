"""Threads of one program write one after another; the window's is told instead of being held up (5.4, Q20)."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from app.errors import Unavailable
from app.storage.turn import Turn


def held(turn: Turn, until: Event) -> Thread:
    """Another thread that has the turn until it is told to go on."""
    has = Event()

    def hold() -> None:
        with turn.taken():
            has.set()
            until.wait(30)

    thread = Thread(target=hold)
    thread.start()
    assert has.wait(30)
    return thread


def test_a_windows_thread_is_told_and_goes_on() -> None:
    turn, over = Turn(), Event()
    turn.answer_within(0.01)
    other = held(turn, over)
    with pytest.raises(Unavailable, match="Nothing was saved; try again"), turn.taken():
        raise AssertionError("it was not its turn")
    over.set()
    other.join()
    with turn.taken(), turn.taken():
        pass


def test_a_thread_of_nobody_waits_for_its_turn() -> None:
    turn, over = Turn(), Event()
    first, order = held(turn, over), []

    def later() -> None:
        with turn.taken():
            order.append("later")

    second = Thread(target=later)
    second.start()
    order.append("first")
    over.set()
    for each in (first, second):
        each.join()
    assert order == ["first", "later"]


def test_closing_waits_also_in_a_window() -> None:
    turn, over = Turn(), Event()
    turn.answer_within(0.0)
    other = held(turn, over)
    over.set()
    with turn.waited_for():
        pass
    other.join()
