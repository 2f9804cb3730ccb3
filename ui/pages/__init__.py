"""The pages of the window by key; each is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.workbench import Workbench

PAGES = {
    "today": "ui.pages.today:TodayPage",
    "clients": "ui.pages.clients:ClientsPage",
    "client": "ui.pages.client:ClientPage",
    "calls": "ui.pages.calls:CallsPage",
    "edits": "ui.pages.edits:EditsPage",
    "week": "ui.pages.week:WeekPage",
    "evidence": "ui.pages.evidence:EvidencePage",
    "settings": "ui.pages.settings:SettingsPage",
}


def make_page(key: str, workbench: Workbench) -> QWidget:
    """The page of that key."""
    room, name = PAGES[key].split(":")
    found = getattr(import_module(room), name)(workbench)
    assert isinstance(found, QWidget)
    return found
