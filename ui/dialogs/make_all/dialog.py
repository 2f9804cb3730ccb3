"""The dialog: where to and in what form, a row for each client, how far it is, and marking each as given (C6)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dialogs.framed import Framed
from ui.dialogs.make_all.making import Making
from ui.dialogs.make_all.sheet_row import SheetRow
from ui.pages.week.mark_given import MarkGiven
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH, MOST = 560, 44, 620
"""Wide; high for each client; never higher."""


class MakeAll(Framed):
    """`sheets` are pairs of a client and an ISO week."""

    def __init__(
        self,
        workbench: Workbench,
        client: int = 0,
        *,
        parent: QWidget | None = None,
        sheets: Sequence[tuple[int, str]] = (),
    ) -> None:
        words = workbench.words
        wanted = tuple(dict.fromkeys(sheets))
        title = words.plural("Make the sheet of {n} client", "Make the sheets of {n} clients", len(wanted))
        super().__init__(title, parent, gap=12)
        self.workbench, self._words = workbench, words
        kept = workbench.settings.paper_folder
        self.folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
        self._where()
        names = {each.number: each.name for each in workbench.journal.clients.all()}
        listed = self.page.add(Column(gap=10))
        self.rows = [listed.add(SheetRow(words, number, names.get(number, ""), week)) for number, week in wanted]
        for row in self.rows:
            row.marking.connect(self._mark)
        self.page.add_space()
        self._foot(len(wanted))
        self.making = Making(workbench, self)
        self.making.stepped.connect(self._step)
        self.making.ended.connect(self._ended)
        self.marking: MarkGiven | None = None
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.make)
        self.resize(theme().px(WIDE), theme().px(min(MOST, 240 + HIGH * len(self.rows))))

    @property
    def is_making(self) -> bool:
        """Sheets are being made now."""
        return not self.primary.isEnabled()

    def make(self) -> None:
        """Make every sheet that is not given yet."""
        if self.is_making:
            return
        if not (self.pdf.isChecked() or self.text.isChecked()):
            self.said.setText(self._words.text("Choose PDF, text, or both."))
            return
        rows = [row for row in self.rows if not row.is_given]
        if self.workbench.settings.paper_folder != str(self.folder):
            self.workbench.set(paper_folder=str(self.folder))
        self.primary.refuse(self._words.text("The sheets are being made."))
        self._all = len(rows)
        self._step(0)
        self.making.begin(rows, self.folder, as_pdf=self.pdf.isChecked(), as_text=self.text.isChecked())

    def take_folder(self, folder: str) -> None:
        """Make them there."""
        self.folder = Path(folder)
        self.where.setText(folder)

    def _where(self) -> None:
        words, line = self._words, self.page.add(Row(gap=8))
        said = line.add(Column(gap=2), 1)
        said.add(Text(words.text("Folder"), "small", weight=500, colour="text2"))
        self.where = said.add(Text(str(self.folder), "small", wrap=True, selectable=True))
        choose = line.add(Button(words.text("Choose a folder"), icon="folder-down", small=True))
        choose.clicked.connect(self._ask_folder)
        line = self.page.add(Row(gap=16))
        self.pdf = line.add(CheckBox(words.text("PDF files"), checked=True))
        self.text = line.add(CheckBox(words.text("Text files, to paste into a message")))
        line.add_space()

    def _foot(self, count: int) -> None:
        words = self._words
        progress = self.foot.add(Column(gap=4), 1)
        self.said = progress.add(Text("", "small", colour="text2", wrap=True))
        self.bar = progress.add(ShareBar((), high=6))
        self.bar.hide()
        self.foot.add(Button(words.text("Close"), ButtonKind.GHOST)).clicked.connect(self.reject)
        said = words.text("Make all {n}", n=count)
        self.primary = self.foot.add(Button(said, ButtonKind.PRIMARY, icon="files", shortcut="Ctrl+Enter"))
        self.primary.clicked.connect(self.make)

    def _step(self, done: int) -> None:
        said = self._words.text("{done} of {all} made", done=done, all=self._all)
        self.said.setText(said)
        self.bar.show()
        self.bar.set_parts((SharePart(done), SharePart(self._all - done, strength=0.34)), spoken=said)

    def _ended(self) -> None:
        self.primary.allow()
        self.bar.hide()
        made = sum(row.paper is not None for row in self.rows)
        self.said.setText(
            self._words.plural(
                "{n} sheet is made. Hand it over, then mark it as given.",
                "{n} sheets are made. Hand them over, then mark each as given.",
                made,
            )
        )

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self._words.text("Choose a folder"), str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()

    def _mark(self) -> None:
        row = self.sender()
        if not isinstance(row, SheetRow) or row.shown is None or row.paper is None:
            return
        self.marking = MarkGiven(self.workbench, row.shown, row.paper, made=True, how="mailed", parent=self)
        self.marking.accepted.connect(row.say_given)
        self.marking.open()
