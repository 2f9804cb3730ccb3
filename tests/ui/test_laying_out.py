"""A journal whose tables another version made: the window says how far they are made anew, and lives (6.1, Motion)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app.clock import FixedClock
from app.errors import Unavailable
from app.journal.opening import open_journal
from app.settings import Settings
from app.storage.driver import connect
from ui.laying_out_page import LayingOutPage
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.sample import MOMENT, sample_journal
from ui.start import Wish
from ui.theme import Theme


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample journal with a table that another version made, laid out in small steps."""
    journal = sample_journal(tmp_path)
    journal.close()
    connection = connect(journal.path, "rw")
    connection.execute("DROP INDEX item_final")
    connection.close()
    monkeypatch.setattr("app.ledger.log.walk.__defaults__", (0, None, 50))
    return journal.path


@pytest.fixture
def window(dressed: Theme) -> Iterator[MainWindow]:
    window = MainWindow(Settings(), "en")
    window.show()
    yield window
    window.close()


def begun(path: Path, window: MainWindow) -> tuple[Opening, list[object]]:
    found, opened = Opening(Wish(journal=path), Settings(), "en", window), list[object]()
    found.ready.connect(opened.append)
    found.begin()
    return found, opened


def test_while_tables_are_made_anew_a_bar_with_a_number_stands_in_the_window(
    path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.laying_out.PATIENCE_SECONDS", 0.0)
    seen: list[str] = []

    def look() -> None:
        page = window.stack.currentWidget()
        if isinstance(page, LayingOutPage):
            seen.append(page.said.text())

    pulse = QTimer()
    pulse.timeout.connect(look)
    pulse.start(0)
    _, (workbench,) = begun(path, window)
    pulse.stop()
    assert len(seen) > 1 and all(" of " in each and each.endswith("entries") for each in seen)
    assert not isinstance(window.stack.currentWidget(), LayingOutPage)
    workbench.close()  # type: ignore[attr-defined]


def test_before_four_tenths_of_a_second_nothing_is_shown(
    path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.laying_out.PATIENCE_SECONDS", 60.0)
    monkeypatch.setattr("ui.laying_out_page.LayingOutPage.show_done", None)
    _, (workbench,) = begun(path, window)
    workbench.close()  # type: ignore[attr-defined]


def test_a_window_that_is_closed_meanwhile_leaves_the_journal_as_it_was(
    path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 34: nothing is half made, and nobody holds the journal."""
    monkeypatch.setattr("ui.laying_out.PATIENCE_SECONDS", 0.0)
    QTimer.singleShot(0, window.close)
    _, opened = begun(path, window)
    assert opened == []
    told: list[tuple[int, int]] = []
    open_journal(path, FixedClock(MOMENT), laying_out=lambda done, all_: told.append((done, all_))).close()
    assert told and told[-1][0] == told[-1][1]


def test_what_is_told_may_stop_it_and_the_next_opening_begins_anew(path: Path) -> None:
    def stop(done: int, all_: int) -> None:
        raise Unavailable("Stopped.")

    with pytest.raises(Unavailable):
        open_journal(path, FixedClock(MOMENT), laying_out=stop)
    open_journal(path, FixedClock(MOMENT)).close()
    told: list[int] = []
    open_journal(path, FixedClock(MOMENT), laying_out=lambda done, all_: told.append(done)).close()
    assert told == []
