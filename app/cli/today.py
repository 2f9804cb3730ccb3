"""`ashore today`: who must be written to first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from app.cli.options import as_json
from app.cli.terminal import Terminal, terminal_of
from app.facts.flags import Flag, Severity

if TYPE_CHECKING:
    from app.journal.journal import Journal


@click.command("today")
@click.option("--client", metavar="NAME", help="Only this client.")
@as_json
@terminal_of
def today_command(terminal: Terminal, client: str | None, as_json: bool) -> None:
    """Who must be written to first, and about what."""
    with terminal.standing() as journal:
        if as_json:
            names = {each.number: each.name for each in journal.clients.all()}
            terminal.json([_as_data(flag, names[flag.client]) for flag in _listed(journal, client)])
        else:
            print_today(terminal, journal, client)


def _listed(journal: Journal, client: str | None) -> list[Flag]:
    """What is raised, and neither snoozed nor dismissed; of one client when asked."""
    number = journal.clients.named(client).number if client is not None else None
    return [
        flag
        for flag in journal.desk.flags()
        if flag.severity is not Severity.LATER
        and not flag.dismissed
        and flag.snoozed_until is None
        and number in (None, flag.client)
    ]


def _as_data(flag: Flag, name: str) -> dict[str, Any]:
    return {
        "rule": flag.rule,
        "client": flag.client,
        "name": name,
        "item": flag.item,
        "severity": flag.severity.value,
        "since": flag.since,
        "due": flag.due,
        "key": flag.key,
        "reason": {"code": flag.reason.code, **flag.reason.values},
        "channel": flag.channel.channel if flag.channel else None,
    }


def print_today(terminal: Terminal, journal: Journal, client: str | None = None) -> None:
    """The cards of the start screen for a person: each client with its reasons, most severe first (C6)."""
    from app.papers.reasons import due_words, reason_sentence

    number = journal.clients.named(client).number if client is not None else None
    today = journal.desk.today()
    cards = [card for card in today.cards if number in (None, card.client.number)]
    words, now, zone = terminal.words, today.now, ZoneInfo(today.owner.zone)
    terminal.say(f"{words.capital(words.date(now.astimezone(zone).date()))}, {words.time(now, zone)}")
    if not cards:
        terminal.say(words.text("Everyone has heard from you."))
    for card in cards:
        terminal.say("")
        terminal.say(card.client.name)
        for line in card.reasons:
            flag = line.flag
            sentence = reason_sentence(words, flag.reason.code, flag.reason.values, zone, now)
            due = due_words(words, flag.severity, flag.due, now, zone,
                            late_minutes=line.late_minutes, late_days=line.late_days)  # fmt: skip
            terminal.say(f"  {_MARKS[flag.severity.value]} {sentence}  [{due}]")


_MARKS = {"late": "◆", "today": "●", "soon": "▲", "later": "○"}
