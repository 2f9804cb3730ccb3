"""The window on the sample journal, for pictures: one factory per page."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.main_window import MainWindow
from ui.sample import sample_journal

if TYPE_CHECKING:
    from ui.pictures import Shot
    from ui.workbench import Workbench


@cache
def workbench_of_pictures() -> Workbench:
    """One sample journal for all pictures of a run, with no settings of this computer."""
    from ui.workbench import Workbench

    folder = Path(tempfile.mkdtemp(prefix="ashore-pictures-"))
    for name in ("DATA", "STATE", "CONFIG", "RUNTIME"):
        os.environ[f"XDG_{name}_{'DIR' if name == 'RUNTIME' else 'HOME'}"] = str(folder)
    return Workbench(sample_journal(folder), Settings(), "en")


def window_at(shot: Shot, page: str, client: int = 0, workbench: Workbench | None = None) -> MainWindow:
    """The main window at a page, in the language and size of a picture, with everything read."""
    workbench = workbench or workbench_of_pictures()
    workbench.language = shot.language
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


def week(shot: Shot) -> QWidget:
    """The week's sheet that is due first."""
    window = window_at(shot, "week")
    QApplication.processEvents()
    return window


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


def search(shot: Shot) -> QWidget:
    """The search panel with a word in it."""
    from ui.dialogs.search import SearchPanel

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    panel = SearchPanel(workbench)
    panel.field.setText("эти")
    workbench.settle()
    panel.search()
    workbench.settle()
    return panel


def compose(shot: Shot) -> QWidget:
    """The composer for the client who waits for an answer."""
    from ui.dialogs.compose import Compose

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    card = next(each for each in workbench.journal.desk.today().cards if each.client.name == "Кедровый дом")
    return Compose(workbench, card.client.number, flags=[flag.key for flag in card.cleared_at_once])
