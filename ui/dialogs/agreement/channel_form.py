"""One agreed channel: kind, address, what it is for, voice messages (1.4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.terms import AgreedChannel
from app.papers.names import channel_name
from app.words import Words
from ui.channels import channel_icon
from ui.dialogs.agreement.channel_words import KINDS, PURPOSES, usual_purposes
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, line_field
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox


class ChannelForm(SmallDialog):
    """`given` carries the channel."""

    given = Signal(object)

    def __init__(self, words: Words, channel: AgreedChannel | None, parent: QWidget | None = None) -> None:
        title = words.text("Add a channel") if channel is None else channel_name(words, channel.channel)
        verb = words.text("Add this channel") if channel is None else words.text("Change this channel")
        super().__init__(words, title, verb, width=440, parent=parent)
        old = channel or AgreedChannel(channel="email", purposes=usual_purposes("email"))
        kinds = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in KINDS]
        self.kind = self.body.add(choice_field(words.text("Channel"), kinds, old.channel))
        self.address = self.body.add(
            line_field(words.text("Address or number"), old.address, hint=words.text("can come later"))
        )
        self.body.add(Text(words.text("What it is for"), "small", weight=500, colour="text2"))
        self.purposes = {
            key: self.body.add(CheckBox(words.text(name), checked=key in old.purposes))
            for key, name in PURPOSES.items()
        }
        self.preferred = self.body.add(CheckBox(words.text("Preferred for letters"), checked=old.preferred))
        self.voice = self.body.add(
            CheckBox(words.text("Voice messages are welcome"), checked=old.voice_welcome == "yes")
        )
        self.binding = self.body.add(
            CheckBox(words.text("What is written here is binding"), checked=old.binding == "yes")
        )
        self.kind.editor.chosen.connect(self._usual)
        self.wanted.connect(self._give)
        self.kind.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _usual(self, kind: str) -> None:
        for key, box in self.purposes.items():
            box.setChecked(key in usual_purposes(kind))

    def _give(self) -> None:
        purposes = tuple(key for key, box in self.purposes.items() if box.isChecked())
        if not purposes:
            self.refuse(self.words.text("A channel is agreed for something. Tick what it is for."))
            return
        if self.preferred.isChecked() and "correspondence" not in purposes:
            self.refuse(self.words.text("The preferred channel must be agreed for letters. Tick letters as well."))
            return
        self.accept()
        self.given.emit(
            AgreedChannel(
                channel=self.kind.editor.key,
                address=self.address.editor.text().strip(),
                purposes=purposes,
                preferred=self.preferred.isChecked(),
                binding="yes" if self.binding.isChecked() else "no",
                voice_welcome="yes" if self.voice.isChecked() else "no",
            )
        )
