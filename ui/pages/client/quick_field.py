"""The one field of quick add: Enter saves, Shift+Enter breaks the line, Alt+1…5 choose the kind."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.inputs import LINE_PERCENT, TextInput

MOST_LINES = 6
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


class QuickField(TextInput):
    """Grows with its lines up to six, then scrolls."""

    saved = Signal()
    full_asked = Signal()
    kind_asked = Signal(int)
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", lines=1, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """One line as high as a control; more as they are typed."""
        pitch = self.fontMetrics().lineSpacing() * LINE_PERCENT / 100
        return QSize(theme().px(240), round(theme().measure("control") + 2 + (self._lines_now() - 1) * pitch))

    def minimumSizeHint(self) -> QSize:
        """Never less than its lines."""
        return QSize(theme().px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of 6.4."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and held == Qt.KeyboardModifier.NoModifier:
            self.saved.emit()
        elif enter and held == Qt.KeyboardModifier.ControlModifier:
            self.full_asked.emit()
        elif held == Qt.KeyboardModifier.AltModifier and event.key() in DIGITS:
            self.kind_asked.emit(DIGITS.index(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Say what was pasted: it may be a piece of a chat."""
        super().insertFromMimeData(source)
        if source.hasText() and not source.hasUrls():
            self.pasted.emit(source.text())

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        super().restyle()
        self._grow()

    def _grow(self) -> None:
        """As many lines as there are, a scroll bar only beyond the most."""
        lines = self._lines_now()
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines >= MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.updateGeometry()

    def _lines_now(self) -> int:
        pitch = self.fontMetrics().lineSpacing() * LINE_PERCENT / 100
        return min(MOST_LINES, max(1, int(self.document().size().height() / max(1.0, pitch) + 0.35)))
