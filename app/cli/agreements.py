"""`ashore agreement …`: the terms agreed on."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from app.cli.options import CHANNELS, DAY, as_json, client_option, pairs
from app.cli.terminal import Terminal, terminal_of


@click.group("agreement")
def agreement_command() -> None:
    """The regulation of interaction with a client."""


@agreement_command.command("make")
@client_option
@click.option("--preset", type=click.Choice(["calm", "normal", "urgent"]), default="normal", show_default=True)
@click.option("--set", "changes", multiple=True, metavar="TERM=VALUE", help="Such as edits.normal=3.")
@click.option("--channel", "channels", multiple=True, metavar="telegram:@x", help="In the order of the ladder.")
@click.option("--from", "effective_from", type=DAY, metavar="DATE", help="Without it, today.")
@click.option("--how", type=click.Choice(["contract", "chat", "mail", "call"]), default="chat", show_default=True)
@click.option("--confirmed", is_flag=True, help="The client has confirmed it.")
@as_json
@terminal_of
def make(
    terminal: Terminal,
    client: str,
    preset: str,
    changes: tuple[str, ...],
    channels: tuple[str, ...],
    effective_from: date | None,
    how: str,
    confirmed: bool,
    as_json: bool,
) -> None:
    """Make a version of the agreement; every term is written with its value."""
    from app.facts.terms import AgreedChannel
    from app.journal.agreements import with_terms

    agreed: list[AgreedChannel] = []
    for channel, address in pairs(channels, ":", "a channel such as telegram:@x"):
        if channel not in CHANNELS:
            raise click.UsageError(f"{channel!r} is no channel; use one of {', '.join(CHANNELS)}.")
        purposes = ("urgent", "calls") if channel == "phone" and agreed else ("correspondence", "files")
        agreed.append(AgreedChannel(channel=channel, address=address, purposes=purposes, preferred=not agreed))
    values = {term: _value(text) for term, text in pairs(changes, "=", "a term such as edits.normal=3")}
    with terminal.recording() as journal, journal.act() as act:
        number = journal.clients.named(client).number
        terms = with_terms(journal.agreements.proposed(number, preset, agreed), values)
        made = journal.agreements.make(number, terms, effective_from=effective_from, agreed_how=how, preset=preset)
        if confirmed:
            journal.agreements.confirm(number, made)
        saved = tuple(act.added)
    terminal.saved(saved, as_json)


@agreement_command.command("show")
@client_option
@as_json
@terminal_of
def show(terminal: Terminal, client: str, as_json: bool) -> None:
    """The terms in force."""
    from app.journal.agreements import terms_body

    with terminal.reading() as journal:
        number = journal.clients.named(client).number
        agreement = journal.agreements.in_force(number)
    if as_json:
        terminal.json({"entry": agreement.entry, **terms_body(agreement.terms)})
        return
    if not agreement.entry:
        terminal.say(terminal.words.text("Nothing is agreed yet; these are the default terms."))
    for term, value in terms_body(agreement.terms).items():
        terminal.say(f"{term}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}")


def _value(text: str) -> Any:
    """A number, a list or an object where the text is JSON; else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text
