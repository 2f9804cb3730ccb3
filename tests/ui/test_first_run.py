"""First run: from the first key to a journal on the disk; what it asks for, keeps, and says of the terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from tests.ui.first_run_hands import focused, press, tab, write
from ui.dialogs.first_run import FirstRun

NOW = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))
Open = Callable[..., FirstRun]


@pytest.fixture
def begin(show: Callable[..., QWidget], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the window of first run; the journals that it makes are closed."""
    monkeypatch.setattr("app.system_zone.system_zone", lambda: "Europe/Madrid")
    made: list[object] = []

    def opened(language: str = "en", width: int = 1000, height: int = 640) -> FirstRun:
        window = FirstRun(tmp_path / "journal.ashore", FixedClock(NOW), language)
        window.finished.connect(made.append)
        window.journals = made  # type: ignore[attr-defined]
        show(window, width, height)
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield opened
    for journal in made:
        journal.close()  # type: ignore[attr-defined]


def enter() -> None:
    press(Qt.Key.Key_Return)


def to_step_four(window: FirstRun) -> None:
    write("Elena Marín")
    enter()
    write("Кедровый дом")
    window.client.fields.contact.editor.setFocus()
    write("Дмитрий Лаптев")
    enter()
    enter_on_next(window)


def enter_on_next(window: FirstRun) -> None:
    window.foot.next.setFocus()
    enter()


def test_the_keyboard_alone_leads_from_the_first_key_to_a_journal_on_the_disk(begin: Open, tmp_path: Path) -> None:
    window = begin()
    write("Elena Marín")
    enter()
    write("Кедровый дом")
    tab(4)
    write("Дмитрий Лаптев")
    tab()
    write("директор")
    enter()
    press(Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.address.editor.setFocus()
    write("@laptev")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.given.step == 3
    while focused() is not window.terms.annex:
        tab()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [journal] = window.journals  # type: ignore[attr-defined]
    assert (tmp_path / "journal.ashore").exists()
    [client] = journal.clients.all()
    assert client.name == "Кедровый дом"
    assert journal.clients.contact(client.number).name == "Дмитрий Лаптев"
    assert journal.clients.contact(client.number).role == "директор"
    assert journal.agreements.in_force(client.number).terms.preferred.address == "@laptev"
    assert journal.reading.owner().name == "Elena Marín"


def test_what_it_would_mean_today_follows_the_preset(begin: Open) -> None:
    window = begin()
    to_step_four(window)
    said = " ".join(window.terms.meaning.sentences)
    assert "Дмитрий writes today, Friday, 20 November, at 11:42: your answer is due by 13:42." in said
    assert "An edit asked today is ready by Wednesday, 25 November." in said
    assert "The first call is due by Friday, 4 December." in said
    press(Qt.Key.Key_Right)
    said = " ".join(window.terms.meaning.sentences)
    assert "your answer is due by 12:42" in said
    assert "An edit asked today is ready by Tuesday, 24 November." in said
    assert "The first sheet goes out today." in said
