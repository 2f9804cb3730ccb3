"""The preview: sizes, keys, what a screen reader hears; and printing without a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.papers.sheets import HEAD, long_paper, spanish_sheet
from ui.printing.fit import Desk, Fit
from ui.printing.layout import lay_out
from ui.printing.on_paper import Printed, print_pages, print_paper, printer_for
from ui.printing.preview import PaperPreview


def shown(qtbot: QtBot, width: int = 700, height: int = 800) -> PaperPreview:
    preview = PaperPreview()
    qtbot.addWidget(preview)
    preview.resize(width, height)
    preview.show()
    return preview


def press(preview: PaperPreview, key: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(preview, QKeyEvent(QEvent.Type.KeyPress, key, held))


def test_a_screen_reader_hears_the_whole_paper(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    preview.show_paper(spanish_sheet())
    assert preview.accessibleName() == "Estado de la semana 47 · Clínica Dental Albor"
    heard = preview.accessibleDescription()
    assert "Formulario de cita previa lun 16 mar 17 nov mar 17 nov cumplida, movida a tiempo" in heard
    assert HEAD[:8] in heard


def test_the_number_of_pages_is_told(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    with qtbot.waitSignal(preview.pages_changed) as told:
        preview.show_paper(long_paper(120))
    assert told.args == [preview.page_count]
    assert preview.page_count > 2


def test_fit_page_shows_the_page_whole_and_fit_width_fills_the_desk(qtbot: QtBot) -> None:
    preview = shown(qtbot, 900, 600)
    preview.show_paper(spanish_sheet())
    preview.fit_page()
    whole = preview.zoom
    preview.fit_width()
    assert preview.zoom > whole
    assert preview.horizontalScrollBar().maximum() == 0


def test_control_plus_and_minus_change_the_size(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    preview.show_paper(spanish_sheet())
    preview.set_zoom(1.0)
    press(preview, Qt.Key.Key_Plus, control=True)
    assert preview.zoom == 1.1
    press(preview, Qt.Key.Key_Minus, control=True)
    press(preview, Qt.Key.Key_Minus, control=True)
    assert preview.zoom == 0.9


def test_end_goes_to_the_last_page_and_home_back(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    preview.show_paper(long_paper(120))
    press(preview, Qt.Key.Key_End)
    assert preview.verticalScrollBar().value() == preview.verticalScrollBar().maximum() > 0
    press(preview, Qt.Key.Key_Home)
    assert preview.verticalScrollBar().value() == 0


def test_the_page_is_white_with_ink_on_it(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    preview.show_paper(spanish_sheet())
    picture = preview.viewport().grab().toImage()
    x, y, width, height = Desk(pages=1).on(preview.viewport().width(), preview.viewport().height()).place(0)
    assert picture.pixelColor(round(x) + 6, round(y) + 6).name() == "#ffffff"
    colours = {picture.pixelColor(px, round(y + height * 0.06)).lightness() for px in range(round(x), round(x + width))}
    assert min(colours) < 90


def test_pages_lie_below_each_other() -> None:
    desk = Desk(pages=3, fit=Fit.FREE, free=1.0).on(400, 400)
    tops = [desk.place(number)[1] for number in range(3)]
    assert tops[1] - tops[0] == pytest.approx(842 * 96 / 72 + desk.gap)
    assert desk.height == pytest.approx(tops[2] + 842 * 96 / 72 + desk.gap)


def test_without_a_printer_that_is_said_at_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    heard: list[Printed] = []
    print_paper(spanish_sheet(), shown(qtbot), heard.append)
    assert heard == [Printed.NO_PRINTER]


def test_the_pages_chosen_in_the_dialog_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    pages = lay_out(long_paper(120))
    printer = printer_for(pages)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 3)
    assert print_pages(pages, printer)
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_the_dialog_is_asked_and_its_no_is_heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["One"]))
    parent = shown(qtbot)
    heard: list[Printed] = []
    print_paper(spanish_sheet(), parent, heard.append)
    dialog = parent.findChild(QPrintDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    assert heard == [Printed.CANCELLED]
