"""Pictures of the Statistics tab with figures enough for every chart (9-statistics)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.window_pictures import keep_settings_away, window_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.client.statistics_tab import StatisticsTab
    from ui.shots import Shot
    from ui.workbench import Workbench


@cache
def _autumn() -> tuple[Workbench, int]:
    """The journal of an autumn, and the number of its client."""
    from ui.statistics_story import Autumn
    from ui.workbench import Workbench

    told = Autumn(keep_settings_away())
    return Workbench(told.journal, Settings(), "en"), told.client


def _tab(shot: Shot) -> tuple[QWidget, StatisticsTab]:
    from ui.pages.client import ClientPage
    from ui.pages.client.statistics_tab import StatisticsTab

    workbench, client = _autumn()
    window = window_at(shot, "client", client, workbench)
    page = window.page
    assert isinstance(page, ClientPage)
    page.tabs.choose("statistics")
    page.show_tab("statistics")
    workbench.settle()
    QApplication.processEvents()
    tab = page.stack.currentWidget()
    assert isinstance(tab, StatisticsTab)
    return window, tab


def charts(shot: Shot) -> QWidget:
    """Five cards with their charts."""
    return _tab(shot)[0]


def low_charts(shot: Shot) -> QWidget:
    """The last of the cards, where they do not fit into the window."""
    window, tab = _tab(shot)
    tab.sheet.verticalScrollBar().setValue(tab.sheet.verticalScrollBar().maximum())
    QApplication.processEvents()
    return window


def table(shot: Shot) -> QWidget:
    """The same figures as one table."""
    window, tab = _tab(shot)
    tab.mode.click()
    return window


STATISTICS: Final[tuple[tuple[str, Callable[[Shot], QWidget]], ...]] = (
    ("statistics", charts),
    ("statistics-low", low_charts),
    ("statistics-table", table),
)
