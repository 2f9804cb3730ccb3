"""Verify a file: drop a bag, a folder or a journal, give the heads that the reader holds, read the verdict (6.9)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.facts.evidence import Examined
from app.facts.held import heads_in, printed_heads
from ui.dialogs.framed import Framed
from ui.pages.evidence import asking
from ui.pages.evidence.root_field import RootField
from ui.pages.evidence.verify_result import VerifyResult
from ui.running import Running, said
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.drop_place import DropPlace
from ui.widgets.field import text_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

MOST_TEXT = 1 << 20
"""A sheet's text edition is smaller than this."""


class VerifyDialog(Framed):
    """Its own small window over the page."""

    def __init__(self, workbench: Workbench, path: Path | None = None, *, parent: QWidget) -> None:
        words = workbench.words
        super().__init__(words.text("Verify a file"), parent, gap=12)
        self._workbench = workbench
        self.path: Path | None = None
        body = self.page
        self.place = body.add(DropPlace(words.text("Drop an export, a folder or a journal here")))
        self.place.dropped.connect(self.take)
        for name, slot in (
            (words.text("Choose a file"), self._choose_file),
            (words.text("Choose a folder"), self._choose_folder),
        ):
            self.place.add_button(Button(name, small=True)).clicked.connect(slot)
        self.held = body.add(
            text_field(words.text("Heads that you hold"), hint=words.text("from a sheet or a mail"), lines=3)
        )
        self.held.editor.setPlaceholderText(words.text("1296: and all 64 digits, or the text of the sheet's code"))
        self.root = body.add(RootField(words))
        self.root.set_hint(words.text("for time stamps, from the authority itself"))
        self.said = body.add(Text("", "small", colour="text2", wrap=True))
        self.report = body.add(VerifyResult(words))
        body.add_space()
        self._fill_foot()
        self._running = Running(workbench, self)
        self._running.progressed.connect(self._tell)
        self._running.ended.connect(self._ended)
        self.finished.connect(self._running.stop)
        self.resize(theme().px(560), theme().px(600))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Choose a file; the text of a sheet gives its head instead."""
        text = _sheet_text(path)
        if text is not None:
            self.held.editor.setPlainText("\n".join([*heads_in(self.held.editor.toPlainText()), *heads_in(text)]))
            return
        self.path = path
        self.place.show_path(path)
        self.verify.allow()

    def start(self) -> None:
        """Verify what was chosen."""
        if self.path is None or not self.root.is_sound():
            return
        self.held.set_error(None)
        self.report.clear()
        self.said.setText(self._workbench.words.text("Looking at {name}", name=self.path.name))
        self.verify.refuse(self.said.text())
        self._running.start(
            partial(asking.verify_file, self.path, heads_in(self.held.editor.toPlainText()), self.root.path)
        )

    def _fill_foot(self) -> None:
        words = self._workbench.words
        self.foot.add_space()
        close = self.foot.add(Button(words.text("Close")))
        close.clicked.connect(self.reject)
        self.verify = self.foot.add(Button(words.text("Verify"), ButtonKind.PRIMARY, icon="file-check"))
        self.verify.clicked.connect(self.start)
        self.verify.refuse(words.text("Choose a file first."))

    def _choose_file(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFile)

    def _choose_folder(self) -> None:
        self._choose(QFileDialog.FileMode.Directory)

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, self.windowTitle(), self._workbench.settings.paper_folder)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.take(Path(path))

    def _tell(self, done: int) -> None:
        words = self._workbench.words
        self.said.setText(words.plural("{n} entry looked at", "{n} entries looked at", done))

    def _ended(self, value: object) -> None:
        self.verify.allow()
        self.said.setText("")
        refusal = said(value)
        if isinstance(value, Examined):
            self.report.show_result(value)
        elif refusal is not None:
            self.held.set_error(self._workbench.words.of(refusal))


def _sheet_text(path: Path) -> str | None:
    """The text edition of a sheet; None where it is anything else."""
    try:
        if path.suffix.lower() != ".txt" or not path.is_file() or path.stat().st_size > MOST_TEXT:
            return None
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return None
    return text if printed_heads(text) else None
