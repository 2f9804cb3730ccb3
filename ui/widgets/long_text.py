"""A text that may be a megabyte, to be read and not changed: laid out only where it is looked at (fault 24)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.plain import shown

LONG = 4000
LONG_LINES = 60
"""A text of more characters or lines than these is no label any more."""
PIECE = 1000
"""A line of more characters goes on in the next one: a line is laid out as a whole."""
LINES = 12


def is_long(text: str) -> bool:
    """Whether a text is too long for a label."""
    return len(text) > LONG or text.count("\n") > LONG_LINES


class LongText(QPlainTextEdit):
    """Twelve lines that scroll; the keyboard reads and copies, Tab leaves."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow_theme(self)
        self.setPlainText("\n".join(_pieces(shown(text))))

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font("small"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(theme().px(240), self.fontMetrics().lineSpacing() * LINES + theme().px(12))

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return QSize(theme().px(80), self.sizeHint().height())


def _pieces(text: str) -> list[str]:
    found: list[str] = []
    for line in text.split("\n"):
        found += [line[at : at + PIECE] for at in range(0, len(line), PIECE)] or [""]
    return found
