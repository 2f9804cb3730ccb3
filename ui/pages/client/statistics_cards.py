"""The five cards of the Statistics tab: three in a row, two in a narrow window, one below the other at large text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.facts.charts import FigureLook
from ui.layout import Layout
from ui.pages.client.statistics_card import FigureCard
from ui.theme import follow_theme, theme
from ui.widgets.charts.chart import HIGH

PLACES = {
    Layout.FULL: ((0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 2), (1, 2, 1)),
    Layout.NARROW: ((0, 0, 1), (0, 1, 1), (1, 0, 1), (2, 0, 2), (1, 1, 1)),
    Layout.SINGLE: ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1), (4, 0, 1)),
}
"""Row, column and width of each card; in a narrow window the wide one goes last, so that no place stays empty."""

GAP, LOW = 12, 160


class StatisticsCards(QWidget):
    """Made at the first figures; `entered` carries what Enter on a point opens."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[FigureCard] = []
        self._layout_now = Layout.FULL
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        follow_theme(self)

    def restyle(self) -> None:
        """Take the gaps at the present text scale."""
        self._grid.setSpacing(theme().px(GAP))

    def show_looks(self, looks: Sequence[FigureLook]) -> None:
        """Show other figures; what did not change is left alone."""
        for card, look in zip(self.cards, looks, strict=False):
            if card.look != look:
                card.show_look(look)
        for look in looks[len(self.cards) :]:
            card = FigureCard(look, self._high)
            card.entered.connect(self.entered)
            self.cards.append(card)
            self._arrange()

    def set_layout(self, layout: Layout) -> None:
        """Full, narrow, single."""
        if layout is self._layout_now:
            return
        self._layout_now = layout
        for card in self.cards:
            card.set_high(self._high)
        self._arrange()

    @property
    def _high(self) -> int:
        return LOW if self._layout_now is Layout.SINGLE else HIGH

    def _arrange(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
        places = PLACES[self._layout_now]
        for card, (row, column, wide) in zip(self.cards, places, strict=False):
            self._grid.addWidget(card, row, column, 1, wide)
        columns = 1 + max(column for _, column, _ in places)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        rows = 1 + max(row for row, _, _ in places)
        for row in range(len(places) + 1):
            self._grid.setRowStretch(row, 1 if row == rows else 0)
