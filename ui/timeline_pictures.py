"""Pictures of the timeline far from its end, and of the question before an attachment is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.facts.file_kinds import file_kind
from ui.client_pictures import client, told_workbench

if TYPE_CHECKING:
    from ui.dialogs.open_attached import OpenAttached
    from ui.main_window import MainWindow
    from ui.pages.client.journal_tab import JournalTab
    from ui.shots import Shot

NAME = "Счёт за ноябрь\u202egnp.exe"
"""A name that would read as a picture's if its hidden sign were obeyed."""


def timeline_go(shot: Shot) -> QWidget:
    """A day ten days back, and the line that asks for the next one."""
    window = client(shot)
    tab = _tab_of(window)
    tab.jump_to_day(date(2026, 11, 10))
    tab.ask_place()
    tab.going.field.setText("6 nov")
    QApplication.processEvents()
    return window


def open_attached(shot: Shot) -> OpenAttached:
    """A program with the name of a picture."""
    from app.journal.attached import Attached
    from ui.dialogs.open_attached import OpenAttached

    window = client(shot)
    attached = Attached(NAME, "0" * 64, 48_128)
    return OpenAttached(told_workbench(), attached, file_kind(NAME, b"MZ"), _tab_of(window).acts.files, parent=window)


def _tab_of(window: QWidget | MainWindow) -> JournalTab:
    from ui.pages.client import ClientPage

    (page,) = window.findChildren(ClientPage)
    return page.journal


TIMELINE = (("timeline-go", timeline_go), ("open-attached", open_attached))
