"""`ashore person …`: the client's people beside the contact; `erasing` adds what takes a name away."""

from __future__ import annotations

import click

from app.cli.options import as_json, client_option, pairs
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused


@click.group("person")
def person_command() -> None:
    """The client's people."""


@person_command.command("add")
@click.argument("person")
@client_option
@click.option("--role", default="", metavar="TEXT")
@click.option("--called", default="", metavar="NAME", help="How to greet this person.")
@click.option("--address", "addresses", multiple=True, metavar="telegram:@x")
@as_json
@terminal_of
def add(
    terminal: Terminal, person: str, client: str, role: str, called: str, addresses: tuple[str, ...], as_json: bool
) -> None:
    """Somebody on the client's side who is not the contact; `ashore contact set` designates one."""
    listed = pairs(addresses, ":", "an address such as telegram:@x")
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        if journal.clients.person_named(number, person) is not None:
            raise Refused("{name} is among the client's people already.", name=person)
        saved = journal.clients.add_person(number, person, called=called, role=role, addresses=listed)
    terminal.saved(saved, as_json)
