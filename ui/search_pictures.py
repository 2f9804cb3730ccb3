"""The search in its states, for pictures: nothing typed, results, a filter being typed, filters set, nothing found."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from ui.dialogs.search import SearchPanel
from ui.dialogs.search.typed import filter_word, with_filter
from ui.pages.client import ClientPage
from ui.shots import Factory, Shot
from ui.window_pictures import number_of, window_at, workbench_of_pictures

CLIENT: Final = "Кедровый дом"


def _panel(shot: Shot, text: str) -> QWidget:
    window = window_at(shot, "today")
    workbench = workbench_of_pictures()
    panel = SearchPanel(workbench, parent=window)
    panel.open()
    panel.field.setText(text)
    for _ in range(2):
        workbench.settle()
        QApplication.processEvents()
    return panel


def results(shot: Shot) -> QWidget:
    """Clients, people, entries and commands that hold what was typed."""
    return _panel(shot, "эти")


def empty(shot: Shot) -> QWidget:
    """The last five things opened."""
    workbench = workbench_of_pictures()
    client = number_of(workbench, CLIENT)
    workbench.recent.note(command="week")
    workbench.recent.note(number_of(workbench, "Clínica Dental Albor"))
    workbench.recent.note(client, workbench.journal.reading.search("макет", client)[0].seq)
    workbench.recent.note(client)
    return _panel(shot, "")


def none(shot: Shot) -> QWidget:
    """Nothing holds the words."""
    return _panel(shot, "небывальщина")


def choosing(shot: Shot) -> QWidget:
    """A filter waits for its value."""
    return _panel(shot, filter_word(workbench_of_pictures().words, "kind"))


def filtered(shot: Shot) -> QWidget:
    """The words of one client."""
    words = workbench_of_pictures().words
    text = with_filter(with_filter("мак", words, "client", CLIENT), words, "from", "2026-09-01")
    return _panel(shot, text)


def marked(shot: Shot) -> QWidget:
    """An entry of the client where it was found, its words marked."""
    workbench = workbench_of_pictures()
    client = number_of(workbench, CLIENT)
    window = window_at(shot, "client", client)
    entry = workbench.journal.reading.search("макет", client)[0]
    workbench.sought = "макет"
    workbench.show("client", client, entry.seq)
    workbench.settle()
    return window


def found_here(shot: Shot) -> QWidget:
    """Words looked for in one client, over its timeline."""
    workbench = workbench_of_pictures()
    window = window_at(shot, "client", number_of(workbench, CLIENT))
    page = window.page
    assert isinstance(page, ClientPage)
    page.journal.take_letter("/")
    page.journal.search.field.setText("этик")
    workbench.settle()
    return window


SEARCH: Final[tuple[tuple[str, Factory], ...]] = (
    ("search", results),
    ("search-empty", empty),
    ("search-none", none),
    ("search-choosing", choosing),
    ("search-filtered", filtered),
    ("search-marked", marked),
    ("search-client", found_here),
)
