"""What a field holds when it is text: a line, several lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import follow_theme, theme


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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left; that is when errors are shown (6.5)."""
        super().focusOutEvent(event)
        self.left.emit()


class TextInput(QPlainTextEdit):
    """Several lines; `lines` is the height. Tab leaves it, Ctrl+Tab types one; Ctrl+Enter is left to the window."""

    left = Signal()

    def __init__(self, text: str = "", placeholder: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow_theme(self)

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        self.setFont(theme().font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the lines asked for."""
        high = self.fontMetrics().lineSpacing() * self._lines + theme().px(6) * 2 + 14
        return QSize(theme().px(240), high)

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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()
