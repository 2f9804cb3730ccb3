"""Qt's own tester watches every model of the window while it changes (issue 5); a model without one is found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

import ui
from app.facts.timeline import Line
from tests.ui.shore import Shore
from ui.dialogs.search.found import Found
from ui.dialogs.search.model import ResultModel
from ui.pages.client.timeline_model import TimelineModel
from ui.theme import Theme
from ui.widgets.table_model import TableCell, TableColumn, TableModel, TableRow

WARNING = QAbstractItemModelTester.FailureReportingMode.Warning
"""What the tester finds it says as a warning, and a warning of Qt fails a test."""


def rows(*keys: str, group: str = "Late") -> tuple[TableRow, ...]:
    """Rows of two cells, the last one of another group."""
    made = [TableRow(key, (TableCell(f"Client {key}"), TableCell("Edit")), group) for key in keys]
    return (*made, TableRow("last", (TableCell("Клиент"), TableCell("Правка")), "Today"))


def change_a_table(shore: Shore) -> QAbstractItemModel:
    """Other rows, fewer rows, other columns, none."""
    model = TableModel((TableColumn("Client"), TableColumn("What", stretch=1)))
    tester = QAbstractItemModelTester(model, WARNING, model)
    model.set_rows(rows("1", "2", "3"))
    model.set_rows(rows("2"))
    model.set_columns((TableColumn("Cliente"),))
    model.set_columns((TableColumn("Клиент"), TableColumn("Что")))
    model.set_rows(rows(*map(str, range(40)), group=""))
    model.set_rows(())
    assert tester.model() is model
    return model


def change_a_timeline(shore: Shore) -> QAbstractItemModel:
    """Pages before and after, a line that came, a line that was corrected, another client."""
    for number in range(30):
        shore.journal.talk.received(shore.client, f"Línea {number}")
        shore.later(minutes=7)
    lines = shore.journal.reading.lines(shore.client)
    model = TimelineModel(spoken, spoken)
    QAbstractItemModelTester(model, WARNING, model)
    model.show(lines[10:20], at_start=False, at_end=False)
    model.add_older(lines[:10])
    model.add_newer(lines[20:25])
    shore.journal.talk.sent(shore.client, "¡Hecho!")
    assert model.renew(shore.journal.reading.lines(shore.client)[20:])
    model.show((), at_start=True, at_end=True)
    return model


def change_results(shore: Shore) -> QAbstractItemModel:
    """Groups of results, a page of older ones in the place of the line that asked for it, nothing."""
    first = [
        Found(group=group, icon="users", text=f"{group} {at}") for group in ("Clients", "Entries") for at in (1, 2)
    ]
    older = Found(group="Entries", icon="clock", text="older")
    model = ResultModel()
    QAbstractItemModelTester(model, WARNING, model)
    model.show([*first, older])
    model.replace(older, [Found(group="Entries", icon="clock", text=f"Entry {at}") for at in range(9)])
    model.show(first[:1])
    model.show(())
    return model


def spoken(line: Line) -> str:
    """The number of a line."""
    return str(line.entry.seq)


TESTED: dict[type[QAbstractItemModel], Callable[[Shore], QAbstractItemModel]] = {
    TableModel: change_a_table,
    TimelineModel: change_a_timeline,
    ResultModel: change_results,
}


def models() -> Iterator[type[QAbstractItemModel]]:
    """Every model that any module of the window defines."""
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    below: list[type] = [QAbstractItemModel]
    while below:
        kind = below.pop()
        below += kind.__subclasses__()
        if kind.__module__.startswith("ui."):
            yield kind


def test_every_model_of_the_window_is_tested_here(dressed: Theme) -> None:
    assert set(models()) == set(TESTED)


@pytest.mark.parametrize("model", TESTED, ids=lambda model: model.__name__)
def test_qt_finds_no_fault_in_a_model_while_it_changes(
    model: type[QAbstractItemModel], shore: Shore, dressed: Theme
) -> None:
    changed = TESTED[model](shore)
    assert isinstance(changed, model)
    assert changed.rowCount(QModelIndex()) == 0
