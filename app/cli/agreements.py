"""`ashore agreement …`: the terms agreed on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from app.cli.agreement_told import say_told, told_of
from app.cli.options import CHANNELS, DAY, FILE, as_json, client_option, pairs
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused
from app.facts.terms import AgreedChannel, Terms
from app.papers.agreed import SAID
from app.papers.agreed.sides import Sides
from app.rules.terms import PRESETS

if TYPE_CHECKING:
    from app.journal.journal import Journal


@click.group("agreement")
def agreement_command() -> None:
    """The regulation of interaction with a client."""


@agreement_command.command("make")
@client_option
@click.option(
    "--preset", type=click.Choice(PRESETS), help="Begin with these terms. Without it, with those in force, or normal."
)
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="TERM=VALUE",
    help='Such as edits.normal=3, reports.0.weekday=thu, planning=\'["tue","fri"]\'; values may be JSON.',
)
@click.option("--channel", "channels", multiple=True, metavar="telegram:@x", help="In the order of the ladder.")
@click.option("--from", "effective_from", type=DAY, metavar="DATE", help="Without it, today.")
@click.option("--how", type=click.Choice(["contract", "chat", "mail", "call"]), default="chat", show_default=True)
@click.option("--confirmed", is_flag=True, help="The client has confirmed it.")
@click.option("--try", "only_try", is_flag=True, help="Say what it would change, and record nothing.")
@as_json
@terminal_of
def make(
    terminal: Terminal,
    /,
    client: str,
    effective_from: date | None,
    how: str,
    confirmed: bool,
    only_try: bool,
    as_json: bool,
    **wanted: Any,
) -> None:
    """Make a version of the agreement; every term is written with its value."""
    if only_try:
        with terminal.reading() as journal:
            number = journal.clients.named(client).number
            terms, _ = _terms(journal, number, **wanted)
            told = told_of(terminal, journal, number, terms, effective_from)
        say_told(terminal, told, as_json)
        return
    with terminal.recording() as journal, journal.act() as act:
        number = journal.clients.named(client).number
        terms, preset = _terms(journal, number, **wanted)
        told = told_of(terminal, journal, number, terms, effective_from)
        made = journal.agreements.make(number, terms, effective_from=effective_from, agreed_how=how, preset=preset)
        if confirmed:
            journal.agreements.confirm(number, made)
        saved = tuple(act.added)
    if not as_json:
        say_told(terminal, told, as_json)
    terminal.saved(saved, as_json)


def _terms(
    journal: Journal, client: int, preset: str | None, changes: tuple[str, ...], channels: tuple[str, ...]
) -> tuple[Terms, str]:
    """The terms asked for, and the preset they began with."""
    from app.journal.agreements import with_terms

    agreed = _channels(channels)
    in_force = journal.agreements.in_force(client)
    values = {term: _value(text) for term, text in pairs(changes, "=", "a term such as edits.normal=3")}
    if preset or not in_force.entry:
        begun = journal.agreements.proposed(client, preset or "normal", agreed or in_force.terms.agreed_channels)
        return with_terms(begun, values), preset or "normal"
    begun = replace(in_force.terms, channels=agreed) if agreed else in_force.terms
    return with_terms(begun, values), in_force.preset


def _channels(given: tuple[str, ...]) -> tuple[AgreedChannel, ...]:
    agreed: list[AgreedChannel] = []
    for channel, address in pairs(given, ":", "a channel such as telegram:@x"):
        if channel not in CHANNELS:
            raise click.UsageError(f"{channel!r} is no channel; use one of {', '.join(CHANNELS)}.")
        purposes = ("urgent", "calls") if channel == "phone" and agreed else ("correspondence", "files")
        agreed.append(AgreedChannel(channel=channel, address=address, purposes=purposes, preferred=not agreed))
    return tuple(agreed)


@agreement_command.command("confirm")
@client_option
@click.option("--entry", type=int, metavar="N", help="The version; without it, the one in force.")
@click.option("--message", type=int, metavar="N", help="The entry in which it was said.")
@as_json
@terminal_of
def confirm(terminal: Terminal, client: str, entry: int | None, message: int | None, as_json: bool) -> None:
    """The client has confirmed a version (F24)."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        made = entry or journal.agreements.in_force(number).entry
        if not made:
            raise Refused("Nothing is agreed yet, so nothing can be confirmed. Make the agreement first.")
        saved = journal.agreements.confirm(number, made, message=message)
    terminal.saved(saved, as_json)


@agreement_command.command("show")
@client_option
@as_json
@terminal_of
def show(terminal: Terminal, client: str, as_json: bool) -> None:
    """The terms in force: the name of each, as --set takes it, and its sentences."""
    from app.journal.agreements import terms_body

    with terminal.reading() as journal:
        found = journal.clients.named(client)
        agreement, owner = journal.agreements.in_force(found.number), journal.reading.owner().name
    if as_json:
        terminal.json({"entry": agreement.entry, **terms_body(agreement.terms)})
        return
    if not agreement.entry:
        terminal.say(terminal.words.text("Nothing is agreed yet; these are the default terms."))
    for term, say in SAID.items():
        for line in say(agreement.terms, Sides(owner, found.name), terminal.words):
            terminal.say(f"{term}: {line}")


@agreement_command.command("annex")
@client_option
@click.option("--out", required=True, type=FILE, metavar="FILE.pdf|.txt")
@terminal_of
def annex(terminal: Terminal, client: str, out: Path) -> None:
    """The agreement in force as an annex to the contract, in the client's language."""
    from app.cli.papers import check_name, write_paper
    from app.journal.annex import annex_paper

    check_name(out)
    with terminal.reading() as journal:
        paper = annex_paper(journal, journal.clients.named(client).number, terminal.language)
    write_paper(terminal, paper, paper.language, out)
    terminal.say(terminal.words.text("The annex is in {path}.", path=str(out)))


def _value(text: str) -> Any:
    """A number, a list or an object where the text is JSON; else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text
