"""The other mode of the Statistics tab: all figures as one table, and below them every point of the charts (6.14)."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.charts import FigureLook
from app.facts.figure_rows import FigureRow
from app.words import Words
from ui.widgets.table import TableCell, TableColumn, TableRow


def columns(words: Words) -> list[TableColumn]:
    """The heads of the table."""
    return [
        TableColumn(words.text("Figure"), stretch=3),
        TableColumn(words.text("Of"), stretch=2),
        TableColumn(words.text("Value"), stretch=1, right=True, tabular=True),
    ]


def figure_rows(figures: Sequence[FigureRow]) -> list[TableRow]:
    """One row for each figure; their keys open nothing."""
    return [
        TableRow(
            f"figure:{at}",
            (TableCell(row.figure), TableCell(row.of, colour="text2"), TableCell(row.shown, weight=500)),
            group=row.part,
        )
        for at, row in enumerate(figures)
    ]


def point_rows(looks: Sequence[FigureLook], words: Words) -> list[TableRow]:
    """One row for each point; its key says what Enter opens, after its number in the table."""
    return [
        TableRow(
            f"{at}|{mark.key}",
            (TableCell(mark.what), TableCell(mark.more, colour="text2", tooltip=mark.more),
             TableCell(mark.shown, weight=500)),
            group=words.text("{title}, point by point", title=look.title),
        )
        for look in looks
        if look.chart is not None
        for at, mark in enumerate(look.chart.marks)
    ]  # fmt: skip
