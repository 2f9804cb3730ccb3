"""`ashore log understanding`, `objection`, `payment`, `feedback` and `planning`, each taken down in one line."""

from __future__ import annotations

from datetime import date

import click

from app.cli.options import DAY, NUMBER, as_json, at_option, channel_option, client_option, pairs
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import person_typed, until_typed, when_typed


@click.command("understanding")
@client_option
@click.option("--word", required=True, help="The word both sides use, such as 'good site'.")
@click.option("--mine", default="", help="What you mean by it.")
@click.option("--theirs", default="", help="What they mean by it.")
@click.option("--number", default=None, type=NUMBER, metavar="NUMBER", help="What it can be measured by.")
@click.option("--unit", default="")
@at_option
@as_json
@terminal_of
def understanding_command(
    terminal: Terminal,
    client: str,
    word: str,
    mine: str,
    theirs: str,
    number: str | None,
    unit: str,
    at: str | None,
    as_json: bool,
) -> None:
    """A word that may mean two things."""
    with terminal.recording() as journal:
        found, when = journal.clients.named(client).number, when_typed(journal, at)
        saved = journal.understandings.note(
            found, word, mine=mine, theirs=theirs, number=number or "", unit=unit, at=when
        )  # fmt: skip
    terminal.saved(saved, as_json)


@click.command("objection")
@client_option
@click.option("--text", required=True, help="What the client objects to, in their words.")
@click.option("--pause-until", metavar="ISO", help="Until then nothing else is written to them.")
@click.option("--person", metavar="NAME", help="Who objects; without it the contact.")
@channel_option
@at_option
@as_json
@terminal_of
def objection_command(
    terminal: Terminal,
    client: str,
    text: str,
    pause_until: str | None,
    person: str | None,
    channel: str | None,
    at: str | None,
    as_json: bool,
) -> None:
    """An objection; its further steps come with `ashore objection go-on`."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        saved = journal.objections.raise_(
            number,
            text,
            person=person_typed(journal, number, person),
            channel=channel or "",
            pause_until=until_typed(journal, pause_until),
            at=when_typed(journal, at),
        )
    terminal.saved(saved, as_json)


@click.command("payment")
@client_option
@click.option("--sum", "amount", required=True, type=NUMBER, metavar="NUMBER", help="How much, as 1200.00.")
@click.option("--currency", default="EUR", show_default=True, metavar="CODE")
@click.option("--for", "for_what", default="", metavar="TEXT", help="What it is for.")
@click.option("--received", type=DAY, metavar="DATE", help="The day it came; without it, today.")
@at_option
@as_json
@terminal_of
def payment_command(
    terminal: Terminal,
    client: str,
    amount: str,
    currency: str,
    for_what: str,
    received: date | None,
    at: str | None,
    as_json: bool,
) -> None:
    """A payment; the days until the start run from the day it came."""
    with terminal.recording() as journal:
        number, when = journal.clients.named(client).number, when_typed(journal, at)
        code = currency.upper()
        saved = journal.payments.note(number, amount, code, for_what=for_what, received_on=received, at=when)
    terminal.saved(saved, as_json)


@click.command("feedback")
@client_option
@click.option("--score", "scores", multiple=True, metavar="SUBJECT=1..5", help="work, talk, reports, paperwork, …")
@click.option("--text", default="", help="What was said.")
@click.option("--person", metavar="NAME", help="Who said it; without it the contact.")
@channel_option
@at_option
@as_json
@terminal_of
def feedback_command(
    terminal: Terminal,
    client: str,
    scores: tuple[str, ...],
    text: str,
    person: str | None,
    channel: str | None,
    at: str | None,
    as_json: bool,
) -> None:
    """What the client says of the work."""
    given = dict(pairs(scores, "=", "a score such as work=5"))
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        who, when = person_typed(journal, number, person), when_typed(journal, at)
        saved = journal.feedback.note(number, given, text=text, person=who, channel=channel or "", at=when)
    terminal.saved(saved, as_json)


@click.command("planning")
@click.option("--client", "clients", multiple=True, required=True, metavar="NAME", help="Once for each client.")
@click.option("--text", required=True, help="What was decided.")
@at_option
@as_json
@terminal_of
def planning_command(terminal: Terminal, clients: tuple[str, ...], text: str, at: str | None, as_json: bool) -> None:
    """A planning session, one entry per client; the results are then to be written."""
    with terminal.recording() as journal, journal.act() as act:
        for client in clients:
            journal.planning.hold(journal.clients.named(client).number, text, at=when_typed(journal, at))
        saved = tuple(act.added)
    terminal.saved(saved, as_json)
