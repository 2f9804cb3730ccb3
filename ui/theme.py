"""The theme: colours, fonts and measures of 6.1 for everything that paints, switched while the window is open."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.fonts import load_fonts, make_font
from ui.palette import application_palette, system_colour
from ui.style_sheet import style_sheet
from ui.tokens import tokens

STYLE = "fusion"
STYLED = "styled"
"""A property of an application that was started with its style."""


class Mode(StrEnum):
    """Which of the two palettes is worn."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours by token, fonts by style, logical pixels by text scale. `changed` follows every switch."""

    changing = Signal()
    """Before a switch: what nobody sees may go, instead of being dressed anew."""
    changed = Signal()
    flat = False
    """A window can let colours shine through each other (`Hand` of `ui.charts`)."""

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.percent = 100
        self.motion = True
        self._desktop = QApplication.styleHints()
        self._wishes = self._desktop.accessibility()
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._followers: WeakKeyDictionary[Restyled, None] = WeakKeyDictionary()

    @property
    def scale(self) -> float:
        """The text scale as a factor, 1.0 to 2.0."""
        return self.percent / 100

    @property
    def dark(self) -> bool:
        """Whether the dark palette is worn."""
        if self.mode is Mode.SYSTEM:
            return self._desktop.colorScheme() == Qt.ColorScheme.Dark
        return self.mode is Mode.DARK

    @property
    def high_contrast(self) -> bool:
        """Whether the desktop asks for high contrast; then the system palette stays and tints are dropped."""
        return self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast

    def dress(self, app: QApplication, *, mode: str = Mode.SYSTEM, percent: int | None = None) -> None:
        """Put style, fonts, palette and style sheet on `app`, and follow the desktop's own switches from now on."""
        load_fonts()
        if not app.property(STYLED):
            app.setStyle(STYLE)
        once = Qt.ConnectionType.UniqueConnection
        self._desktop.colorSchemeChanged.connect(self._desktop_changed, once)
        self._wishes.contrastPreferenceChanged.connect(self._desktop_changed, once)
        self.wear(mode=mode, percent=system_percent(app) if percent is None else percent)

    def wear(self, *, mode: str | None = None, percent: int | None = None) -> None:
        """Switch theme or text scale at once (100 to 200); every widget repaints."""
        self.mode = self.mode if mode is None else Mode(mode)
        self.percent = self.percent if percent is None else min(200, max(100, percent))
        self._colours.clear()
        self._fonts.clear()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self.changing.emit()
        if app.styleSheet():
            app.setStyleSheet("")  # one sheet after another takes four times as long as none between them
        app.setFont(self.font("body"))
        app.setPalette(application_palette(self))
        for widget in list(self._followers):
            if isValid(widget):
                widget.restyle()
        app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def follow(self, widget: Restyled) -> None:
        """Have `widget` restyled now and at every switch, while it lives. A list costs less than a thousand signals."""
        self._followers[widget] = None
        widget.restyle()

    def colour(self, token: str) -> QColor:
        """The colour of a token of 6.1, for example "accent-text"."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = self._mixed(token)
        return found

    def _mixed(self, token: str) -> QColor:
        if self.high_contrast:
            return system_colour(token)
        return QColor(tokens().colours[token][1 if self.dark else 0])

    def font(self, style: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
        """The font of a style of 6.1 at the present text scale; a copy that may be changed."""
        key = (style, weight, tabular)
        if key not in self._fonts:
            self._fonts[key] = make_font(style, self.scale, weight=weight, tabular=tabular)
        return QFont(self._fonts[key])

    def metrics(self, style: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFontMetricsF:
        """What a text in that font measures, in logical pixels."""
        return QFontMetricsF(self.font(style, weight, tabular=tabular))

    def px(self, length: float) -> int:
        """A length of the design in logical pixels, multiplied by the text scale and rounded."""
        return round(length * self.scale)

    def measure(self, name: str) -> int:
        """A named measure of 6.1 (`tokens.json`, "measures"), multiplied by the text scale."""
        return self.px(tokens().measures[name])

    def _desktop_changed(self) -> None:
        self.wear()


class Restyled(Protocol):
    """A widget that takes its fonts, sizes and colours anew."""

    def restyle(self) -> None:
        """Called once at the start and after every switch."""


@cache
def theme() -> Theme:
    """The one theme of this process."""
    return Theme()


def follow_theme(widget: Restyled) -> None:
    """Style `widget` now and after every switch; call it last in the constructor."""
    theme().follow(widget)


def system_percent(app: QApplication) -> int:
    """The text scale nearest to the desktop's font size (10 points are 100 %), never above it."""
    ratio = app.font().pointSizeF() / 10 * 100
    return max((scale for scale in tokens().scales if scale <= ratio + 5), default=100)
