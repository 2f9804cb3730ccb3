"""`ashore today`: who must be written to first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from app.cli.options import as_json
from app.cli.terminal import Terminal, terminal_of
from app.facts.flags import Flag

if TYPE_CHECKING:
    from app.journal.journal import Journal


@click.command("today")
@click.option("--client", metavar="NAME", help="Only this client.")
@as_json
@terminal_of
def today_command(terminal: Terminal, client: str | None, as_json: bool) -> None:
    """Who must be written to first, and about what."""
    with terminal.reading() as journal:
        listed = [flag for flag in journal.desk.flags() if not flag.dismissed and flag.snoozed_until is None]
        if client is not None:
            number = journal.clients.named(client).number
            listed = [flag for flag in listed if flag.client == number]
        if as_json:
            terminal.json([_as_data(flag) for flag in listed])
        else:
            _print(terminal, journal, [flag for flag in listed if flag.says])


def _as_data(flag: Flag) -> dict[str, Any]:
    return {
        "rule": flag.rule,
        "client": flag.client,
        "item": flag.item,
        "severity": flag.severity.value,
        "since": flag.since,
        "due": flag.due,
        "key": flag.key,
        "reason": {"code": flag.reason.code, **flag.reason.values},
        "channel": flag.channel.channel if flag.channel else None,
    }


def _print(terminal: Terminal, journal: Journal, listed: list[Flag]) -> None:
    from app.papers.reasons import due_words, reason_sentence

    words, now, zone = terminal.words, journal.clock(), ZoneInfo(journal.reading.owner().zone)
    terminal.say(f"{words.capital(words.date(now.astimezone(zone).date()))}, {words.time(now, zone)}")
    if not listed:
        terminal.say(words.text("Everyone has heard from you."))
        return
    names = {each.number: each.name for each in journal.clients.all()}
    for number in dict.fromkeys(flag.client for flag in listed):
        terminal.say("")
        terminal.say(names[number])
        for flag in listed:
            if flag.client == number:
                sentence = reason_sentence(words, flag.reason.code, flag.reason.values, zone, now)
                due = due_words(words, flag.severity, flag.due, now, zone)
                terminal.say(f"  {_MARKS[flag.severity.value]} {sentence}  [{due}]")


_MARKS = {"late": "◆", "today": "●", "soon": "▲", "later": "○"}
