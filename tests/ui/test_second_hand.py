"""The window's side of the command line (5.4): what was recorded shows at once, and nobody is held up by it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from threading import Event, Thread, current_thread, main_thread
from time import monotonic

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.cli.test_hand_over import telegram
from tests.ui.real_window import ROOT, words_for_ashore
from tests.ui.shore import Shore
from ui.second_hand import SecondHand
from ui.standing_by import LONGEST_PAUSE_SECONDS

CLIENT = ("--client", "Clínica Dental Albor")


@pytest.fixture
def hand(shore: Shore) -> Iterator[SecondHand]:
    found = SecondHand(shore.bench)
    found.listen()
    shore.bench.settle()
    yield found
    found.close()


def carried_out(shore: Shore, qtbot: QtBot, *words: str) -> int:
    """The exit code of a command typed elsewhere, while the window lives."""
    command = subprocess.Popen(words_for_ashore(shore.journal.path, *words), cwd=ROOT, stdout=subprocess.DEVNULL)
    qtbot.waitUntil(lambda: command.poll() is not None, timeout=60_000)
    return command.returncode


def test_what_the_command_line_records_is_read_anew_and_said(shore: Shore, qtbot: QtBot, hand: SecondHand) -> None:
    heard: list[tuple[object, bool]] = []
    shore.bench.changed.connect(lambda numbers: heard.append((numbers, current_thread() is main_thread())))
    assert carried_out(shore, qtbot, "log", "note", *CLIENT, "--text", "С телефона") == 0
    number = shore.last().seq
    qtbot.waitUntil(lambda: bool(shore.bench.said))
    assert shore.bench.said == [f"Recorded from the command line as entry {number}."]
    assert (number,) in [numbers for numbers, _ in heard]
    assert shore.last().text == "С телефона"


def test_a_refused_command_says_nothing_in_the_window(shore: Shore, qtbot: QtBot, hand: SecondHand) -> None:
    assert carried_out(shore, qtbot, "log", "note", "--client", "Nobody", "--text", "x") == 1
    assert shore.bench.said == []


def test_a_page_hears_of_it_in_the_windows_own_thread(shore: Shore, qtbot: QtBot, hand: SecondHand) -> None:
    """Widgets live in one thread: what reads the day anew is called there."""
    threads: list[bool] = []
    shore.bench.told.connect(lambda told: threads.append(current_thread() is main_thread()))
    carried_out(shore, qtbot, "log", "note", *CLIENT, "--text", "x")
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [True]


class Pulse(QObject):
    """Beats in the window's loop, and keeps the longest pause between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_the_window_lives_while_a_long_import_is_carried_out(shore: Shore, qtbot: QtBot, hand: SecondHand) -> None:
    """Q20: it works in a thread of its own. A share of the whole is the limit: the computer has other work."""
    file = telegram(shore.journal.path.parent, 20_000)
    words = ("import", "telegram", str(file), *CLIENT, "--me", "user0")
    pulse, begun = Pulse(), monotonic()
    assert carried_out(shore, qtbot, *words) == 0
    qtbot.waitUntil(lambda: bool(shore.bench.said))
    assert shore.bench.said == ["20\u202f001 entries recorded from the command line."]
    assert pulse.longest < (monotonic() - begun) / 4


def test_who_saves_while_others_write_for_long_is_told_and_keeps_the_text(shore: Shore) -> None:
    """No frozen window ever (8.1, Q20): the sentence comes, nothing is saved, a second try saves."""
    shore.journal.database.turn.answer_within(LONGEST_PAUSE_SECONDS)
    begun, over = Event(), Event()

    def write_for_long() -> None:
        with shore.journal.act():
            begun.set()
            over.wait(30)

    other = Thread(target=write_for_long)
    other.start()
    assert begun.wait(30)
    kept = shore.bench.do(lambda: shore.journal.talk.note(shore.client, "meanwhile"))
    assert not kept and shore.bench.last_refusal.startswith("A long piece of work is writing in this journal.")
    over.set()
    other.join()
    assert shore.bench.do(lambda: shore.journal.talk.note(shore.client, "meanwhile"))
    assert shore.last().text == "meanwhile"
