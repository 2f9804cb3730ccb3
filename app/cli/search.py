"""`ashore search`: entries by their words, inside one client, channel or sort of entries, between dates."""

from __future__ import annotations

from datetime import date

import click

from app.cli.entries import as_data, when
from app.cli.options import CHANNELS, DAY, as_json
from app.cli.terminal import Terminal, terminal_of
from app.facts.entries import Entry
from app.facts.found_words import excerpt, wanted
from app.facts.search import SORTS, Asked
from app.facts.searched import text_found
from app.facts.visible import visible
from app.facts.wall_time import end_instant, start_instant, zone_named
from app.papers.kind_names import kind_name
from app.words import Words

_WIDE = 100


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--client", metavar="NAME", help="Only this client.")
@click.option("--channel", type=click.Choice(CHANNELS), help="Only what went through this channel.")
@click.option("--kind", type=click.Choice(tuple(SORTS)), help="Only entries of this sort.")
@click.option("--from", "first", type=DAY, metavar="DATE", help="Only what happened on this day or later.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Only what happened on this day or earlier.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@as_json
@terminal_of
def search_command(
    terminal: Terminal, words: tuple[str, ...], client: str | None, channel: str | None, kind: str | None,
    first: date | None, last: date | None, limit: int, as_json: bool,
) -> None:  # fmt: skip
    """The newest entries that hold all the WORDS or beginnings of words; "words in quotes" stand together."""
    with terminal.reading() as journal:
        zone = journal.reading.owner().zone
        asked = Asked(
            words=" ".join(words),
            client=journal.clients.named(client).number if client else None,
            channel=channel or "",
            kinds=SORTS[kind] if kind else (),
            since=start_instant(zone, first) if first else None,
            until=end_instant(zone, last) if last else None,
        )
        if asked.is_empty:
            raise click.UsageError("Name words to look for, or a client, a channel, a kind, a day.")
        found = journal.reading.found(asked, limit)
    if as_json:
        terminal.json([as_data(entry) for entry in found])
        return
    if not found:
        terminal.say(terminal.words.text("Nothing holds these words."))
    for entry in found:
        day = when(terminal.words, entry, zone_named(zone), short=True)
        terminal.say(f"{entry.seq:>6}  {day}  {_line(terminal.words, entry, asked.words)}")


def _line(words: Words, entry: Entry, typed: str) -> str:
    """The entry's own words, or those that hold the hit; what became of it before them."""
    looked_for = wanted(typed)
    said = text_found(entry, looked_for) or kind_name(words, entry.kind)
    line = excerpt(visible(said), looked_for, _WIDE)
    if entry.retracted_by is None:
        return line
    return f"[{words.text('Retracted by entry {n}', n=entry.retracted_by)}] {line}"
