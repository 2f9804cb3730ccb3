"""The files and links of an entry in its row: a press on a file opens it, links stay text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.words import Words
from ui.icons import draw_icon
from ui.pages.client.pieces import Icon, Press
from ui.pages.client.setting import CAPTION, Setting
from ui.theme import theme
from ui.widgets.painting import LONGEST_LINE, draw_text

FILE = "file:"
"""An action of a row: which of the entry's attachments is to be opened follows."""
HIGH = 24
GAP = 6


class FilePress(Press, frozen=True):
    """A paperclip and a name; a press opens the file."""

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        t = theme()
        side = t.measure("icon_chip")
        place = QRectF(self.box.left(), self.box.center().y() - side / 2, side, side)
        draw_icon(painter, "paperclip", place, t.colour("accent-text"))
        words = self.box.adjusted(side + t.px(GAP), 0, 0, 0)
        draw_text(painter, words, self.text, t.font("caption", 500), t.colour("accent-text"))


def set_files(page: Setting, body: Mapping[str, Any], words: Words) -> None:
    """A line for each attachment, and one for each link."""
    for number, each in enumerate(body.get("attachments", ())):
        if isinstance(each, Mapping):
            _file(page, number, each, words)
    for link in body.get("links", ()):
        side, high = theme().measure("icon_chip"), theme().px(18)
        page.put(Icon(QRectF(page.left, page.y + (high - side) / 2, side, side), "link"))
        page.left += side + theme().px(GAP)
        page.text(str(link), CAPTION, most=1)
        page.left -= side + theme().px(GAP)


def _file(page: Setting, number: int, attached: Mapping[str, Any], words: Words) -> None:
    name = str(attached.get("name", ""))[:LONGEST_LINE]
    if attached.get("missing"):
        page.text(words.text("{name}, not in the export", name=name), CAPTION, most=1)
        return
    high = float(theme().px(HIGH))
    page.put(FilePress(QRectF(page.left, page.y, page.right - page.left, high), name, f"{FILE}{number}"))
    page.say(words.text("File {name}", name=name))
    page.y += high
