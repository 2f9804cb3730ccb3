"""The reading copy of an export: what its statement and its table say, made from what the bag shows (4.5)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.facts.entries import Entry
from app.facts.evidence import BagAsked
from app.facts.pages import Paper
from app.facts.statement import StatementFacts
from app.facts.work import AnyItem
from app.journal.bag_choice import about_items, chosen_items
from app.journal.bag_scope import Scope, gaps_of, scope_of
from app.journal.edits import terms_at
from app.journal.statement_facts import limited, statement_facts
from app.papers.statement import statement
from app.storage.shelf.bag import client_lines
from app.storage.shelf.entries import read_entry
from app.words import Words, words_for

if TYPE_CHECKING:
    from app.journal.journal import Journal


def facts_of(journal: Journal, client: int, scope: Scope, words: Words) -> StatementFacts:
    """Everything that the bag shows, in order of what happened."""
    with journal.look() as connection:
        read = [(line.cseq, read_entry(connection, line.seq)) for line in scope.shown]
    shown = [(cseq, entry) for cseq, entry in read if entry is not None]
    shown.sort(key=_happened)
    return statement_facts(journal, client, shown, gaps_of(scope), words)


def paper_of(journal: Journal, facts: StatementFacts, chosen: Sequence[AnyItem], words: Words) -> Paper:
    """The statement; limited to chosen items and to everything about them where there are any."""
    if chosen:
        facts = limited(facts, chosen, _about(journal, chosen), words)
    return statement(facts, words)


def reading_copy(journal: Journal, asked: BagAsked) -> Paper:
    """The statement that an export would hold now; nothing is written."""
    now = journal.clock()
    words = words_for(journal.weeks.language(asked.client), this_year=now.year)
    with journal.look() as connection:
        zone = terms_at(connection, asked.client, now).terms.zone
        scope = scope_of(client_lines(connection, asked.client), zone, asked.first, asked.last)
        chosen = chosen_items(connection, asked.client, asked.items)
    return paper_of(journal, facts_of(journal, asked.client, scope, words), chosen, words)


def _about(journal: Journal, chosen: Collection[AnyItem]) -> frozenset[int]:
    with journal.look() as connection:
        return about_items(connection, chosen)


def _happened(pair: tuple[int, Entry]) -> tuple[object, int]:
    return pair[1].happened, pair[1].seq
