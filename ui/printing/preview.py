"""The paper on screen, as it will print: pages below each other, zoom, keys, and its text for screen readers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from app.facts.pages import Paper
from ui.printing.drawn import Pages, words_on
from ui.printing.fit import Desk, Fit
from ui.printing.layout import lay_out
from ui.printing.painter import paint_page
from ui.roles import Role
from ui.theme import follow_theme, theme

ZOOMS: Final = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
KEPT: Final = 6
"""So many painted pages are kept; a long statement must not fill the memory."""


class PaperPreview(QAbstractScrollArea):
    """Shows one paper. `pages_changed` carries the number of pages whenever another paper is shown."""

    ROLE = Role.Document
    pages_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._desk = Desk()
        self._kept: dict[int, QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("paper-preview")
        follow_theme(self)

    @property
    def page_count(self) -> int:
        """How many pages the shown paper has; 0 while there is none."""
        return self._pages.count if self._pages else 0

    @property
    def zoom(self) -> float:
        """The present size as a factor; 1.0 shows the paper in its own size at 96 pixels to the inch."""
        return self._desk.zoom

    def show_paper(self, paper: Paper, spoken: str = "") -> None:
        """Lay out and show `paper`; the place of reading stays where it was.

        `spoken` is the paper's text edition, in which struck dates are announced; without it the drawn lines are read.
        """
        self._pages = lay_out(paper)
        self._desk = self._desk.of(self._pages.count, self._pages.sheet.width, self._pages.sheet.height)
        self.setAccessibleName(self._pages.title)
        self.setAccessibleDescription(spoken or "\n".join(words_on(page) for page in self._pages.pages))
        self._relay()
        self.pages_changed.emit(self._pages.count)

    def fit_page(self) -> None:
        """Show a whole page at a time."""
        self._set(Fit.PAGE)

    def fit_width(self) -> None:
        """Let the page be as wide as the desk."""
        self._set(Fit.WIDTH)

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_zoom(next((step for step in ZOOMS if step > self.zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self.zoom - 0.01), ZOOMS[0]))

    def set_zoom(self, zoom: float) -> None:
        """Show the paper at this factor until another is chosen."""
        self._set(Fit.FREE, zoom)

    def restyle(self) -> None:
        """Take the colours of the theme; the page itself stays white, as paper is."""
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for one page at a readable size."""
        return QSize(560, 700)

    def _set(self, fit: Fit, zoom: float = 1.0) -> None:
        self._desk = self._desk.fitted(fit, zoom)
        self._relay()

    def _relay(self) -> None:
        """Place the pages anew for this desk and keep the same spot of the paper in view."""
        bar = self.verticalScrollBar()
        spot = bar.value() / max(self._desk.height, 1)
        view = self.viewport().size()
        self._desk = self._desk.on(view.width(), view.height())
        self._kept.clear()
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, round(self._desk.width) - view.width()))
        across.setPageStep(view.width())
        bar.setRange(0, max(0, round(self._desk.height) - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(40)
        bar.setValue(round(spot * self._desk.height))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._relay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with plus, minus and 0 zooms, Home and End go to the ends; arrows and Page keys scroll."""
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key(), control:
            case (Qt.Key.Key_Plus | Qt.Key.Key_Equal, True):
                self.zoom_in()
            case (Qt.Key.Key_Minus, True):
                self.zoom_out()
            case (Qt.Key.Key_0, True):
                self.fit_page()
            case (Qt.Key.Key_Home, _):
                bar.setValue(0)
            case (Qt.Key.Key_End, _):
                bar.setValue(bar.maximum())
            case (Qt.Key.Key_Space, _):
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return
        super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Pages are painted where they are seen."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk, and the pages of it that are in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("sunken"))
        if not self._pages:
            return
        top, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        for number in range(self._pages.count):
            x, y, width, height = self._desk.place(number)
            spot = QRectF(round(x - left), round(y - top), round(width), round(height))
            if spot.intersects(QRectF(self.viewport().rect())):
                painter.drawPixmap(spot.topLeft(), self._painted(number, spot))
                painter.setPen(theme().colour("border2"))
                painter.drawRect(spot.adjusted(0, 0, -1, -1))

    def _painted(self, number: int, spot: QRectF) -> QPixmap:
        """The page as a picture in device pixels; painted once per size."""
        found = self._kept.get(number)
        if found is None:
            ratio = self.devicePixelRatioF()
            found = QPixmap(round(spot.width() * ratio), round(spot.height() * ratio))
            found.setDevicePixelRatio(ratio)
            self._paint_on(found, number, spot)
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[number] = found
        return found

    def _paint_on(self, picture: QPixmap, number: int, spot: QRectF) -> None:
        if self._pages is None:
            return
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.translate(QPointF(0, 0))
        factor = spot.width() / self._pages.sheet.width
        painter.scale(factor, factor)
        paint_page(painter, self._pages, number)
        painter.end()
