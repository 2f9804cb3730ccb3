"""What each entry rests on, by class, and what the export shows and what it does not (4.6, 6.9)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.evidence import EvidenceShown
from app.facts.vouching import Vouched, Vouching
from app.words import N_, Words
from ui.widgets.boxes import Column, Row
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

CLASSES = {
    "A": (N_("Signed mail"), SharePart(1)),
    "B": (N_("Messenger export"), SharePart(1, strength=0.62)),
    "C": (N_("Picture"), SharePart(1, strength=0.34)),
    "D": (N_("Written down by you"), SharePart(1, colour="border2")),
}
TOP = Qt.AlignmentFlag.AlignTop


class RestsCard(Card):
    """One bar and four numbers."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, padding=(17, 13, 17, 13), fill=True, parent=parent)
        self._words = words
        head = self.add(Row(gap=8))
        head.add(Text(words.text("What each entry rests on"), "heading", wrap=True), 1)
        self.confirmed = head.add(Text("", "small", colour="text2", wrap=True))
        self.bar = self.add(ShareBar((), high=10))
        self.classes = self.add(Row(gap=12))

    def show_evidence(self, shown: EvidenceShown) -> None:
        """Show the counts."""
        words = self._words
        self.confirmed.setText(
            words.plural("{n} also confirmed by the client", "{n} also confirmed by the client", shown.confirmed)
        )
        counts = [(name, shown.proofs.get(name, 0)) for name in CLASSES]
        parts = [SharePart(count, CLASSES[name][1].colour, CLASSES[name][1].strength) for name, count in counts]
        self.bar.set_parts(
            parts, ". ".join(f"{name} {count}: {words.text(CLASSES[name][0])}" for name, count in counts)
        )
        self.classes.clear()
        for name, count in counts:
            column = Column(gap=0)
            line = column.add(Row(gap=9))
            line.add(Text(name, "small", weight=600))
            line.add(Text(words.number(count), "small", tabular=True))
            line.add_space()
            column.add(Text(words.text(CLASSES[name][0]), "caption", colour="text2", wrap=True))
            column.add_space()
            self.classes.add(column, 1)


class ShowsCard(Card):
    """What the journal shows, and what it does not: always beside the export."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, padding=(15, 12, 15, 13), fill=True, parent=parent)
        self._words = words
        self.add(Text(words.text("What it shows, and what it does not"), "small", weight=600, wrap=True))
        self.listed = self.add(Column(gap=7))

    def show_vouching(self, vouching: Vouching) -> None:
        """Say it with the numbers of this journal."""
        self.listed.clear()
        for shows, sentence in sentences(self._words, vouching):
            line = self.listed.add(Row(gap=8))
            line.add(Picture("check" if shows else "minus", "accent" if shows else "text2"), align=TOP)
            line.add(Text(sentence, "caption", wrap=True), 1)


def sentences(words: Words, vouching: Vouching) -> list[tuple[bool, str]]:
    """(it shows this, the sentence); a sheet vouches for what stands before it, nothing for what was left out."""
    held = max((rung.last for rung in vouching.rungs[:2] if rung.count), default=0)
    said = []
    if held:
        unseen = words.text(
            "Entries 1 to {last} cannot change unseen, not even by you, while a client keeps the sheet.", last=held
        )
        said.append((True, unseen))
    timed = max((each.size for each in vouching.heads if each.verdict is Vouched.TIMED and not each.differs), default=0)
    if timed:
        seen = words.text("Entries 1 to {last} were there when a time authority saw their head.", last=timed)
        said.append((True, seen))
    said.append((True, words.text("A reader needs no Ashore: the commands in the folder are stock tools.")))
    own = next(rung for rung in vouching.rungs if rung.verdict is Vouched.UNANCHORED)
    if own.count:
        yours = words.text(
            "Entries {first} to {last} rest on your word until the next sheet or stamp.",
            first=own.first,
            last=own.last,
        )
        said.append((False, yours))
    said.append((False, words.text("Nothing can show that a message was never recorded.")))
    said.append((False, words.text("What a court makes of it is for the court to say.")))
    return said
