"""A card of the Statistics tab: title and legend, the figure with its unit, one line with the rest, the chart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.facts.charts import FigureLook
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.card import Card
from ui.widgets.charts.chart import HIGH, Chart
from ui.widgets.charts.legend import Legend
from ui.widgets.flow import Flow
from ui.widgets.text import Text


class Heading(Column):
    """The title with the legend at its right, or below it where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=2, parent=parent)
        line = self.add(Row(gap=12))
        self.title = line.add(Text("", "small", weight=600, colour="text2"), 1)
        self.beside, self.below = line.add(Legend()), self.add(Legend(wraps=True))
        self.below.hide()

    def show_look(self, look: FigureLook) -> None:
        """Show another title and legend."""
        self.title.setText(look.title)
        for legend in (self.beside, self.below):
            legend.show_items(look.legend)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Another size of the letters asks for the place anew."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the legend where there is room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        any_items = bool(self.beside.accessibleName())
        wide = self.title.sizeHint().width() + theme().px(12) + self.beside.sizeHint().width()
        fits = wide <= self.width()
        self.beside.setVisible(any_items and fits)
        self.below.setVisible(any_items and not fits)


class FigureCard(Card):
    """Shows one look after another; the chart stays as long as there is one, so that the focus does."""

    entered = Signal(str)

    def __init__(self, look: FigureLook, high: int = HIGH, parent: QWidget | None = None) -> None:
        super().__init__(gap=3, padding=(16, 12, 16, 12), fill=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._high, self.look = high, look
        self.heading = self.add(Heading())
        line = self.add(Flow(gap=8, line_gap=0))
        self.figure = line.add(Text("", "display", tabular=True))
        self.unit = line.add(Text("", "small", colour="text2"))
        self.rest = self.add(Text("", "caption", colour="text2", wrap=True))
        self.add_gap(0)
        self.add_space()
        self.chart: Chart | None = None
        self.room = self.add(Column())
        self.show_look(look)

    def show_look(self, look: FigureLook) -> None:
        """Show other figures."""
        self.look = look
        self.heading.show_look(look)
        self.figure.setText(look.figure)
        self.unit.setText(look.unit)
        self.rest.setText(look.rest)
        self.setAccessibleName(look.spoken)
        if look.chart is None:
            self._drop_chart()
            return
        if self.chart is None:
            self.chart = self.room.add(Chart(look.chart, look.spoken, high=self._high))
            self.chart.opened.connect(self.entered)
        else:
            self.chart.show_data(look.chart, look.spoken)

    def set_high(self, high: int) -> None:
        """Another height of the chart, in pixels of the design."""
        self._high = high
        if self.chart is not None:
            self.chart.set_high(high)

    def _drop_chart(self) -> None:
        self.room.clear()
        self.chart = None
