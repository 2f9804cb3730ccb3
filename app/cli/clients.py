"""`ashore client …` and `ashore contact …`: who there is and who may speak."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from app.cli.begin import holiday_facts
from app.cli.options import DAY, MONEY, as_json, client_option, pairs
from app.cli.terminal import Terminal, terminal_of
from app.clock import system_clock
from app.facts.people import ClientState
from app.facts.wall_time import local_date, zone_named
from app.journal.zones import zone_of_dates
from app.words import N_

STATES = {
    ClientState.LEAD: N_("lead"),
    ClientState.ACTIVE: N_("active"),
    ClientState.PAUSED: N_("paused"),
    ClientState.CLOSED: N_("closed"),
}


@click.group("client")
def client_command() -> None:
    """Clients: add one, list them, hold one."""


@client_command.command("add")
@click.argument("name")
@click.option("--country", metavar="ES", help="Whose public holidays the client keeps.")
@click.option("--subdivision", metavar="MD", help="The part of the country.")
@click.option("--zone", metavar="ZONE", help="Where the client's clock stands.")
@click.option("--language", metavar="es", help="The language of the client's papers.")
@click.option("--style", type=click.Choice(["formal", "plain", "friendly"]))
@click.option("--knows", type=click.Choice(["none", "some", "expert"]), help="How much of the trade's words.")
@click.option("--legal-name", metavar="NAME")
@click.option("--place", metavar="CITY")
@click.option("--state", type=click.Choice(["lead", "active"]), default="active", show_default=True)
@click.option("--tag", "tags", multiple=True)
@click.option("--contract", metavar="NUMBER")
@click.option("--contract-from", type=DAY, metavar="DATE")
@click.option("--contract-to", type=DAY, metavar="DATE")
@click.option("--contract-sum", type=MONEY, metavar="'1200.00 EUR'")
@as_json
@terminal_of
def add(
    terminal: Terminal,
    /,
    name: str,
    country: str | None,
    subdivision: str | None,
    contract: str | None,
    contract_from: date | None,
    contract_to: date | None,
    contract_sum: dict[str, str] | None,
    as_json: bool,
    **facts: Any,
) -> None:
    """Add a client."""
    if facts["zone"]:
        zone_named(facts["zone"])
    if country:
        facts["holidays"] = holiday_facts(country, subdivision or "", facts["language"] or terminal.language)[
            "holidays"
        ]
    facts["tags"] = list(facts["tags"])
    facts["contract"] = {"number": contract, "from": contract_from, "to": contract_to, "sum": contract_sum}
    with terminal.recording() as journal:
        saved = journal.clients.add(name, **facts)
    terminal.saved(saved, as_json)


@client_command.command("list")
@as_json
@terminal_of
def list_(terminal: Terminal, as_json: bool) -> None:
    """List the clients."""
    with terminal.reading() as journal:
        found = journal.clients.all()
        contacts = {each.number: journal.clients.contact(each.number) for each in found}
    if as_json:
        terminal.json([
            {"client": each.number, "name": each.name, "state": each.state.value, "zone": each.zone,
             "language": each.language, "contact": contact.name if (contact := contacts[each.number]) else None}
            for each in found
        ])  # fmt: skip
        return
    if not found:
        terminal.say(terminal.words.text("No client yet. `ashore client add NAME` adds the first."))
    for each in found:
        contact = contacts[each.number]
        state = terminal.words.text(STATES[each.state])
        terminal.say(f"{each.number:>6}  {each.name}  {state}  {contact.name if contact else '–'}")


@client_command.command("hold")
@click.argument("name")
@click.option("--off", is_flag=True, help="Lift it.")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stays on record.")
@as_json
@terminal_of
def hold(terminal: Terminal, name: str, off: bool, reason: str, as_json: bool) -> None:
    """Legal hold: as long as it stands nothing of the client may be erased."""
    with terminal.recording() as journal:
        saved = journal.clients.hold(journal.clients.named(name).number, not off, reason)
    terminal.saved(saved, as_json)


@click.group("contact")
def contact_command() -> None:
    """The one designated person of a client."""


@contact_command.command("set")
@client_option
@click.argument("person")
@click.option("--since", type=DAY, metavar="DATE", help="Without it, today.")
@click.option("--until", type=DAY, metavar="DATE")
@click.option("--role")
@click.option("--called", help="How to greet this person.")
@click.option("--address", "addresses", multiple=True, metavar="telegram:@x")
@as_json
@terminal_of
def set_(
    terminal: Terminal,
    client: str,
    person: str,
    since: date | None,
    until: date | None,
    role: str | None,
    called: str | None,
    addresses: tuple[str, ...],
    as_json: bool,
) -> None:
    """Designate PERSON as the contact; a person of another name is added first."""
    listed = pairs(addresses, ":", "an address such as telegram:@x")
    with terminal.recording() as journal, journal.act() as act:
        number = journal.clients.named(client).number
        known = journal.clients.person_named(number, person)
        if known is None:
            who = journal.clients.add_person(number, person, called=called or "", role=role or "", addresses=listed)
        else:
            who = known.number
            changed = {"called": called, "role": role}
            changed_addresses = [{"channel": channel, "address": address} for channel, address in listed]
            if any(changed.values()) or changed_addresses:
                act.add("person.changed", number, {"person": who, **changed, "addresses": changed_addresses})
        zone = zone_of_dates(act.connection, number, act.now)
        journal.clients.designate(number, who, since or local_date(zone, system_clock()), until)
        saved = tuple(act.added)
    terminal.saved(saved, as_json)
