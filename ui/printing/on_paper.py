"""Papers through the system's print dialog. Without a printer the caller is told, and offers to save a PDF."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.facts.pages import Paper
from ui.printing.drawn import Pages
from ui.printing.layout import lay_out
from ui.printing.painter import paint_page


class Printed(StrEnum):
    """How printing went."""

    DONE = "done"
    CANCELLED = "cancelled"
    NO_PRINTER = "no_printer"
    FAILED = "failed"


Told = Callable[[Printed], None]


def printer_found() -> bool:
    """Whether this computer knows a printer at all."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_paper(paper: Paper, parent: QWidget, told: Told) -> None:
    """Ask which printer and which pages, then print; `told` hears how it went, at once when there is no printer."""
    if not printer_found():
        told(Printed.NO_PRINTER)
        return
    _Printing(lay_out(paper), parent, told).ask()


class _Printing(QObject):
    """One print job: the dialog, and the pages that wait for its answer."""

    def __init__(self, pages: Pages, parent: QWidget, told: Told) -> None:
        super().__init__(parent)
        self._pages, self._told = pages, told
        self._printer = printer_for(pages)
        self._dialog = QPrintDialog(self._printer, parent)
        self._dialog.setMinMax(1, pages.count)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.finished.connect(self._answered)

    def ask(self) -> None:
        """Open the system's dialog over the window. QPrintDialog hides the `open` that takes nothing."""
        QDialog.open(self._dialog)

    def _answered(self, result: int) -> None:
        if result != QDialog.DialogCode.Accepted:
            self._told(Printed.CANCELLED)
        else:
            self._told(Printed.DONE if print_pages(self._pages, self._printer) else Printed.FAILED)
        self.deleteLater()


def printer_for(pages: Pages) -> QPrinter:
    """A printer set to the sheet of the paper, with no margins of its own: the paper brings them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setDocName(pages.title)
    return printer


def print_pages(pages: Pages, printer: QPrinter) -> bool:
    """Print the pages the dialog chose; False when the printer refused."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    chosen = _chosen(pages.count, printer.fromPage(), printer.toPage())
    painter.scale(printer.resolution() / 72, printer.resolution() / 72)
    for turn, number in enumerate(chosen):
        if turn and not printer.newPage():
            painter.end()
            return False
        paint_page(painter, pages, number)
    return painter.end()


def _chosen(count: int, first: int, last: int) -> range:
    """Page numbers from 0; 0 in the dialog means all."""
    if not first:
        return range(count)
    return range(min(first, count) - 1, min(last or count, count))
