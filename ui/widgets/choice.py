"""What a field holds when it is one of several."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.icons import draw_icon, icon
from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_text
from ui.widgets.plain import shown, tip

ARROW = 28


class Choice(Struct, frozen=True):
    """One entry of a choice: its key, its words, its icon."""

    key: str
    text: str
    icon: str = ""


class ChoiceInput(QComboBox):
    """One of several; `chosen` carries the key that the user took, never what `choose` set."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[Choice] = (), key: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawing = icon
        self._icons: list[str] = []
        self._told = False
        # "AdjustToContents" would take its own size behind the layout's back.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        # Fusion's own delegate for combo boxes ignores the colours of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._say)
        self.currentIndexChanged.connect(self._tell_whole)
        self.set_choices(choices, key)
        follow_theme(self)

    @property
    def key(self) -> str:
        """The key of the entry shown; empty when there is none."""
        return str(self.currentData() or "")

    def set_choices(self, choices: Sequence[Choice], key: str = "") -> None:
        """Offer other entries; keeps the choice where its key is still there."""
        key = key or self.key
        self.clear()
        self._icons = [choice.icon for choice in choices]
        for choice in choices:
            if choice.icon:
                self.addItem(icon(choice.icon), shown(choice.text), choice.key)
            else:
                self.addItem(shown(choice.text), choice.key)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Show an entry without saying so; an unknown key shows the first."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def restyle(self) -> None:
        """Take font and icon size at the present text scale."""
        self.setFont(theme().font("body"))
        self.view().setFont(theme().font("body"))
        side = theme().measure("icon_text")
        self.setIconSize(QSize(side, side))

    def sizeHint(self) -> QSize:
        """As wide as the longest entry with icon and arrow."""
        words = max((self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        return QSize(words + theme().px(12 + 24 + 36), theme().measure("control"))

    def minimumSizeHint(self) -> QSize:
        """May become narrower; the entry is then cut, and the tooltip holds it."""
        return QSize(min(self.sizeHint().width(), theme().px(96)), theme().measure("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as the style sheet has it, then icon, words and arrow."""
        self._draw_frame()
        painter, px, side = QPainter(self), theme().px, theme().measure("icon_text")
        left, middle = float(px(12)), self.height() / 2
        colour = theme().colour("text" if self.isEnabled() else "text3")
        if self._own_icon():
            box = QRectF(left - px(1), middle - side / 2, side, side)
            draw_icon(painter, self._own_icon(), box, theme().colour("text2"))
            left += side + px(6)
        room = QRectF(left, 0, self.width() - left - px(ARROW), self.height())
        draw_text(painter, room, self.currentText(), self.font(), colour)
        arrow = QRectF(self.width() - px(10) - side, middle - side / 2, side, side)
        draw_icon(painter, "chevron-down", arrow, theme().colour("text2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole entry in the tooltip as soon as it no longer fits."""
        super().resizeEvent(event)
        self._tell_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it changes no choice."""
        event.ignore()

    def _draw_frame(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)

    def _tell_whole(self) -> None:
        taken = theme().px(12 + ARROW) + (theme().measure("icon_text") + theme().px(6) if self._own_icon() else 0)
        cut = advance(self.currentText(), self.font()) > self.width() - taken + 0.5
        if cut or self._told:
            self.setToolTip(tip(self.currentText() if cut else ""))
        self._told = cut

    def _own_icon(self) -> str:
        at = self.currentIndex()
        return self._drawing or (self._icons[at] if 0 <= at < len(self._icons) else "")

    def _say(self) -> None:
        self.chosen.emit(self.key)
