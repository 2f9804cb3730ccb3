"""The item row of the side column: icon, title, due, one line of state; a press opens it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.painting import RIGHT, advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip
from ui.widgets.severity import Severity, severity_text_colour

LEFT_EDGE = 26
PAD = 4


class Item(Struct, frozen=True):
    """One open item: "Баннер на главную", "today by 12:11", "Asked by Игорь Савин"."""

    key: str
    icon: str
    title: str
    due: str = ""
    state: str = ""
    severity: str = Severity.NONE
    spoken: str = ""


class ItemRow(PlainButton):
    """The row; `opened` carries its key. What is cut is whole in the tooltip and the accessible name."""

    opened = Signal(str)

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.set_item(item)
        follow_theme(self)

    @property
    def key(self) -> str:
        """The key of what it shows."""
        return self._item.key

    def set_item(self, item: Item) -> None:
        """Show another item."""
        self._item = item
        self._whole = ", ".join(part for part in (item.title, item.due, item.state) if part)
        self.setAccessibleName(item.spoken or self._whole)
        self._tell()
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line, two with a state."""
        return QSize(theme().px(280), theme().px((44 if self._item.state else 24) + PAD))

    def minimumSizeHint(self) -> QSize:
        """The due is never cut."""
        return QSize(int(theme().px(LEFT_EDGE + 60) + self._due_wide()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is cut into the tooltip."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, title, due and state."""
        painter, t, px = QPainter(self), theme(), theme().px
        box = QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, box, t.measure("radius_control"), fill=t.colour("hover"))
        colour = t.colour(severity_text_colour(self._item.severity))
        side, top = t.measure("icon_text"), px(PAD / 2)
        draw_icon(painter, self._item.icon, QRectF(0, top + px(3), side, side), colour)
        due = QRectF(box.right() - self._due_wide() - 1, top, self._due_wide() + 1, px(22))
        draw_text(painter, due, self._item.due, t.font("caption", 500, tabular=True), colour, RIGHT)
        title = QRectF(px(LEFT_EDGE), top, self._title_room(), px(22))
        draw_text(painter, title, self._item.title, t.font("small", 500), t.colour("text"))
        state = QRectF(px(LEFT_EDGE), top + px(22), box.width() - px(LEFT_EDGE), px(18))
        draw_text(painter, state, self._item.state, t.font("caption"), t.colour("text2"))
        if self.hasFocus():
            draw_focus(painter, box, t.measure("radius_control"))

    def _due_wide(self) -> float:
        return advance(self._item.due, theme().font("caption", 500, tabular=True))

    def _title_room(self) -> float:
        return self.width() - theme().px(LEFT_EDGE + 8) - self._due_wide()

    def _tell(self) -> None:
        title = advance(self._item.title, theme().font("small", 500)) > self._title_room()
        state = advance(self._item.state, theme().font("caption")) > self.width() - theme().px(LEFT_EDGE)
        self.setToolTip(tip(self._whole if title or state else ""))

    def _open(self) -> None:
        self.opened.emit(self._item.key)
