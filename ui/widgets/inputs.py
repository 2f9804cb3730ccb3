"""What a field holds when it is text: a line, several lines."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from ui.theme import follow_theme, theme

LINE_PERCENT = 125.0
"""Of Inter's own line height (1.21), which makes about 1.5: room for accents and for marked gaps."""


class LineInput(QLineEdit):
    """One line of text."""

    left = Signal()

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        follow_theme(self)

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font("body"))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the text scrolls."""
        return QSize(theme().px(64), super().minimumSizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left; that is when errors are shown (6.5)."""
        super().focusOutEvent(event)
        self.left.emit()


class TextInput(QTextEdit):
    """Several lines of plain text; `lines` is the height. Tab leaves it, Ctrl+Tab types one, Ctrl+Enter goes up."""

    left = Signal()
    files_pasted = Signal(object)
    """Paths of local files that were pasted or dropped here; they are never put in as text."""

    def __init__(self, text: str = "", placeholder: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setPlainText(text)
        follow_theme(self)

    def setPlainText(self, text: str) -> None:
        """Show a text, never markup, with the line height of running text; undo does not reach before it."""
        super().setPlainText(text)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)

    def setText(self, text: str) -> None:
        """The same as `setPlainText`: Qt's own would guess markup."""
        self.setPlainText(text)

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        self.setFont(theme().font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the lines asked for."""
        lines = self.fontMetrics().lineSpacing() * self._lines * LINE_PERCENT / 100
        return QSize(theme().px(240), round(lines) + theme().px(6) * 2 + 12)

    def minimumSizeHint(self) -> QSize:
        """Never less than the lines asked for."""
        return QSize(theme().px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab types a tab; Ctrl+Enter goes to the window."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Tab:
            self.insertPlainText("\t")
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text is put in; files are told."""
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_pasted.emit(files)
        else:
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()
