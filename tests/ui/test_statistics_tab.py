"""The Statistics tab of a client on a real journal: periods, the table, the file (6.11)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shore import Shore
from ui.pages.client import ClientPage
from ui.pages.client.statistics_tab import StatisticsTab


@pytest.fixture
def tab(shore: Shore, qtbot: QtBot) -> StatisticsTab:
    page = ClientPage(shore.bench)
    qtbot.addWidget(page)
    page.resize(1144, 860)
    shore.bench.window = page
    page.show_client(shore.client)
    page.show()
    settle(shore)
    page.tabs.choose("statistics")
    page.show_tab("statistics")
    settle(shore)
    found = page.stack.currentWidget()
    assert isinstance(found, StatisticsTab)
    return found


def settle(shore: Shore) -> None:
    shore.bench.settle()
    QApplication.processEvents()


def shown(tab: StatisticsTab) -> dict[str, str]:
    model = tab.table.model()
    rows = range(model.rowCount())
    return {str(model.index(at, 0).data()): str(model.index(at, 2).data()) for at in reversed(rows)}


def test_the_table_holds_every_figure_under_its_heading(tab: StatisticsTab) -> None:
    figures = shown(tab)
    assert {"My answer time", "Promises", "Lost days"} <= figures.keys()
    assert figures["Answers that came late"].isdigit()


def test_another_period_is_read_when_it_is_chosen(tab: StatisticsTab, shore: Shore) -> None:
    before = tab.days.text()
    tab.periods.choose("week")
    tab.periods.changed.emit("week")
    settle(shore)
    assert tab.days.text() != before
    assert tab.periods.key == "week"


def test_the_table_is_saved_as_csv(tab: StatisticsTab, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    assert tab.write(path)
    lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Part,Figure,Of,Value,Unit"
    assert any(line.startswith("Lost days,Lost by me,,") for line in lines)


def test_a_file_that_resists_is_said_and_nothing_is_lost(tab: StatisticsTab, shore: Shore, tmp_path: Path) -> None:
    assert not tab.write(tmp_path / "nowhere" / "deeper" / "figures.csv")
    assert "could not be written" in shore.bench.last_refusal


def test_the_proposed_name_is_one_that_every_file_system_takes(tab: StatisticsTab) -> None:
    tab.save.click()
    assert tab.saving is not None
    assert tab.saving.proposed.name.endswith(".csv")
    assert not set('/\\:*?"<>|') & set(tab.saving.proposed.name)
    assert tab.saving.dialog is not None
    tab.saving.dialog.reject()
