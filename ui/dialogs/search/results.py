"""The list of results; the keyboard stays in the field above it, which steers it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.words import Words
from ui.dialogs.search.found import Found
from ui.dialogs.search.model import ResultModel
from ui.dialogs.search.painter import ResultPainter
from ui.theme import follow_theme, theme


class ResultList(QListView):
    """Shows a ResultModel; headings are passed over."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = ResultModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(ResultPainter(self))
        self.setAccessibleName(words.text("Results"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        follow_theme(self)

    @property
    def spoken(self) -> str:
        """The chosen line aloud."""
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def show_results(self, found: Sequence[Found]) -> None:
        """Show results, the first of them chosen."""
        self.model_.show(found)
        self.scrollToTop()
        self._choose(self.model_.step(-1, 1))

    def go_on(self, line: Found, page: Sequence[Found]) -> None:
        """Put a page where the line stood that asked for it, and choose its first line."""
        self._choose(self.model_.step(self.model_.replace(line, page) - 1, 1))

    def step(self, step: int) -> None:
        """Choose the line so many lines away, or the last one on the way there."""
        row = self.currentIndex().row()
        for _ in range(abs(step)):
            row = self.model_.step(row, 1 if step > 0 else -1)
        self._choose(row)
        if self.model_.step(row, -1) == row:
            self.scrollToTop()

    def restyle(self) -> None:
        """Stand on the panel's ground, with lines as high as the text needs."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme().colour("card"))
        self.setPalette(palette)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.model_.layoutChanged.emit()

    def _choose(self, row: int) -> None:
        index = self.model_.index(row)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
