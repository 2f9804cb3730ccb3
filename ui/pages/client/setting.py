"""Sets the content of a row line by line in a width: heads with chips, running text, cards around what was set."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from ui.pages.client.pieces import ChipPiece, Drawn, Ground, Icon, Ink, Piece, Said
from ui.theme import theme
from ui.widgets.chip import chip_height, chip_width
from ui.widgets.painting import advance
from ui.widgets.plain import shown

LINE = 20
"""The pitch of running text in the design's pixels."""
MOST_CHARACTERS = 2400
MOST_LINES = 14
STRONG = Ink("small", 600)
QUIET = Ink("small", 400, "text2")
CAPTION = Ink("caption", 400, "text2")
Mark = tuple[str, str, str]
"""Text, kind and icon of a chip."""


def font_of(ink: Ink) -> QFont:
    """The font of an ink at the present text scale."""
    return theme().font(ink.style, ink.weight, tabular=ink.tabular)


def wide(text: str, ink: Ink) -> float:
    """How wide a line of text is."""
    return advance(text, font_of(ink)) + 1


@lru_cache(maxsize=64)
def _broken(text: str, ink: Ink, width: int, scale: float) -> tuple[str, ...]:
    layout = QTextLayout(text, font_of(ink))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines) or ("",)


def broken(text: str, ink: Ink, width: float, most: int = MOST_LINES) -> list[str]:
    """The text in lines that fit; what goes beyond `most` lines ends in an ellipsis (details show all of it)."""
    found: list[str] = []
    for paragraph in shown(text[:MOST_CHARACTERS])[:MOST_CHARACTERS].splitlines() or [""]:
        found += _broken(paragraph, ink, max(40, int(width)), theme().scale)
        if len(found) > most:
            break
    if len(found) > most or len(text) > MOST_CHARACTERS:
        found = found[:most]
        found[-1] += " …"
    return found


def aloud(text: str) -> str:
    """As much of a text as a row says, hidden characters as marks; details say all of it."""
    said = shown(text[:MOST_CHARACTERS])[:MOST_CHARACTERS]
    return said if len(text) <= MOST_CHARACTERS else f"{said} …"


class Setting:
    """A cursor that goes down; lengths are logical pixels, `width` the room between left and right edge."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.left, self.right, self.y = 0.0, width, 0.0
        self.pieces: list[Piece] = []
        self.said: list[str] = []

    def put(self, piece: Piece) -> None:
        """Add a piece where it stands."""
        self.pieces.append(piece)

    def say(self, *texts: str) -> None:
        """Add what is spoken."""
        self.said += [aloud(text) for text in texts if text]

    def down(self, length: float) -> None:
        """Leave room, in pixels of the design."""
        self.y += theme().px(length)

    def head(self, strong: str, quiet: str, chips: Sequence[Mark] = (), *, struck: bool = False) -> None:
        """A name in SemiBold, a quieter remark, and chips that go on in the next line where the width needs it."""
        high = float(theme().px(22))
        colour = "text3" if struck else "text"
        x = self.left
        for text, ink in ((strong, Ink("small", 600, colour, struck)), (quiet, QUIET)):
            room = self.right - x
            if not text:
                continue
            length = wide(text, ink)
            if length > room and x > self.left:
                self.y += high
                x, room = self.left, self.right - self.left
            self.put(Said(QRectF(x, self.y, min(length, room), high), text, ink))
            x += min(length, room) + theme().px(8)
        self._chips(chips, x, high)
        self.y += high
        self.say(", ".join(part for part in (strong, quiet) if part), *(text for text, _, _ in chips))

    def _chips(self, chips: Sequence[Mark], x: float, high: float) -> None:
        for text, kind, icon in chips:
            length = float(chip_width(text, bool(icon)))
            if x + length > self.right and x > self.left:
                self.y += high + theme().px(4)
                x = self.left
            self.put(
                ChipPiece(QRectF(x, self.y, min(length, self.right - self.left), chip_height(True)), text, kind, icon)
            )
            x += length + theme().px(8)

    def text(self, text: str, ink: Ink, *, most: int = MOST_LINES, spoken: str = "", aside: float = 0) -> None:
        """Running text in as many lines as it takes; `aside` keeps room at the right."""
        pitch = theme().px(LINE if ink.style != "caption" else 18)
        for line in broken(text, ink, self.right - self.left - aside, most):
            self.put(Said(QRectF(self.left, self.y, self.right - self.left - aside, pitch), line, ink))
            self.y += pitch
        self.say(spoken or text)

    def ends(self, left: str, left_ink: Ink, right: str, right_ink: Ink, *, indent: float = 0, icon: str = "") -> None:
        """A text at the left that wraps, and one at the right of its first line that is never cut."""
        keep = wide(right, right_ink) + theme().px(12) if right else 0.0
        start = self.left + theme().px(indent)
        pitch = float(theme().px(LINE))
        if icon:
            side = theme().measure("icon_chip")
            self.put(Icon(QRectF(self.left, self.y + (pitch - side) / 2, side, side), icon))
        if right:
            self.put(Said(QRectF(self.right - keep, self.y, keep, pitch), right, right_ink, right=True))
        for line in broken(left, left_ink, self.right - start - keep):
            self.put(Said(QRectF(start, self.y, self.right - start - keep, pitch), line, left_ink))
            self.y += pitch
        self.say(", ".join(part for part in (left, right) if part))

    def open_card(self, left: float = 12, top: float = 6) -> float:
        """Step inside a card; gives the place to close it from."""
        at = self.y
        self.left += theme().px(left)
        self.right -= theme().px(left)
        self.down(top)
        return at

    def close_card(
        self, at: float, *, fill: str = "card", edge: str = "border", dashed: bool = False, left: float = 12,
        bottom: float = 6,
    ) -> None:  # fmt: skip
        """Step out, and lay the sheet under what was set since."""
        self.down(bottom)
        self.left -= theme().px(left)
        self.right += theme().px(left)
        ground = Ground(QRectF(self.left, at, self.right - self.left, self.y - at), fill, edge, dashed)
        first = next((n for n, piece in enumerate(self.pieces) if piece.box.top() >= at), len(self.pieces))
        self.pieces.insert(first, ground)

    def drawn(self, icon: str, icon_colour: str = "text2") -> Drawn:
        """What was set."""
        return Drawn(
            pieces=tuple(self.pieces),
            height=self.y,
            spoken=". ".join(self.said),
            icon=icon,
            icon_colour=icon_colour,
        )
