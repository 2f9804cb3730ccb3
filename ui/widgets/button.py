"""Buttons of 6.12: primary, tinted, plain, ghost and link, 32 or 28 high; a refused one says why."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.painting import CENTRE, advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip


class ButtonKind(StrEnum):
    """How loud a button is; one primary per pane."""

    PRIMARY = "primary"
    TINTED = "tinted"
    PLAIN = "plain"
    GHOST = "ghost"
    LINK = "link"


class _Look(Struct, frozen=True):
    text: str
    fill: str | None
    hover: str | None
    edge: str | None


LOOKS = {
    ButtonKind.PRIMARY: _Look("on-accent", "accent", "accent-hover", None),
    ButtonKind.TINTED: _Look("accent-text", "soft", "soft-line", None),
    ButtonKind.PLAIN: _Look("text", "card", "hover", "border2"),
    ButtonKind.GHOST: _Look("text2", None, "hover", None),
    ButtonKind.LINK: _Look("accent-text", None, None, None),
}


class Button(PlainButton):
    """A button with a text, an icon before it and, where it opens a menu, a chevron after it."""

    def __init__(
        self,
        text: str,
        kind: str = ButtonKind.PLAIN,
        *,
        icon: str = "",
        small: bool = False,
        chevron: bool = False,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._drawing, self._small, self._chevron = ButtonKind(kind), icon, small, chevron
        self._hint = shortcut
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.allow()
        follow_theme(self)

    def widen(self) -> Self:
        """Take a share of the row's width where there is more than the text needs."""
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        return self

    def set_kind(self, kind: str) -> None:
        """Become louder or quieter."""
        self._kind = ButtonKind(kind)
        self.update()

    def set_text(self, text: str, icon: str | None = None) -> None:
        """Say something else; the width follows the text."""
        self._drawing = self._drawing if icon is None else icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def allow(self) -> None:
        """Let it be pressed; the tooltip is the shortcut, if there is one."""
        self.setEnabled(True)
        self.setToolTip(tip(self._hint))
        self.setAccessibleDescription(self._hint)

    def refuse(self, reason: str) -> None:
        """Disable it and say why as tooltip and to a screen reader."""
        self.setEnabled(False)
        self.setToolTip(tip(reason))
        self.setAccessibleDescription(reason)

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        self.setFont(theme().font("small", 500))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon, text, chevron and their padding; as high as the control."""
        wide = sum(self._parts()) + theme().px(self._ends())
        return QSize(int(wide + 0.99), self._height())

    def minimumSizeHint(self) -> QSize:
        """The text of a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the contents centred together, and the focus edge."""
        painter = QPainter(self)
        look = LOOKS[self._kind]
        box, radius = QRectF(self.rect()), theme().measure("radius_control")
        loud = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        fill = look.hover if loud else look.fill
        if not self.isEnabled() and self._kind is ButtonKind.PRIMARY:
            fill = "hover"
        edge = theme().colour(look.edge) if look.edge else None
        draw_box(painter, box, radius, fill=theme().colour(fill) if fill else None, edge=edge)
        self._draw_contents(painter, theme().colour(look.text if self.isEnabled() else "text3"))
        if self.hasFocus():
            primary = self._kind is ButtonKind.PRIMARY
            inside = box.adjusted(2, 2, -2, -2) if primary else box
            draw_focus(painter, inside, radius - (2 if primary else 0), "on-accent" if primary else "accent")

    def _draw_contents(self, painter: QPainter, colour: QColor) -> None:
        picture, words, arrow = self._parts()
        lean = theme().px(1.5) if picture and words else 0
        left = (self.width() - picture - words - arrow) / 2 - lean
        middle = self.height() / 2
        if self._drawing:
            side = theme().measure("icon_text")
            draw_icon(painter, self._drawing, QRectF(left, middle - side / 2, side, side), colour)
        if self.text():
            room = QRectF(left + picture, 0, words + 1, self.height())
            draw_text(painter, room, self.text(), self._written(), colour, CENTRE)
        if self._chevron:
            side = theme().measure("icon_text")
            right = left + picture + words + arrow + theme().px(3)
            draw_icon(painter, "chevron-down", QRectF(right - side, middle - side / 2, side, side), colour)

    def _parts(self) -> tuple[float, float, float]:
        words = advance(self.text(), self._written()) if self.text() else 0.0
        gap = theme().px(4 if self._small else 6) if words else 0
        picture = theme().measure("icon_text") + gap if self._drawing else 0.0
        return picture, words, theme().px(15) if self._chevron else 0.0

    def _ends(self) -> int:
        if self._kind is ButtonKind.LINK:
            return 8
        if not self.text():
            return 12 if self._small else 16
        return 26 if self._small or not self._drawing else 28

    def _written(self) -> QFont:
        font = QFont(self.font())
        font.setUnderline(self._kind is ButtonKind.LINK and self.underMouse())
        return font

    def _height(self) -> int:
        if self._kind is ButtonKind.LINK:
            return theme().measure("target")
        return theme().measure("control_small" if self._small else "control")


class IconButton(Button):
    """A button that shows only an icon: its name and shortcut are in the tooltip and spoken."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: str = ButtonKind.GHOST,
        *,
        small: bool = False,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._name = name
        super().__init__("", kind, icon=icon, small=small, shortcut=shortcut, parent=parent)

    def allow(self) -> None:
        """Let it be pressed; the tooltip is the name and the shortcut."""
        self.setEnabled(True)
        self.setAccessibleName(self._name)
        self.setToolTip(tip(f"{self._name} ({self._hint})" if self._hint else self._name))

    def set_name(self, name: str, icon: str | None = None) -> None:
        """Take another name (another language, another state) and another icon."""
        self._name = name
        self._drawing = self._drawing if icon is None else icon
        self.allow()
        self.update()
