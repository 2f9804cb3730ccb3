"""What all groups of terms share: fields by term, terms in and out, and where a contradiction is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Protocol

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.contradictions import Contradiction
from app.facts.people import Client, Owner
from app.facts.terms import Terms, YesNo
from app.papers.agreed.sides import Sides
from app.words import Words
from ui.dialogs.agreement.number_input import NumberInput, Say
from ui.dialogs.agreement.term_line import TermLine
from ui.dialogs.agreement.wrapped_tick import WrappedTick
from ui.widgets.boxes import Column
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.text import Text


class Asked(Struct, frozen=True):
    """What the groups know beside the terms."""

    words: Words
    owner: Owner
    client: Client
    today: date

    @property
    def sides(self) -> Sides:
        """The two sides as sentences name them."""
        return Sides(self.owner.name, self.client.name)


class Pointed(Protocol):
    """Where something can be said beside a term."""

    def say(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong, or nothing."""

    def set_single(self, single: bool) -> None:
        """Put beside or below."""


class TermGroup(Column):
    """One group. `changed` after each change by the user; heirs fill in `show_terms` and `read`."""

    ICON: ClassVar[str] = "file-text"
    changed = Signal()

    def __init__(self, asked: Asked, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(gap=14, parent=parent)
        self.asked, self.words = asked, asked.words
        self.lines_of: dict[str, Pointed] = {}
        self.fill(terms)
        self.show_terms(terms)
        self.add_space()

    def fill(self, terms: Terms) -> None:
        """Make the fields."""
        raise NotImplementedError

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        raise NotImplementedError

    def read(self, terms: Terms) -> Terms:
        """The terms with this group as its fields stand; what cannot be read stays as it was."""
        raise NotImplementedError

    def problems(self) -> tuple[Contradiction, ...]:
        """What was typed and cannot be read."""
        return ()

    def point(self, found: Sequence[Contradiction]) -> None:
        """Say each beside its field; what concerns several fields, beside the first of them."""
        places: dict[str, list[Contradiction]] = {term: [] for term in self.lines_of}
        for each in found:
            place = self._place(each)
            if place:
                places[place].append(each)
        for term, line in self.lines_of.items():
            line.say(places[term])

    def set_single(self, single: bool) -> None:
        """Put labels above their fields."""
        for line in self.lines_of.values():
            line.set_single(single)

    def heading(self, text: str, why: str = "") -> None:
        """A line over the fields that follow."""
        head = self.add(Column(gap=2, margins=(0, 6 if self.lines_of else 0, 0, 0)))
        head.add(Text(text, "small", weight=600, wrap=True))
        if why:
            head.add(Text(why, "caption", colour="text2", wrap=True))

    def number(self, term: str, label: str, low: int, high: int, say: Say, step: int = 1) -> NumberInput:
        """A whole number with its unit."""
        field = NumberInput(low, low, high, say, step=step)
        field.changed.connect(self.changed)
        self.place(term, TermLine(self.words, label, field))
        return field

    def choice(self, term: str, label: str, choices: Sequence[Choice]) -> ChoiceInput:
        """One of several."""
        field = ChoiceInput(choices)
        field.chosen.connect(self.changed)
        self.place(term, TermLine(self.words, label, field))
        return field

    def tick(self, term: str, text: str, hint: str = "") -> WrappedTick:
        """Yes or no."""
        box = WrappedTick(text)
        box.toggled.connect(self.changed)
        self.place(term, TermLine(self.words, "", box, hint=hint))
        return box

    def place(self, term: str, line: Pointed) -> None:
        """Add a field, beside which what is wrong with `term` is said."""
        assert isinstance(line, QWidget)
        self.add(line)
        self.lines_of[term] = line

    def show_line(self, term: str, shown: bool) -> None:
        """Show or hide a field that counts only in some cases."""
        line = self.lines_of[term]
        assert isinstance(line, QWidget)
        line.setVisible(shown)

    def _place(self, found: Contradiction) -> str:
        near = [term for term in self.lines_of if found.concerns(term)]
        if near:
            return max(near, key=len)
        return next((term for term in self.lines_of if term.startswith(f"{found.term}.")), "")


def yes_no(box: WrappedTick) -> YesNo:
    """A tick in the words of the record."""
    return "yes" if box.isChecked() else "no"
