"""Q14: a week's sheet as PDF, against the same page drawn straight onto a QPdfWriter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app.papers.week_sheet import week_sheet
from app.words import words_for
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.timing import Act, in_turns
from tests.papers.week_facts import week_of_the_picture
from ui.printing.drawn import Pages
from ui.printing.fonts import GRAIN
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui
from ui.printing.painter import paint_items
from ui.printing.pdf import write_pdf

ROW = Row(name="Q14", what="facts of a week to a PDF file, warm", floor="the same page drawn on a QPdfWriter", limit=2)
_ROUNDS = 25


def painted(folder: Path) -> list[Finding]:
    """From the facts: sheet, layout, painting, file; the floor knows where everything stands and only draws."""
    ensure_gui()
    spoken, facts = words_for("en"), week_of_the_picture()
    pages = lay_out(week_sheet(facts, spoken))

    def floor() -> None:
        _drawn(pages, folder / "floor.pdf")

    def product() -> None:
        write_pdf(week_sheet(facts, spoken), folder / "sheet.pdf")

    acts: dict[str, Act] = {"floor": floor, "product": product}
    in_turns(acts, 3)
    times = in_turns(acts, _ROUNDS)
    plain, ours = times["floor"].middle, times["product"].middle
    return [compared(ROW, 0, plain, ours)]


def _drawn(pages: Pages, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(72 * GRAIN)
    size = QPageSize(QSizeF(pages.sheet.width, pages.sheet.height), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    for number, page in enumerate(pages.pages):
        if number:
            writer.newPage()
        paint_items(painter, page)
    painter.end()
