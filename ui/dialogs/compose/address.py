"""An address that nothing opens by itself: large, to be read out or typed; a number can be dialled (6.7)."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.facts.visible import visible
from app.papers.names import channel_name
from app.words import Words
from ui.channels import address_to_open
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

STACKED_FROM_SCALE = 1.5
"""From this text scale on the buttons stand below the address."""


class AddressLine(Column):
    """Hidden while the channel's own program opens it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=2, parent=parent)
        self._words, self._address = words, ""
        self._where = self.add(Text("", "caption", colour="text2"))
        stacked = theme().scale >= STACKED_FROM_SCALE
        row = self.add(Column(gap=6) if stacked else Row(gap=12))
        self.large = row.add(Text("", "display", wrap=True, selectable=True), 0 if stacked else 1)
        buttons = row.add(Row(gap=8))
        self.dialling = buttons.add(Button(words.text("Dial"), icon="phone-outgoing", small=True))
        self.copying = buttons.add(Button(words.text("Copy the address"), ButtonKind.GHOST, icon="copy", small=True))
        buttons.add_space()
        self.dialling.clicked.connect(self._dial)
        self.copying.clicked.connect(self._copy)
        self.hide()

    def show_channel(self, channel: str, address: str) -> None:
        """A telephone's number is shown at once; other addresses when they could not be opened."""
        self.setVisible(channel == "phone" and bool(address))
        if channel == "phone":
            self._put(channel, address)

    def show_unopened(self, channel: str, address: str) -> None:
        """No program took it: read it here."""
        self._put(channel, address)
        self.show()

    def _put(self, channel: str, address: str) -> None:
        self._address = address
        self._where.setText(channel_name(self._words, channel))
        self.large.setText(visible(address))
        self.dialling.setVisible(channel == "phone")

    def _dial(self) -> None:
        url = address_to_open("phone", self._address, "")
        if not (url and QDesktopServices.openUrl(QUrl(url))):
            self._copy()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
