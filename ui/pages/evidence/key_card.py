"""The key that signs: its fingerprint as on every sheet, since when, where it lies, and a way to change it (4.2)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.evidence import KeyUsed
from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text


class KeyLines(Column):
    """The fingerprint, since when it signs, where it lies; in late colour that it is not here."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words = words
        self.fingerprint = self.add(Text("", "mono", colour="text2", selectable=True, wrap=True))
        self.since = self.add(Text("", "small", colour="text2", wrap=True))
        self.missing = self.add(Text("", "small", colour="late", wrap=True))
        self.missing.hide()

    def show_keys(self, keys: tuple[KeyUsed, ...], zone: ZoneInfo) -> None:
        """The present one, and how many there were before."""
        words, present = self._words, keys[-1]
        kind, _, digits = present.fingerprint.partition(":")
        half = len(digits) // 2
        self.fingerprint.setText(f"{kind}:\n{digits[:half]}\n{digits[half:]}", present.fingerprint)
        since = words.moment(present.since, zone)
        said = [words.text("Signs from entry {n} on, {at:time}.", n=present.entry, at=since)]
        if present.file:
            said.append(words.text("It lies beside the journal in {name}, readable by you alone.", name=present.file))
        elif present.is_here:
            said.append(words.text("It lies in the system's keyring."))
        if len(keys) > 1:
            said.append(words.plural("{n} key before it.", "{n} keys before it.", len(keys) - 1))
        self.since.setText(" ".join(said))
        self.missing.setText(words.text("It is not on this computer. Bring it here, or change the key."))
        self.missing.setVisible(not present.is_here)


class KeyCard(Card):
    """`changing` asks for a new key."""

    changing = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, padding=(15, 12, 15, 13), fill=True, name=words.text("Key"), parent=parent)
        head = self.add(Row(gap=8))
        head.add(Text(words.text("Key"), "small", weight=600), 1)
        self.change = head.add(Button(words.text("Change the key"), ButtonKind.LINK))
        self.lines_of_key = self.add(KeyLines(words))
        self.change.clicked.connect(self.changing)

    def show_keys(self, keys: tuple[KeyUsed, ...], zone: ZoneInfo) -> None:
        """The present one, and how many there were before."""
        self.lines_of_key.show_keys(keys, zone)
