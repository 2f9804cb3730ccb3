"""Pictures of the client page and the forms that open from it, on the sample journal with months behind it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.facts.month import PaperSort
from app.settings import Settings
from ui.window_pictures import keep_settings_away, number_of, window_at

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.shots import Shot
    from ui.workbench import Workbench

GLINA, ALBOR = "Мастерская «Глина»", "Clínica Dental Albor"


@cache
def told_workbench() -> Workbench:
    """The sample of `demo`: three clients with months of talk, calls, edits, and what came of them."""
    from app.demo.build import build_demo
    from ui.workbench import Workbench

    return Workbench(build_demo(keep_settings_away() / "sample.ashore"), Settings(), "en")


def client(shot: Shot) -> QWidget:
    """The timeline at its newest row."""
    return _client_at(shot)


def week(shot: Shot) -> MainWindow:
    """The sheet of a week in which much was done."""
    workbench = told_workbench()
    window = window_at(shot, "week", number_of(workbench, ALBOR), workbench)
    workbench.settle()  # the choice is read first, then its paper
    QApplication.processEvents()
    return window


def month(shot: Shot) -> QWidget:
    """The close of a month, with what could be done next."""
    window = week(shot)
    from ui.pages.week import WeekPage

    page = window.page
    assert isinstance(page, WeekPage)
    page.heading.sort.choose(PaperSort.MONTHLY)
    page.heading.sort.changed.emit(PaperSort.MONTHLY.value)
    told_workbench().settle()
    QApplication.processEvents()
    return window


def agreement_tab(shot: Shot) -> QWidget:
    """The terms of the client's page."""
    return _tab(shot, "agreement")


def people_tab(shot: Shot) -> QWidget:
    """Who spoke when, and the voices."""
    return _tab(shot, "people")


def statistics_tab(shot: Shot) -> QWidget:
    """The figures of all the client's time, some of them with too few points for a chart."""
    found = _tab(shot, "statistics")
    told_workbench().settle()
    QApplication.processEvents()
    return found


def correct(shot: Shot) -> QWidget:
    """The last message to a client, about to be corrected."""
    from ui.dialogs.correct import Correct

    behind = _client_at(shot)
    workbench = told_workbench()
    glina = number_of(workbench, GLINA)
    entries = workbench.journal.reading.timeline(glina)
    last = max(entry.seq for entry in entries if entry.kind == "message.sent")
    return Correct(workbench, glina, entry=last, parent=behind)


def details(shot: Shot) -> QWidget:
    """Everything that the last line of a client holds."""
    from ui.dialogs.entry_details import EntryDetails

    behind = _client_at(shot)
    workbench = told_workbench()
    glina = number_of(workbench, GLINA)
    return EntryDetails(workbench, glina, line=workbench.journal.reading.lines(glina)[-1], parent=behind)


def _client_at(shot: Shot) -> MainWindow:
    workbench = told_workbench()
    window = window_at(shot, "client", number_of(workbench, GLINA), workbench)
    QApplication.processEvents()
    return window


def _tab(shot: Shot, key: str) -> QWidget:
    from ui.pages.client import ClientPage

    window = _client_at(shot)
    if isinstance(window.page, ClientPage):
        window.page.tabs.choose(key)
        window.page.show_tab(key)
    QApplication.processEvents()
    return window
