"""Opening a conversation in its own program: asked the first time for each channel, and never without a press (6.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QMessageBox

from app.facts.visible import visible
from app.papers.names import channel_name
from app.words import N_
from ui.channels import address_to_open

if TYPE_CHECKING:
    from ui.dialogs.compose.window import Compose

WITH_PROGRAM = ("telegram", "whatsapp", "vk", "email")


class Opening(QObject):
    """The text is on the clipboard already; here the program with the conversation comes to the front."""

    def __init__(self, window: Compose) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """Open the channel of the window; what is not known yet is asked."""
        head = self._window.head
        address = head.address or self._remembered()
        if not address and head.channel in WITH_PROGRAM:
            self._ask_address()
        else:
            self._ask_first_time(address)

    def _ask_first_time(self, address: str) -> None:
        """The first time in each channel: what will open, and where to."""
        window, words, channel = self._window, self._window.words, self._window.head.channel
        url = address_to_open(channel, address, "")
        if not url or channel in window.workbench.settings.opens:
            self._open(address)
            return
        name = channel_name(words, channel)
        question = QMessageBox(window)
        question.setWindowTitle(window.windowTitle())
        said = N_("The text is copied. Open {channel} at {address}? Nothing is sent: you paste and send it there.")
        question.setText(words.text(said, channel=name, address=visible(address)))
        question.setInformativeText(words.text("This is asked once for each channel."))
        opening = question.addButton(words.text("Open {channel}", channel=name), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(words.text("Only copy"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(opening)
        self._address = address
        question.accepted.connect(self._agreed)
        question.rejected.connect(self._only_copied)
        question.open()

    def _agreed(self) -> None:
        bench, channel = self._window.workbench, self._window.head.channel
        bench.set(opens=(*bench.settings.opens, channel))
        self._open(self._address)

    def _only_copied(self) -> None:
        self._window.say(self._window.words.text("The text is copied. Paste it where you write to them."))

    def _open(self, address: str) -> None:
        window, words, channel = self._window, self._window.words, self._window.head.channel
        url = address_to_open(channel, address, window.field.toPlainText(), window.subject)
        if url and QDesktopServices.openUrl(QUrl(url)):
            window.say(words.text("The text is copied. When it is sent, mark it as sent."))
            return
        self._only_copied()
        if address:
            window.address.show_unopened(channel, address)

    def _ask_address(self) -> None:
        """An address that nobody entered is asked for once; it is remembered for this client and channel."""
        window, words = self._window, self._window.words
        dialog = QInputDialog(window)
        dialog.setWindowTitle(window.windowTitle())
        name = channel_name(words, window.head.channel)
        dialog.setLabelText(words.text("What is their address in {channel}?", channel=name))
        dialog.setOkButtonText(words.text_in("button", "Open"))
        dialog.setCancelButtonText(words.text("Only copy"))
        dialog.textValueSelected.connect(self._address_given)
        dialog.rejected.connect(self._only_copied)
        dialog.open()

    def _address_given(self, address: str) -> None:
        bench = self._window.workbench
        bench.set(addresses=bench.settings.addresses | {self._place(): address.strip()})
        self._open(address.strip())

    def _remembered(self) -> str:
        return self._window.workbench.settings.addresses.get(self._place(), "")

    def _place(self) -> str:
        return f"{self._window.letter.client.number}/{self._window.head.channel}"
