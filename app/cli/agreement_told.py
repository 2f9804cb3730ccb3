"""What the command line says about a version of an agreement: what it changes, from when, what is strange."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from app.cli.terminal import Terminal
from app.facts.terms import Terms
from app.papers.agreed.sides import Sides
from app.papers.effect_words import effect_sentences
from app.papers.term_changes import TermChange, term_changes

if TYPE_CHECKING:
    from app.journal.journal import Journal


class Told(Struct, frozen=True, kw_only=True):
    """What is said about a version: what it changes, from when and for what, what is strange."""

    changes: tuple[TermChange, ...]
    effect: tuple[str, ...]
    remarks: tuple[str, ...]


def told_of(terminal: Terminal, journal: Journal, client: int, terms: Terms, start: date | None) -> Told:
    """What the version changes, what it will not, and what is strange about it. Refused for what makes no sense."""
    words, agreements = terminal.words, journal.agreements
    effect = agreements.effect(client, terms, start)
    sides = Sides(journal.reading.owner().name, journal.clients.get(client).name)
    changes = term_changes(agreements.in_force(client).terms, terms, sides, words)
    remarks = [words.text(each.text, **each.values) for each in agreements.remarks(client, terms, start)]
    return Told(changes=changes, effect=effect_sentences(effect, words), remarks=tuple(remarks))


def say_told(terminal: Terminal, told: Told, as_json: bool) -> None:
    """Say it, a changed term with its old lines and its new ones."""
    if as_json:
        terminal.json(msgspec.to_builtins(told))
        return
    for each in told.changes:
        terminal.say(each.label)
        for line in each.before:
            terminal.say(f"  - {line}")
        for line in each.after:
            terminal.say(f"  + {line}")
    for line in (*told.effect, *told.remarks):
        terminal.say(line)
