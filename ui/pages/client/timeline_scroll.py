"""Moves through a timeline: by pixels, rows and windows, to its ends, along its bar; fetches lines ahead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSlider, QListView

from ui.pages.client.timeline_bar import WHOLE, Span, measure
from ui.pages.client.timeline_delegate import HEADING
from ui.pages.client.timeline_fetch import TimelineFetch
from ui.pages.client.timeline_model import TimelineModel
from ui.pages.client.timeline_pages import TimelinePages
from ui.pages.client.timeline_places import Heights, Places
from ui.theme import theme

Steps = QAbstractSlider.SliderAction


class TimelineScroll(QObject):
    """Keeps places, pages and bar of one view together."""

    def __init__(self, view: QListView, lines: TimelineModel, pages: TimelinePages, heights: Heights) -> None:
        super().__init__(view)
        self._view, self.lines, self._pages, self._heights = view, lines, pages, heights
        self.places = Places(lines, heights)
        self._span: Span | None = None
        self._placing = False
        self.fetching = TimelineFetch(view, lines, pages, self.places)
        view.verticalScrollBar().actionTriggered.connect(self._stepped)

    def show_client(self, client: int) -> None:
        """The newest lines of a client; of the same one what changed, the place kept unless it was the end."""
        at_end = client != self._pages.client or not self.lines.lines or self.places.is_at_end
        if self.fetching.renew(client):
            pass
        elif at_end or not self.fetching.load(partial(self._pages.around, self.places.seq)):
            self.fetching.load(partial(self._pages.newest, client))
            self._span, at_end = None, True
        if at_end:
            self.to_end()
        else:
            self.settle()

    def by(self, pixels: int) -> None:
        """Scroll, at most by what is in view: positive towards the newest line."""
        pixels = max(-self.places.high, min(self.places.high, pixels))
        self.fetching.fetch()
        self.places.move(pixels)
        self.fetching.fetch()
        self._painted()

    def to_end(self) -> None:
        """Stand at the newest line of all."""
        if not self.lines.at_end:
            self.fetching.load(partial(self._pages.newest, self._pages.client))
        self.places.to_end()
        self._measure_span()
        self._painted()

    def to_start(self) -> None:
        """Stand at the first line of all."""
        if not self.lines.at_start:
            self.fetching.load(self._pages.oldest)
        if self.lines.lines:
            self.places.hold(0, self._heights(0)[0])
        self.settle()

    def settle(self) -> None:
        """Place the rows anew: their heights, or that of the window, are others."""
        self.places.high = self._view.viewport().height()
        self.places.settle()
        self.fetching.fetch()
        self._painted()

    def resize(self) -> None:
        """The window has another size; the end stays in view where it was."""
        at_end = self.places.is_at_end
        self.places.high = self._view.viewport().height()
        if at_end:
            self.to_end()
        else:
            self.settle()

    def show_row(self, row: int, *, middle: bool) -> None:
        """Bring a row into view, clear of the day that stays on top."""
        placed, heading = self.places.placed(row), theme().px(HEADING)
        if middle:
            self._put(row, max(heading, (self.places.high - placed.height) // 2))
        elif placed.top < heading:
            self._put(row, heading)
        elif placed.bottom > self.places.high:
            self._put(row, max(heading, self.places.high - placed.height))
        else:
            self._painted()

    def _put(self, row: int, top: int) -> None:
        self.places.hold(row, top + self._heights(row)[0])
        self.settle()

    def follow_bar(self) -> None:
        """The bar was moved by hand, or by who reads the screen."""
        if self._placing or not self.lines.lines:
            return
        value = self._view.verticalScrollBar().value()
        if self._span is None:
            self.places.move(value + self.places.placed(0).top)
            self._painted()
        elif value in (0, WHOLE):
            (self.to_end if value else self.to_start)()
        else:
            row = self.fetching.load(partial(self._pages.at, self._span.at(value)))
            self._put(min(row, len(self.lines.lines) - 1), theme().px(HEADING))

    def _stepped(self, action: int) -> None:
        """A step of the bar is a few lines or a window, never so many days."""
        bar, page = self._view.verticalScrollBar(), self.places.high - theme().px(HEADING)
        steps = {
            Steps.SliderSingleStepAdd: theme().px(72),
            Steps.SliderSingleStepSub: -theme().px(72),
            Steps.SliderPageStepAdd: page,
            Steps.SliderPageStepSub: -page,
        }
        pixels = steps.get(Steps(action))
        if pixels is not None:
            bar.setSliderPosition(bar.value())
            self.by(pixels)

    def _measure_span(self) -> None:
        """From the first line of all to where the window stands now: at the end."""
        last = self.places.instant()
        if last is None or (self.lines.at_start and self._span is None):
            return
        first = self._span.first if self._span else self._pages.begun()
        self._span = Span(first or last, last)

    def _painted(self) -> None:
        bar = self._view.verticalScrollBar()
        if not bar.isSliderDown() or self._span is None:
            self._placing = True
            measure(bar, self.places, self._span, self._whole_height())
            self._placing = False
        self._view.viewport().update()

    def _whole_height(self) -> int:
        if self._span is not None:
            return 0
        return sum(self._heights(row)[1] for row in range(len(self.lines.lines)))
