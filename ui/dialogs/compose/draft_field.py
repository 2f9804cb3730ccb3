"""The text of the message with its gaps: amber words that move with the text until they are written over (6.7)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.papers.drafts import Draft
from ui.theme import theme
from ui.widgets.inputs import TextInput

LINES = 6


class DraftField(TextInput):
    """`gaps_changed` carries how many gaps are left."""

    gaps_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", lines=LINES, parent=parent)
        self._gaps: list[tuple[QTextCursor, str]] = []
        self._left = 0
        self.textChanged.connect(self._look)
        theme().changed.connect(self._mark)

    @property
    def gaps_left(self) -> int:
        """How many gaps still hold their hint."""
        return len(self._open())

    @property
    def written(self) -> bool:
        """Whether somebody typed since the last draft was put in."""
        return self.document().isModified()

    def put(self, draft: Draft) -> None:
        """Put a draft in; what stood there comes back with undo."""
        self._gaps = []
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        if self.toPlainText():
            whole.insertText(draft.text)
        else:
            self.setPlainText(draft.text)
        for gap in draft.gaps:
            cursor = QTextCursor(self.document())
            cursor.setPosition(gap.start)
            cursor.setPosition(gap.end, QTextCursor.MoveMode.KeepAnchor)
            self._gaps.append((cursor, draft.text[gap.start : gap.end]))
        self.document().setModified(False)
        self._look()

    def restore(self, text: str) -> None:
        """Put back what was typed before; it counts as written."""
        self._gaps = []
        self.setPlainText(text)
        self.document().setModified(True)
        self._look()

    def next_gap(self) -> bool:
        """Select the next gap after the cursor, from the top again after the last; False when none is left."""
        found = sorted(self._open(), key=QTextCursor.selectionStart)
        if not found:
            return False
        at = self.textCursor().selectionEnd() if self.textCursor().hasSelection() else self.textCursor().position()
        chosen = next((each for each in found if each.selectionStart() >= at), found[0])
        self.setTextCursor(QTextCursor(chosen))
        self.setFocus()
        return True

    def _open(self) -> list[QTextCursor]:
        return [cursor for cursor, hint in self._gaps if cursor.selectedText() == hint]

    def _look(self) -> None:
        self._mark()
        if self.gaps_left != self._left:
            self._left = self.gaps_left
            self.gaps_changed.emit(self._left)

    def _mark(self) -> None:
        marks = []
        for cursor in self._open():
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(theme().colour("today-soft"))
            look.setForeground(theme().colour("today"))
            look.setFontWeight(600)
            mark.format, mark.cursor = look, cursor
            marks.append(mark)
        self.setExtraSelections(marks)
