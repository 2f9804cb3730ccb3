"""`ashore promise`: the date that the terms give for an edit, with its count."""

from __future__ import annotations

import click

from app.cli.options import as_json, client_option
from app.cli.terminal import Terminal, terminal_of


@click.command("promise")
@client_option
@click.option("--received", required=True, metavar="ISO", help="When the edit was asked for.")
@click.option("--size", type=click.Choice(["small", "normal", "large"]), default="normal", show_default=True)
@click.option("--provisional", is_flag=True, help="The work cannot be estimated yet.")
@as_json
@terminal_of
def promise_command(
    terminal: Terminal, client: str, received: str, size: str, provisional: bool, as_json: bool
) -> None:
    """The date that can be promised for an edit, and the days counted on the way."""
    from app.journal.bodies import instant_of
    from app.papers.counting import count_lines_in_words

    with terminal.reading() as journal:
        found = journal.clients.named(client)
        at = instant_of(received, journal.reading.owner().zone)
        promised = journal.edits.count(found.number, at, size, is_provisional=provisional).promised
    if as_json:
        rule = {
            "on": promised.on.isoformat(),
            "closing": promised.closing,
            "rule": promised.rule,
            "zone": promised.zone,
        }
        terminal.json(rule | {"days": promised.days, "count": promised.count_body()})
        return
    words = terminal.words
    terminal.say(words.capital(words.date(promised.on)))
    for line in count_lines_in_words(words, promised.count):
        terminal.say(f"  {line}")
