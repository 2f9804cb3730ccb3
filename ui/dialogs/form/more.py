"""What is done with a form now and then: print, send, other words, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from ui.dialogs.form.words import FormWords

if TYPE_CHECKING:
    from ui.dialogs.form.sheet import FormSheet


class SheetMenu(QMenu):
    """One menu per opening."""

    def __init__(self, sheet: FormSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        words = sheet.workbench.words
        self.setAccessibleName(words.text("More about this form"))
        self.aboutToHide.connect(self.deleteLater)
        self.addAction(f"{words.text('Print')}…").setData("print")
        self.addAction(words.text("Send as a message")).setData("send")
        self.addSeparator()
        self.addAction(f"{words.text('Edit the words of this form')}…").setData("words")
        if sheet.form is not None and sheet.form.open:
            self.addSeparator()
            self.addAction(f"{words.text('Close the form')}…").setData("close")
        self.triggered.connect(self._take)

    def _take(self, action: QAction) -> None:
        sheet = self._sheet
        key = action.data()
        if key == "print":
            sheet.handing.print()
        elif key == "send":
            sheet.handing.send()
        elif key == "words":
            FormWords(sheet).open()
        else:
            CloseQuestion(sheet).open()


class CloseQuestion(QInputDialog):
    """Asks why, if there is a reason, then writes form.closed."""

    def __init__(self, sheet: FormSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        words = sheet.workbench.words
        self.setWindowTitle(words.text("Close the form"))
        self.setLabelText(words.text("Why? You may leave it empty. What is not saved will not be in it."))
        self.setOkButtonText(words.text("Close the form"))
        self.setCancelButtonText(words.text("Cancel"))
        self.textValueSelected.connect(self._close)

    def _close(self, reason: str) -> None:
        sheet, form = self._sheet, self._sheet.form
        if form is None:
            return
        forms, number, said = (
            sheet.workbench.journal.forms,
            form.number,
            sheet.workbench.words.text("The form is closed."),
        )
        if sheet.workbench.do(lambda: forms.close(number, reason.strip()), said=said, at=sheet):
            sheet.closed()
