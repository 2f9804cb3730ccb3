"""`ashore backup` and `ashore restore`: a verified copy into a folder, and a copy back in the journal's place (5.4)."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.options import FILE, FOLDER, as_json
from app.cli.terminal import Terminal, terminal_of


@click.command("backup")
@click.argument("folder", type=FOLDER, metavar="DIR")
@as_json
@terminal_of
def backup_command(terminal: Terminal, folder: Path, as_json: bool) -> None:
    """A verified backup into DIR, beside a running window; nothing there is ever deleted."""
    with terminal.reading() as journal:
        made = journal.backups.make_in(folder)
    path = folder / made.name
    if as_json:
        terminal.json({"path": str(path), "entries": made.entries, "head": made.head, "sha256": made.sha256,
                       "made": made.made, "attachments": made.attachments})  # fmt: skip
        return
    words = terminal.words
    terminal.say(
        words.plural(
            "The backup is in {path}, checked: {n} entry, head {head}.",
            "The backup is in {path}, checked: {n} entries, head {head}.",
            made.entries,
            path=str(path),
            head=made.head,
        )
    )
    terminal.say(f"sha256:{made.sha256}")


@click.command("restore")
@click.argument("file", type=FILE, metavar="FILE")
@as_json
@terminal_of
def restore_command(terminal: Terminal, file: Path, as_json: bool) -> None:
    """Put a backup in the place of the journal; what is there is moved aside, never deleted."""
    from app.clock import system_clock
    from app.journal.restoring import restore

    done = restore(file, terminal.path, system_clock)
    if as_json:
        terminal.json({"entry": done.entry, "entries": done.size, "head": done.head, "missing": done.missing,
                       "aside": done.aside, "lost_files": done.lost_files})  # fmt: skip
        return
    words = terminal.words
    terminal.say(
        words.plural(
            "The journal is back, with {n} entry. Entry {last} says that a backup was restored.",
            "The journal is back, with {n} entries. Entry {last} says that a backup was restored.",
            done.size,
            last=done.entry,
        )
    )
    if done.missing:
        terminal.say(
            words.plural(
                "{n} entry that was recorded later is not in it.",
                "{n} entries that were recorded later are not in it.",
                done.missing,
            )
        )
    if done.aside:
        terminal.say(words.text("The files that were there are in {path}.", path=done.aside))
    for name in done.lost_files:
        terminal.say(words.text("The attachment {name} is not in the backup and not beside the journal.", name=name))
