"""/ over the timeline: words of this client's entries, marked where they stand, told how many (6.2, 6.4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.facts.found_words import wanted
from ui.dialogs.search import SearchPanel
from ui.pages.client import ClientPage
from ui.workbench import Workbench

CEDAR = "Кедровый дом"
Press = Callable[[QWidget, Qt.Key], None]


@pytest.fixture
def page(workbench: Workbench, qtbot: QtBot) -> ClientPage:
    """The client's page with the bar open."""
    found = ClientPage(workbench)
    qtbot.addWidget(found)
    found.resize(1140, 860)
    found.show()
    found.show_client(workbench.journal.clients.named(CEDAR).number)
    workbench.settle()
    found.journal.take_letter("/")
    return found


def test_words_are_found_in_this_client_and_marked_in_its_timeline(
    page: ClientPage, workbench: Workbench, press: Press
) -> None:
    bar, timeline = page.journal.search, page.journal.timeline
    bar.field.setText("ЭТИК")
    workbench.settle()
    assert bar.said.text() == "4 results"
    assert [row.key for row in bar.rows] == [str(each.seq) for each in workbench.journal.reading.search("этик")]
    assert "Сроки печати этикетки, Wed 18 Nov, Call planned" in [row.accessibleName() for row in bar.rows]
    assert timeline.delegate.sought == wanted("ЭТИК")
    press(bar.field, Qt.Key.Key_Return)
    assert timeline.current is not None
    assert str(timeline.current.entry.seq) == bar.rows[0].key
    press(bar.field, Qt.Key.Key_Escape)
    assert timeline.delegate.sought == ()
    assert not bar.isVisible()


def test_the_arrow_goes_into_the_hits_and_back(page: ClientPage, workbench: Workbench, press: Press) -> None:
    bar = page.journal.search
    bar.field.setText("этик")
    workbench.settle()
    QApplication.processEvents()
    press(bar.field, Qt.Key.Key_Down)
    assert bar.window().focusWidget() is bar.rows[0]
    press(bar.rows[0], Qt.Key.Key_Up)
    assert bar.window().focusWidget() is bar.field


def test_typing_never_waits_and_the_last_state_counts(
    page: ClientPage, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    real = workbench.ask
    monkeypatch.setattr(workbench, "ask", lambda *what: (asked.append(what), real(*what)))
    for letters in ("м", "ма", "мак", "макет"):
        page.journal.search.field.setText(letters)
    assert len(asked) == 1
    workbench.settle()
    assert len(asked) == 2
    assert page.journal.search.said.text() == "1 result"
    page.journal.search.field.setText("")
    assert page.journal.search.rows == []
    assert page.journal.search.said.text() == ""


def test_more_hits_than_fit_lead_to_the_search(
    page: ClientPage, workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        workbench.journal.talk.note(page.client, f"щука {number}")
    bar = page.journal.search
    bar.field.setText("щук")
    workbench.settle()
    assert (len(bar.rows), bar.said.text()) == (6, "The newest 6 results")
    opened: list[QWidget] = []
    monkeypatch.setattr(
        workbench, "open", lambda key, client, text: opened.append(SearchPanel(workbench, client, text=text))
    )
    bar.all.click()
    (panel,) = opened
    assert isinstance(panel, SearchPanel)
    qtbot.addWidget(panel)
    workbench.settle()
    assert panel.field.text() == f'щук client:"{CEDAR}" '
    assert len(panel.list.model_.found) == 9
