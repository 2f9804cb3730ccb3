"""Asked before an attachment is opened that could run something, or that is not what its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.file_kinds import FileKind, Opening
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.attached import Attached
    from app.words import Words
    from ui.attachments import Attachments
    from ui.workbench import Workbench


class OpenAttached(PlainDialog):
    """Ctrl+Enter and Esc leave the file closed; opening takes a press on its own button."""

    def __init__(
        self,
        workbench: Workbench,
        attached: Attached,
        kind: FileKind,
        files: Attachments,
        *,
        parent: QWidget | None = None,
    ) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Open this file?"), parent)
        self._attached, self._files = attached, files
        self.body.add(Text(attached.name, "heading", wrap=True, selectable=True))
        self.said = self.body.add(Text(why(words, kind), "body", wrap=True))
        note = words.text(
            "What is opened is a copy; the file in the journal stays as it is. Open it only when you know who made it"
            " and what it is for."
        )
        self.body.add(Text(note, "small", colour="text2", wrap=True))
        self.opens = self.foot.add(Button(words.text("Open it all the same"), ButtonKind.GHOST))
        self.opens.clicked.connect(self._open)
        self.keeps = self.foot.add(Button(words.text("Save a copy"), ButtonKind.GHOST, icon="download"))
        self.keeps.clicked.connect(self._keep)
        self.add_foot(words.text("Leave it closed")).setFocus()
        self.fit()

    def save(self) -> None:
        """Leave it closed."""
        self.reject()

    def _open(self) -> None:
        self.accept()
        self._files.open_copy(self._attached)

    def _keep(self) -> None:
        self.accept()
        self._files.save_copy(self._attached)


def why(words: Words, kind: FileKind) -> str:
    """Why it is asked."""
    if kind.opening is Opening.RUNS and kind.lies:
        return words.text("It is called .{kind}, but it is a program: opening it can run it.", kind=kind.suffix)
    if kind.opening is Opening.RUNS:
        return words.text("Files of the kind .{kind} can run programs on this computer.", kind=kind.suffix)
    if kind.lies:
        return words.text("It is called .{kind}, but it does not begin as such files do.", kind=kind.suffix)
    return words.text("Nobody here knows what this kind of file does when it is opened.")
