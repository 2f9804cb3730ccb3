"""The window on the sample journal, for pictures: one factory per page."""

from __future__ import annotations

import os
import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.main_window import MainWindow
from ui.sample import MOMENT, sample_journal
from ui.told import Checked

if TYPE_CHECKING:
    from ui.shots import Shot
    from ui.workbench import Workbench


@cache
def workbench_of_pictures() -> Workbench:
    """One sample journal for all pictures of a run, with no settings of this computer."""
    from ui.workbench import Workbench

    return Workbench(sample_journal(keep_settings_away()), Settings(), "en")


def keep_settings_away() -> Path:
    """A new folder; from here on drafts and settings lie there, and nothing of this computer's user is read."""
    folder = Path(tempfile.mkdtemp(prefix="ashore-pictures-"))
    for name in ("DATA_HOME", "STATE_HOME", "CONFIG_HOME", "RUNTIME_DIR"):
        os.environ[f"XDG_{name}"] = str(folder)
    return folder


def window_at(shot: Shot, page: str, client: int = 0, workbench: Workbench | None = None) -> MainWindow:
    """The main window at a page, in the language and size of a picture, with everything read."""
    workbench = workbench or workbench_of_pictures()
    workbench.language = shot.language
    workbench.checked = Checked(MOMENT.replace(hour=9, minute=2), sound=True)
    window = MainWindow(Settings(width=shot.width, height=shot.height), shot.language)
    window.resize(shot.width, shot.height)
    window.attach(workbench)
    if page != "today":
        window.go(page, client)
    window.show()
    QApplication.processEvents()
    workbench.settle()
    return window


def today(shot: Shot) -> QWidget:
    """The start screen with the keyboard on its first card."""
    window = window_at(shot, "today")
    focus = getattr(window.page, "focus_first", None)
    if focus is not None:
        focus()
    return window


@cache
def _quiet_workbench() -> Workbench:
    """The same journal at 16:20, when everybody was written to."""
    from ui.workbench import Workbench

    journal = sample_journal(keep_settings_away(), MOMENT.replace(hour=16, minute=20))
    for card in journal.desk.today().cards:
        channel = card.channel.channel if card.channel else "email"
        journal.desk.mark_as_sent(card.client.number, "…", channel=channel, clears=card.cleared_at_once)
    for card in journal.desk.today().cards:
        for line in card.reasons:
            journal.desk.snooze(line.flag, journal.clock() + timedelta(hours=1), "they know")
    return Workbench(journal, Settings(), "en")


def today_empty(shot: Shot) -> QWidget:
    """Nobody waits for a word."""
    return window_at(shot, "today", workbench=_quiet_workbench())


def clients(shot: Shot) -> QWidget:
    """All clients in a table."""
    return window_at(shot, "clients")


def edits(shot: Shot) -> QWidget:
    """All open edits, grouped by how soon."""
    return window_at(shot, "edits")


def calls(shot: Shot) -> QWidget:
    """All open calls."""
    return window_at(shot, "calls")


def settings(shot: Shot) -> QWidget:
    """Language, look, me."""
    return window_at(shot, "settings")


def compose(shot: Shot) -> QWidget:
    """The composer for the client who waits for an answer."""
    from ui.dialogs.compose import Compose

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    card = next(each for each in workbench.journal.desk.today().cards if each.client.name == "Кедровый дом")
    return Compose(workbench, card.client.number, flags=[flag.key for flag in card.cleared_at_once])


def number_of(workbench: Workbench, name: str) -> int:
    """A client's number by name."""
    return workbench.journal.clients.named(name).number
