"""Tokens as Qt's palette roles, and palette roles as tokens when the desktop asks for high contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.theme import Theme

Role = QPalette.ColorRole

ROLES: dict[Role, str] = {
    Role.Window: "bg",
    Role.WindowText: "text",
    Role.Base: "card",
    Role.AlternateBase: "sunken",
    Role.Text: "text",
    Role.Button: "card",
    Role.ButtonText: "text",
    Role.BrightText: "late",
    Role.ToolTipBase: "card",
    Role.ToolTipText: "text",
    Role.Highlight: "accent",
    Role.HighlightedText: "on-accent",
    Role.Link: "accent-text",
    Role.LinkVisited: "accent-text",
    Role.PlaceholderText: "text3",
    Role.Accent: "accent",
    Role.Light: "card",
    Role.Midlight: "hover",
    Role.Mid: "border2",
    Role.Dark: "field",
    Role.Shadow: "border2",
}

SYSTEM: dict[str, Role] = {
    "bg": Role.Window,
    "rail": Role.Window,
    "card": Role.Base,
    "sunken": Role.Base,
    "hover": Role.Base,
    "sel": Role.Base,
    "off": Role.Base,
    "soft": Role.Base,
    "late-soft": Role.Base,
    "today-soft": Role.Base,
    "soon-soft": Role.Base,
    "accent": Role.Highlight,
    "accent-hover": Role.Highlight,
    "on-accent": Role.HighlightedText,
}


def application_palette(theme: Theme) -> QPalette:
    """The palette for the present theme; in high contrast an empty one, which means the desktop's own."""
    if theme.high_contrast:
        return QPalette()
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(role, theme.colour(token))
    for role in (Role.Text, Role.WindowText, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text3"))
    return palette


def system_colour(token: str) -> QColor:
    """What stands for a token in high contrast: fills become the plain base, everything drawn becomes text."""
    return QApplication.palette().color(SYSTEM.get(token, Role.WindowText))
