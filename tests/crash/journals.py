"""The journals that are put through the kills: an owner, two clients, nothing said yet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.clock import system_clock
from app.journal.checking import check_journal
from app.journal.journal import Journal
from app.journal.opening import create_journal, open_journal

OWNER = {
    "name": "Елена Мороз",
    "zone": "Europe/Madrid",
    "hours": {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "languages": ["es"],
}
CLIENTS = ("Ольга Ким", "Мастерская «Глина»")


def new_journal(folder: Path) -> tuple[Path, list[int]]:
    """A journal in `folder`; its path and its clients."""
    path = folder / "journal.ashore"
    with closing(create_journal(path, OWNER, system_clock)) as journal:
        return path, [_client(journal, name) for name in CLIENTS]


def _client(journal: Journal, name: str) -> int:
    client = journal.clients.add(name, zone="Europe/Moscow", language="ru")
    person = journal.clients.add_person(client, name)
    journal.clients.designate(client, person, system_clock().date())
    return client


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    """The journal open for writing, without waiting for a lock that a dead program might hold."""
    with closing(open_journal(path, system_clock, wait_seconds=0)) as journal:
        yield journal


def unsound(path: Path) -> list[str]:
    """What `ashore check` says against the journal: bytes, links, copies, derived tables; empty when sound."""
    with closing(open_journal(path, system_clock, writes=False)) as journal:
        return [str(problem) for problem in check_journal(journal).problems]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the disk that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ashore-crash-") as folder:
        yield Path(folder)
