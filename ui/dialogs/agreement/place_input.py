"""The field for a city and its time zone: typed, found by any part of its name, or opened by the arrow (6.10)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QWidget

from app.words import Words
from ui.dialogs.agreement.places import place_text, place_typed, zone_names
from ui.icons import draw_icon
from ui.theme import theme
from ui.widgets.field import Field
from ui.widgets.inputs import LineInput
from ui.widgets.plain import tip

SHOWN = 9
ARROW = 28


def settled(field: Field[PlaceInput], words: Words) -> bool:
    """Read the field; say under it when its line is no place, and lead there."""
    field.editor.settle()
    if field.editor.is_lost:
        field.set_error(words.text("No time zone is called so. Type a city, or choose from the list."))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return not field.editor.is_lost


class PlaceInput(LineInput):
    """`settled` says that another place and zone were given; a line that is none is `lost`, and kept as typed."""

    settled = Signal()
    lost = Signal()

    def __init__(self, words: Words, place: str, zone: str, parent: QWidget | None = None) -> None:
        self._words = words
        self.place, self.zone = place, zone
        self.is_lost = False
        self._names = QStringListModel()
        self._found = QCompleter(self._names)
        super().__init__("", "", parent)
        self._names.setParent(self)
        self._found.setParent(self)
        self._found.setFilterMode(Qt.MatchFlag.MatchContains)
        self._found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setMaxVisibleItems(SHOWN)
        self._found.activated.connect(self._take)
        self.setCompleter(self._found)
        self.editingFinished.connect(self.settle)
        self.show_place(place, zone)

    def show_place(self, place: str, zone: str) -> None:
        """Put another place in without saying so."""
        self.is_lost = False
        self.place, self.zone = place, zone
        self.setText(place_text(self._words, place, zone))
        self.setCursorPosition(0)
        self.setToolTip(tip(self.text()))

    def settle(self) -> None:
        """Read the line; a city alone takes its zone, an unknown one is lost."""
        typed = place_typed(self.text(), self._words.language)
        self.is_lost = typed is None
        if typed is None:
            self.lost.emit()
            return
        if typed[0] == self._words.city(typed[1]):
            typed = ("", typed[1])
        changed = typed != (self.place, self.zone)
        self.show_place(*typed)
        if changed:
            self.settled.emit()

    def offer(self) -> None:
        """Open the whole list."""
        self._fill()
        self._found.setCompletionPrefix("")
        self._found.complete()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the names at hand before the first letter, and the line ready to be typed over."""
        self._fill()
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list of all places; Enter reads the line and goes no further."""
        if event.key() == Qt.Key.Key_Down:
            self.offer()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.settle()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The arrow opens the list."""
        if event.position().x() > self.width() - theme().px(ARROW):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.offer()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the globe before the line and the arrow after it."""
        super().paintEvent(event)
        painter, px, side = QPainter(self), theme().px, theme().measure("icon_text")
        top, colour = (self.height() - side) / 2, theme().colour("text2")
        draw_icon(painter, "globe", QRectF(px(11), top, side, side), colour)
        draw_icon(painter, "chevron-down", QRectF(self.width() - px(10) - side, top, side, side), colour)

    def restyle(self) -> None:
        """Take font and room for the icons at the present text scale."""
        super().restyle()
        self.setTextMargins(theme().px(22), 0, theme().px(20), 0)
        popup = self._found.popup()
        if popup is not None:
            popup.setFont(theme().font("body"))

    def _fill(self) -> None:
        if not self._names.rowCount():
            self._names.setStringList(list(zone_names(self._words.language)))

    def _take(self, text: str) -> None:
        self.setText(text)
        self.settle()
