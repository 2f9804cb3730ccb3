"""Columns share the width of their table: names and dates stay whole, long sentences give way first (6.1, 6.12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF

from ui.theme import Theme
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.table_row import is_cut
from ui.widgets.table_widths import shared

Show = Callable[..., Table]

EDITS = (
    TableColumn("Client", stretch=2, whole=True),
    TableColumn("What", stretch=3),
    TableColumn("Date", tabular=True),
    TableColumn("Move"),
    TableColumn("State"),
)


def test_what_is_left_goes_to_the_columns_that_stretch_by_their_parts() -> None:
    assert shared(1000, EDITS, (100, 100, 100, 50, 150)) == [300, 400, 100, 50, 150]


def test_names_and_dates_stay_whole_and_the_longest_sentences_give_way() -> None:
    """6.1: dates and names of persons are never cut."""
    assert shared(1000, EDITS, (300, 400, 200, 100, 500)) == [300, 200, 200, 100, 200]


@pytest.mark.parametrize("room", [571, 680, 1024, 1333])
def test_the_widths_fill_the_table_and_no_more(room: int) -> None:
    assert room - len(EDITS) < sum(shared(room, EDITS, (150, 301, 99, 47, 203))) <= room


def test_the_columns_share_the_width_that_the_table_gets_later(show: Show) -> None:
    table = show(Table(EDITS, "Edits"), 700, 300)
    name = "Мастерская «Глина»"
    table.set_rows([TableRow("1", tuple(TableCell(part) for part in (name, "x " * 90, "Tue 24 Nov", "me", "y " * 90)))])
    table.resize(480, 300)
    wide = [table.columnWidth(at) for at in range(len(EDITS))]
    assert sum(wide) <= table.viewport().width()
    assert wide[0] >= table.fontMetrics().horizontalAdvance(name)
    assert wide[1] == wide[4]


def test_a_column_that_holds_nothing_does_not_push_the_others_sideways(show: Show) -> None:
    table = show(Table((TableColumn("Draft", stretch=1), TableColumn("", right=True)), "Drafts"), 320, 300)
    table.set_rows([TableRow("1", (TableCell("Firm date after a provisional one, told late" * 3), TableCell("")))])
    assert sum(table.columnWidth(at) for at in range(2)) <= table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def test_a_name_of_a_hundred_letters_does_not_take_the_whole_table() -> None:
    assert shared(1000, EDITS, (3000, 200, 100, 50, 150))[0] == 400


def test_a_table_tells_which_of_its_words_are_cut(dressed: Theme) -> None:
    """6.1: nothing is ever cut without a tooltip that holds the whole text."""
    column, cell = EDITS[-1], TableCell("Not confirmed by the contact")
    assert is_cut(cell, QRectF(0, 0, 60, 36), column)
    assert not is_cut(cell, QRectF(0, 0, 600, 36), column)
