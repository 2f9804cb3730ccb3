"""What a command says and does about the journal's safety: made, missing, come back, backed up at close."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.clock import system_clock
from app.errors import Said, Unavailable
from app.words import Words

if TYPE_CHECKING:
    from app.journal.journal import Journal

LARGE = 32 * 1024 * 1024
"""Bytes; a script that records a line a minute must not copy a journal of this size every time."""


def say_where(words: Words, path: Path) -> None:
    """The journal is missing: where its newest backup is, and what puts it back."""
    from app.journal.backup_place import backups_of

    found = backups_of(path)
    if found.newest is not None:
        click.echo(
            words.plural(
                "Its newest backup has {n} entry: `ashore restore {path}` puts it back.",
                "Its newest backup has {n} entries: `ashore restore {path}` puts it back.",
                found.newest.entries,
                path=str(Path(found.folder) / found.newest.name),
            ),
            err=True,
        )


def make_missing(path: Path, words: Words, language: str) -> None:
    """A journal is made where none was ever known, with the account's name as owner, and that is said (5.4)."""
    from app.journal.opening import create_journal
    from app.ledger.high_water import HighWater
    from app.system_zone import system_zone

    if path.exists():
        return
    if HighWater().log_at(path) is not None:
        say_where(words, path)
        raise Unavailable("The journal that was here is missing. Restore a backup, or name another file.")
    name, zone = getpass.getuser(), system_zone()
    create_journal(path, {"name": name, "zone": zone, "languages": [language]}, system_clock).close()
    said = words.text("A new journal was made at {path} for {name}, {zone}.", path=str(path), name=name, zone=zone)
    click.echo(said, err=True)


def say_returned(words: Words, journal: Journal) -> None:
    """A journal that came back shorter, or another, is written down with the first entry that follows (4.2)."""
    journal.size_and_head()  # once for this question and for the entry that follows
    found = journal.backups.returned()
    if found is None:
        return
    if found.is_shorter:
        said = words.text(
            "This journal ends with entry {found}, but it once went on to entry {expected}. That will be recorded"
            " before anything else; if you did not restore a backup, look for the other file.",
            found=found.found_size,
            expected=found.expected_size,
        )
    else:
        said = words.text(
            "This journal is not the one that was here: it went on somewhere else from an older state. That will"
            " be recorded before anything else; look for the other file, the two are never merged."
        )
    click.echo(said, err=True)


def back_up(words: Words, journal: Journal) -> None:
    """At close (8.3). What was recorded stands, so a backup that fails is a warning and no refusal."""
    from app.demo.folder import is_sample
    from app.facts.backups import Why

    if is_sample(journal.path):
        return
    try:
        if journal.path.stat().st_size > LARGE:
            journal.backups.make_if_due()
        else:
            journal.backups.make_if_changed(Why.CLOSE)
    except Said as no:
        click.echo(words.text("No backup was made."), err=True)
        click.echo(words.of(no), err=True)
