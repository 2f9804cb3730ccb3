"""One group of terms in the list at the left: icon, name, how many of its terms change, what is wrong in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.words import Words
from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.painting import RIGHT, advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton

MARKS = {"late": "circle-alert", "today": "triangle-alert"}


class GroupRow(PlainButton):
    """`went` carries the key when it is pressed, `stepped` -1 or 1 when an arrow key asks for its neighbour."""

    went = Signal(str)
    stepped = Signal(int)

    def __init__(self, words: Words, key: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._words, self.key, self._drawing = words, key, icon
        self._changes, self._wrong, self._here = 0, "", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._go)
        self.set_state(0, "")
        follow_theme(self)

    def set_state(self, changes: int, wrong: str) -> None:
        """`changes` of its terms differ; `wrong` is "late" when something is refused, "today" when it is strange."""
        self._changes, self._wrong = changes, wrong
        parts = [self.text()]
        if changes:
            parts.append(self._words.plural("{n} change", "{n} changes", changes))
        if wrong == "late":
            parts.append(self._words.text("something is wrong"))
        elif wrong:
            parts.append(self._words.text("look at a remark"))
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(", ".join(parts[1:]))
        self.update()

    def set_current(self, here: bool) -> None:
        """Mark the group that is shown; Tab finds this one, the arrows the others."""
        self._here = here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbours."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)

    def restyle(self) -> None:
        """Take sizes at the present text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A row of the rail; the name is never cut."""
        wide = advance(self.text(), theme().font("small", 600)) + theme().px(34 + 36)
        return QSize(int(wide), theme().measure("rail_row"))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, icon, name, and the mark or the number of changes."""
        painter, box, t = QPainter(self), QRectF(self.rect()), theme()
        px, middle, radius = t.px, self.height() / 2, t.measure("radius_control")
        if self._here or self.underMouse():
            draw_box(painter, box, radius, fill=t.colour("sel" if self._here else "hover"))
        side = t.measure("icon_text")
        colour = t.colour("accent" if self._here else "text2")
        draw_icon(painter, self._drawing, QRectF(px(10), middle - side / 2, side, side), colour)
        font = t.font("small", 600 if self._here else 500)
        room = QRectF(px(34), 0, box.width() - px(64), box.height())
        draw_text(painter, room, self.text(), font, t.colour("text" if self._here else "text2"))
        self._draw_mark(painter, box)
        if self.hasFocus():
            draw_focus(painter, box, radius)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        t, px = theme(), theme().px
        if self._wrong:
            side = t.measure("icon_text")
            place = QRectF(box.right() - px(10) - side, (box.height() - side) / 2, side, side)
            draw_icon(painter, MARKS[self._wrong], place, t.colour(self._wrong))
        elif self._changes:
            room = QRectF(box.right() - px(40), 0, px(30), box.height())
            font = t.font("caption", 600, tabular=True)
            draw_text(painter, room, str(self._changes), font, t.colour("accent-text"), RIGHT)

    def _go(self) -> None:
        self.went.emit(self.key)
