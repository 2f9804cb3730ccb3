"""The key that signs: its fingerprint as it stands on every sheet, since when, and a way to change it (4.2)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.evidence import KeyUsed
from app.words import Words
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text


class KeyCard(Card):
    """`changing` asks for a new key."""

    changing = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, padding=(15, 12, 15, 13), fill=True, name=words.text("Key"), parent=parent)
        self._words = words
        head = self.add(Row(gap=8))
        head.add(Text(words.text("Key"), "small", weight=600), 1)
        self.change = head.add(Button(words.text("Change the key"), ButtonKind.LINK))
        self.fingerprint = self.add(Text("", "mono", colour="text2", selectable=True, wrap=True))
        self.since = self.add(Text("", "small", colour="text2", wrap=True))
        self.missing = self.add(Text("", "small", colour="late", wrap=True))
        self.change.clicked.connect(self.changing)
        self.missing.hide()

    def show_keys(self, keys: tuple[KeyUsed, ...], zone: ZoneInfo) -> None:
        """The present one, and how many there were before."""
        words, present = self._words, keys[-1]
        kind, _, digits = present.fingerprint.partition(":")
        half = len(digits) // 2
        self.fingerprint.setText(f"{kind}:\n{digits[:half]}\n{digits[half:]}", present.fingerprint)
        since = words.moment(present.since, zone)
        since = words.moment(present.since, zone)
        said = [words.text("Signs from entry {n} on, {at:time}.", n=present.entry, at=since)]
        if len(keys) > 1:
            said.append(words.plural("{n} key before it.", "{n} keys before it.", len(keys) - 1))
        self.since.setText(" ".join(said))
        self.missing.setText(words.text("It is not on this computer. Bring it here, or change the key."))
        self.missing.setVisible(not present.is_here)
