"""`ashore export`: a client's journal as a bag that a stranger can check with stock tools (4.5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from app.cli.options import DAY, FILE, as_json, client_option
from app.cli.terminal import Terminal, terminal_of


@click.command("export")
@client_option
@click.option("--from", "first", type=DAY, metavar="DATE")
@click.option("--to", "last", type=DAY, metavar="DATE")
@click.option("--about", "items", multiple=True, type=int, metavar="N", help="Limit the reading copy to this item.")
@click.option("--out", required=True, type=FILE, metavar="FILE.zip")
@as_json
@terminal_of
def export_command(
    terminal: Terminal,
    client: str,
    first: date | None,
    last: date | None,
    items: tuple[int, ...],
    out: Path,
    as_json: bool,
) -> None:
    """A client's journal as evidence that a stranger can check with stock tools."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        size, _ = journal.size_and_head()
        with terminal.progress() as bar:

            def tell(done: int) -> None:
                if bar is not None:
                    bar(done, size)

            given = journal.bags.export(number, out, terminal.paint, first=first, last=last, items=items, progress=tell)
    if as_json:
        terminal.json(given)
    else:
        terminal.say(terminal.words.text("The evidence is in {path}: {shown} entries of {name}.",
                                         path=str(out), shown=given.shown, name=given.client))  # fmt: skip
