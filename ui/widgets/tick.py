"""Check box, radio button and switch, drawn from the tokens; text and keys are Qt's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text, draw_tick

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # Qt's classes cannot be inherited from twice.

SIDE = 16
GAP = 8


def draw_tick_box(painter: QPainter, box: QRectF, *, checked: bool) -> None:
    """A box of 16, filled and ticked when checked."""
    radius = theme().measure("radius_box")
    if not checked:
        draw_box(painter, box, radius, fill=theme().colour("card"), edge=theme().colour("field"), width=1.5)
        return
    draw_box(painter, box, radius, fill=theme().colour("accent"))
    inset = box.width() * 0.22
    draw_tick(painter, box.adjusted(inset, inset, -inset, -inset), theme().colour("on-accent"))


def _draw_words(painter: QPainter, button: QAbstractButton, side: int) -> None:
    left = theme().px(2 + side + GAP)
    room = QRectF(left, 0, button.width() - left, button.height())
    colour = "text" if button.isEnabled() else "text3"
    draw_text(painter, room, button.text(), button.font(), theme().colour(colour))
    if button.hasFocus():
        draw_focus(painter, QRectF(button.rect()), theme().measure("radius_box"))


class _BesideWords(_Button):
    """Size and target of a mark of 16 with its words in one font."""

    FONT = "small"

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font(self.FONT))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Mark and words, at least a target high."""
        wide = theme().px(SIDE + GAP) + advance(self.text(), self.font()) if self.text() else theme().px(SIDE)
        target = theme().measure("target")
        return QSize(max(int(wide + theme().px(6)), target), target)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """The whole widget is the target."""
        return True


class CheckBox(_BesideWords, QCheckBox):
    """A box with a sentence beside it."""

    def __init__(self, text: str = "", *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(checked)
        follow_theme(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and words."""
        painter, side = QPainter(self), theme().px(SIDE)
        box = QRectF(theme().px(2), (self.height() - side) / 2, side, side)
        draw_tick_box(painter, box, checked=self.isChecked())
        _draw_words(painter, self, SIDE)


class RadioButton(_BesideWords, QRadioButton):
    """One of several, a ring with a dot."""

    FONT = "body"

    def __init__(self, text: str = "", *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(checked)
        follow_theme(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, dot and words."""
        painter, side = QPainter(self), theme().px(SIDE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(theme().px(2), (self.height() - side) / 2, side, side)
        painter.setBrush(theme().colour("card"))
        painter.setPen(QPen(theme().colour("accent" if self.isChecked() else "field"), 1.5))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawEllipse(box.center(), side * 0.26, side * 0.26)
        _draw_words(painter, self, SIDE)


class Switch(QCheckBox):
    """On or off at once; the sentence beside it is the caller's label, `name` is what is spoken."""

    def __init__(self, name: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setChecked(checked)
        follow_theme(self)

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """32 by 18 in a target of 24."""
        return QSize(theme().px(36), theme().measure("target"))

    def hitButton(self, pos: object) -> bool:
        """The whole widget is the target."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and knob."""
        painter, px = QPainter(self), theme().px
        track = QRectF(px(2), (self.height() - px(18)) / 2, px(32), px(18))
        draw_box(painter, track, track.height() / 2, fill=theme().colour("accent" if self.isChecked() else "field"))
        knob = px(14)
        left = track.right() - knob - px(2) if self.isChecked() else track.left() + px(2)
        painter.setBrush(theme().colour("on-accent" if self.isChecked() else "card"))
        painter.drawEllipse(QRectF(left, track.center().y() - knob / 2, knob, knob))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), theme().measure("radius_box"))
