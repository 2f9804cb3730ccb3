"""Questions of the evidence page: who vouches, what an export would hold, whether a file is sound (6.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.facts.evidence import BagAsked, BagContents, EvidenceShown, Examined, ItemOffered, Sentence
from app.facts.wall_time import local_date
from app.journal.bag_choice import about_items, chosen_items
from app.journal.bag_scope import scope_of
from app.journal.checking import check_journal, held_heads, verify_path
from app.journal.confirming import how_many_confirmed
from app.journal.edits import terms_at
from app.journal.noted import noted
from app.journal.vouching import vouching
from app.ledger.findings import Finding, Report
from app.ledger.log import JOURNAL
from app.ledger.named_files import WHOLE_SOURCE, named_files
from app.storage.shelf import evidence as shelf
from app.storage.shelf.bag import LogLine, client_lines
from app.storage.shelf.entries import body_of, instant
from app.storage.shelf.items import items_of

if TYPE_CHECKING:
    from app.journal.journal import Journal

Progress = Callable[[int], None]
"""Told how many rows were looked at; it may raise to stop."""

_NOUNS = ("edit", "request", "call", "stage", "goal", "risk", "objection")
_JOURNALS_OWN = ("owner.changed",)


def evidence_shown(journal: Journal) -> EvidenceShown:
    """Everything that the page shows before anything is asked of it."""
    with journal.look() as connection:
        proofs = shelf.proofs(connection)
    vouched = vouching(journal)
    return EvidenceShown(
        vouching=vouched,
        proofs=proofs,
        confirmed=how_many_confirmed(journal, vouched.heads),
        clients=tuple(journal.clients.all()),
        noted=noted(journal),
        keys=journal.evidence.keys_used(),
    )


def bag_contents(journal: Journal, asked: BagAsked) -> BagContents:
    """What an export would hold; nothing is written."""
    found = journal.clients.get(asked.client)
    with journal.look() as connection:
        zone = terms_at(connection, asked.client, journal.clock()).terms.zone
        scope = scope_of(client_lines(connection, asked.client), zone, asked.first, asked.last)
        own = [line for line in client_lines(connection, JOURNAL) if _open_to_all(line.kind)]
        about = about_items(connection, chosen_items(connection, asked.client, asked.items)) if asked.items else ()
    days = [local_date(zone, instant(line.happened)) for line in scope.shown]
    size, _ = journal.size_and_head()
    known = len(scope.shown) + len(scope.private) + len(scope.redacted) + len(scope.before) + len(scope.after)
    return BagContents(
        asked=asked,
        client=found.name,
        shown=len(scope.shown),
        others=size - known - len(own),
        private=len(scope.private),
        outside=len(scope.before) + len(scope.after),
        redacted=len(scope.redacted),
        attachments=len({name for line in scope.shown for name in _files(line)}),
        language=journal.weeks.language(asked.client),
        about=sum(line.seq in about for line in scope.shown),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def items_offered(journal: Journal, client: int) -> tuple[ItemOffered, ...]:
    """The items of a client to which a reading copy may be limited, the newest first."""
    with journal.look() as connection:
        found = [(noun, each) for noun in _NOUNS for each in items_of(connection, client, noun)]
    offered = [ItemOffered(number=each.number, noun=noun, title=each.title) for noun, each in found]
    return tuple(sorted(offered, key=_newest))


def _newest(item: ItemOffered) -> int:
    return -item.number


def check(journal: Journal, progress: Progress | None = None) -> Examined:
    """Every byte, link, copy and derived row of the open journal."""
    return _examined(check_journal(journal, progress))


def verify_file(
    path: Path, held: Sequence[str], progress: Progress | None = None, *, root: Path | None = None
) -> Examined:
    """A journal, a bag or a folder, for a reader who holds heads, typed as N:HEAD or as the text of a sheet's code.

    `root`: a PEM file of authorities whose time stamps the reader believes.
    """
    return _examined(verify_path(path, held_heads(held), progress, roots=root))


def _open_to_all(kind: str) -> bool:
    return kind.startswith("journal.") or kind in _JOURNALS_OWN


def _files(line: LogLine) -> list[str]:
    return [file.sha256 for file in named_files(body_of(line.record)) if file.use != WHOLE_SOURCE]


def _examined(report: Report) -> Examined:
    count = report.count
    return Examined(
        what=report.what,
        verdict=report.verdict.value,
        up_to=report.up_to,
        entries=report.entries,
        head=report.head,
        shown=count.shown,
        private=count.private,
        redacted=count.redacted,
        outside=count.outside_period,
        withheld=count.withheld,
        problems=tuple(_sentence(problem) for problem in report.problems),
        notes=tuple(_sentence(note) for note in report.notes),
    )


def _sentence(found: Finding) -> Sentence:
    values = {name: _sentence(value) if isinstance(value, Finding) else value for name, value in found.values.items()}
    return Sentence(found.text, values)
