"""`ashore stage …`: the steps of a stage of the plan."""

from __future__ import annotations

from datetime import date

import click

from app.cli.options import DAY, as_json, at_option, channel_option, message_option, reason_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import when_typed

CAUSES = ("me", "client", "third_party", "outside", "new_agreement")

stage_number = click.argument("stage", type=int, metavar="N")


@click.group("stage")
def stage_command() -> None:
    """What happens to stage N of a plan; `ashore log stage` plans one."""


@stage_command.command("start")
@stage_number
@at_option
@as_json
@terminal_of
def start(terminal: Terminal, stage: int, at: str | None, as_json: bool) -> None:
    """Work on it has begun."""
    with terminal.recording() as journal:
        saved = journal.plan.start(stage, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


@stage_command.command("move")
@stage_number
@click.option("--to", "due", type=DAY, required=True, metavar="DATE", help="Its new day.")
@click.option("--cause", type=click.Choice(CAUSES), required=True)
@click.option("--agreed-in", type=int, metavar="N", help="The entry in which the client agreed.")
@reason_option
@at_option
@as_json
@terminal_of
def move(
    terminal: Terminal,
    stage: int,
    due: date,
    cause: str,
    agreed_in: int | None,
    reason: str,
    at: str | None,
    as_json: bool,
) -> None:
    """Another day, and why; the old one stays on record."""
    with terminal.recording() as journal:
        when = when_typed(journal, at)
        saved = journal.plan.move(stage, due, cause, agreed_in=agreed_in, reason=reason, at=when)
    terminal.saved(saved, as_json)


@stage_command.command("deliver")
@stage_number
@channel_option
@click.option("--message", type=int, metavar="N", help="The message in which it was told.")
@click.option("--link", "links", multiple=True, metavar="URL")
@at_option
@as_json
@terminal_of
def deliver(
    terminal: Terminal,
    stage: int,
    channel: str | None,
    message: int | None,
    links: tuple[str, ...],
    at: str | None,
    as_json: bool,
) -> None:
    """The result was handed over; told when a channel or a message is named."""
    with terminal.recording() as journal:
        when = when_typed(journal, at)
        saved = journal.plan.deliver(stage, channel=channel or "", message=message, links=links, at=when)
    terminal.saved(saved, as_json)


@stage_command.command("accept")
@stage_number
@click.option("--by-silence", is_flag=True, help="The days for acceptance passed without a word.")
@message_option
@at_option
@as_json
@terminal_of
def accept(
    terminal: Terminal, stage: int, by_silence: bool, message: int | None, at: str | None, as_json: bool
) -> None:
    """The client accepted what was delivered."""
    with terminal.recording() as journal:
        when = when_typed(journal, at)
        saved = journal.plan.accept(stage, by_silence=by_silence, message=message, at=when)
    terminal.saved(saved, as_json)


@stage_command.command("drop")
@stage_number
@reason_option
@at_option
@as_json
@terminal_of
def drop(terminal: Terminal, stage: int, reason: str, at: str | None, as_json: bool) -> None:
    """It is not done any more."""
    with terminal.recording() as journal:
        saved = journal.plan.drop(stage, reason=reason, at=when_typed(journal, at))
    terminal.saved(saved, as_json)
