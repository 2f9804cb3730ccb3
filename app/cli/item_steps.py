"""`ashore risk`, `goal`, `understanding` and `objection`: what happens to one of them after it began."""

from __future__ import annotations

from datetime import date

import click

from app.cli.options import DAY, NUMBER, as_json, at_option, channel_option, message_option, reason_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import until_typed, when_typed

number_argument = click.argument("number", type=int, metavar="N")


@click.group("risk")
def risk_command() -> None:
    """What happens to risk N; `ashore log risk` notes one."""


@risk_command.command("warn")
@number_argument
@channel_option
@message_option
@click.option("--text", default="", help="What was said.")
@at_option
@as_json
@terminal_of
def warn(
    terminal: Terminal,
    number: int,
    channel: str | None,
    message: int | None,
    text: str,
    at: str | None,
    as_json: bool,
) -> None:
    """The client was warned."""
    with terminal.recording() as journal:
        when = when_typed(journal, at)
        saved = journal.risks.warn(number, text=text, channel=channel or "", message=message, at=when)
    terminal.saved(saved, as_json)


@risk_command.command("pass")
@number_argument
@reason_option
@at_option
@as_json
@terminal_of
def pass_(terminal: Terminal, number: int, reason: str, at: str | None, as_json: bool) -> None:
    """It did not happen, or it is over."""
    with terminal.recording() as journal:
        saved = journal.risks.pass_(number, reason=reason, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


@click.group("goal")
def goal_command() -> None:
    """What happens to goal N; `ashore log goal` sets one."""


@goal_command.command("measure")
@number_argument
@click.option("--value", required=True, type=NUMBER, metavar="NUMBER")
@click.option("--on", type=DAY, metavar="DATE", help="The day that was read; without it, today.")
@at_option
@as_json
@terminal_of
def measure(terminal: Terminal, number: int, value: str, on: date | None, at: str | None, as_json: bool) -> None:
    """A reading."""
    with terminal.recording() as journal:
        saved = journal.goals.measure(number, value, on=on, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


@goal_command.command("close")
@number_argument
@reason_option
@at_option
@as_json
@terminal_of
def close(terminal: Terminal, number: int, reason: str, at: str | None, as_json: bool) -> None:
    """Reached, given up, or replaced."""
    with terminal.recording() as journal:
        saved = journal.goals.close(number, reason=reason, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


@click.group("understanding")
def understanding_command() -> None:
    """What happens to word N; `ashore log understanding` notes one."""


@understanding_command.command("settle")
@number_argument
@click.option("--agreed/--refused", "agreed", default=True, show_default=True)
@message_option
@at_option
@as_json
@terminal_of
def settle(terminal: Terminal, number: int, agreed: bool, message: int | None, at: str | None, as_json: bool) -> None:
    """The word is agreed on, or refused."""
    with terminal.recording() as journal:
        when, state = when_typed(journal, at), "agreed" if agreed else "refused"
        saved = journal.understandings.settle(number, state, message=message, at=when)
    terminal.saved(saved, as_json)


@click.group("objection")
def objection_command() -> None:
    """What happens to objection N; `ashore log objection` notes one."""


@objection_command.command("go-on")
@number_argument
@click.option("--paraphrase", default="", help="What you understood, said back.")
@click.option("--common-ground", default="", help="What both sides want.")
@click.option("--propose", "proposals", multiple=True, help="A way out; once for each.")
@click.option("--proof", default="", help="What shows that it works.")
@click.option("--pause-until", metavar="ISO", help="Until then nothing else is written to them.")
@at_option
@as_json
@terminal_of
def go_on(
    terminal: Terminal,
    number: int,
    paraphrase: str,
    common_ground: str,
    proposals: tuple[str, ...],
    proof: str,
    pause_until: str | None,
    at: str | None,
    as_json: bool,
) -> None:
    """Another step, or another pause."""
    with terminal.recording() as journal:
        saved = journal.objections.go_on(
            number,
            paraphrase=paraphrase,
            common_ground=common_ground,
            proposals=proposals,
            proof=proof,
            pause_until=until_typed(journal, pause_until),
            at=when_typed(journal, at),
        )
    terminal.saved(saved, as_json)


@objection_command.command("resolve")
@number_argument
@click.option("--outcome", default="", help="How it was settled.")
@message_option
@at_option
@as_json
@terminal_of
def resolve(terminal: Terminal, number: int, outcome: str, message: int | None, at: str | None, as_json: bool) -> None:
    """It is settled."""
    with terminal.recording() as journal:
        saved = journal.objections.resolve(number, outcome=outcome, message=message, at=when_typed(journal, at))
    terminal.saved(saved, as_json)
