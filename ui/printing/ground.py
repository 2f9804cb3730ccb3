"""The ground a paper lies on: the preview, an edge that shows the keyboard, and its zoom by keys and by menu (6.8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from app.words import Words
from ui.printing.preview import PaperPreview
from ui.widgets.card import Card


class PaperGround(Card):
    """Holds one `preview`."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(ground="sunken", padding=(4, 4, 4, 4), fill=True, parent=parent)
        self.preview = self.add(PaperPreview(), 1)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.preview.installEventFilter(self)
        self._zooming(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The edge shows that the paper has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.set_chosen(event.type() == QEvent.Type.FocusIn)
        return False

    def _zooming(self, words: Words) -> None:
        """Larger, smaller, the whole page, its width."""
        preview = self.preview
        for name, keys, slot in (
            (words.text("Larger"), ("Ctrl++", "Ctrl+="), preview.zoom_in),
            (words.text("Smaller"), ("Ctrl+-",), preview.zoom_out),
            (words.text("Fit the page"), ("Ctrl+0",), preview.fit_page),
            (words.text("Fit the width"), ("Ctrl+9",), preview.fit_width),
        ):
            action = QAction(name, preview)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(slot)
            preview.addAction(action)
        preview.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
