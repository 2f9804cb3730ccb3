"""`ashore call …`: plan a call, move it, cancel it, say who missed it; a series of them stands in its own room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from app.cli.call_series import channel, minutes_option, series, topic_option
from app.cli.options import DAY, PURPOSES, as_json, at_option, client_option, reason_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import when_typed
from app.papers.call_remarks import remark_sentence

if TYPE_CHECKING:
    from app.journal.journal import Journal

call_number = click.argument("call", type=int, metavar="N")
purpose_option = click.option("--purpose", type=click.Choice(PURPOSES), default="regular", show_default=True)
there_option = click.option("--there", is_flag=True, help="The hour is on the client's wall, not on yours.")


@click.group("call")
def call_command() -> None:
    """Calls that are agreed; `ashore log call` takes down one that was held."""


@call_command.command("plan")
@client_option
@click.option("--at", "local", metavar="2026-12-03T13:00", help="The wall time agreed on.")
@there_option
@click.option("--on", type=DAY, metavar="DATE", help="Only the day is known.")
@minutes_option
@channel
@topic_option
@purpose_option
@as_json
@terminal_of
def plan(
    terminal: Terminal,
    client: str,
    local: str | None,
    there: bool,
    on: date | None,
    minutes: int,
    channel: str | None,
    topics: tuple[str, ...],
    purpose: str,
    as_json: bool,
) -> None:
    """A call for a wall time, or for a day whose hour comes later."""
    if (local is None) == (on is None):
        raise click.UsageError("Say when: --at 2026-12-03T13:00, or --on 2026-12-03 while the hour is not known.")
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        named = _topics_of(journal, number, purpose, topics)
        saved = journal.calls.plan(
            number,
            local=local or "",
            zone=_zone(journal, number, there=there) if local else "",
            on=on,
            minutes=minutes,
            channel=channel or "",
            topics=named,
            purpose=purpose,
        )
        said = journal.calls.remarks(number, channel or "", purpose)
    terminal.saved(saved, as_json)
    _say_remarks(terminal, said, channel or "", as_json)


@call_command.command("move")
@call_number
@click.option("--at", "local", metavar="2026-12-03T13:00", help="Another wall time.")
@there_option
@click.option("--on", type=DAY, metavar="DATE", help="Another day; its hour comes later.")
@minutes_option
@channel
@topic_option
@click.option("--agreed-in", type=int, metavar="M", help="The entry in which the client agreed.")
@reason_option
@as_json
@terminal_of
def move(
    terminal: Terminal,
    call: int,
    local: str | None,
    there: bool,
    on: date | None,
    minutes: int,
    channel: str | None,
    topics: tuple[str, ...],
    agreed_in: int | None,
    reason: str,
    as_json: bool,
) -> None:
    """Another time, or what the plan still lacked; a call that was moved is not missed."""
    if not (local or on or minutes or channel or topics):
        raise click.UsageError("Say what changes: --at, --on, --minutes, --channel or --topic.")
    with terminal.recording() as journal:
        number = journal.calls.get(call).client
        more: dict[str, Any] = {
            "minutes": minutes or None,
            "channel": channel,
            "agreed_in": agreed_in,
            "reason": reason,
        }
        if topics:
            more["topics"] = topics
        zone = _zone(journal, number, there=there) if local else ""
        saved = journal.calls.move(call, local=local or "", zone=zone, on=on, **more)
    terminal.saved(saved, as_json)


@call_command.command("cancel")
@call_number
@reason_option
@click.option("--agreed-in", type=int, metavar="M", help="The entry in which it was agreed.")
@at_option
@as_json
@terminal_of
def cancel(terminal: Terminal, call: int, reason: str, agreed_in: int | None, at: str | None, as_json: bool) -> None:
    """It will not take place, and nobody missed it."""
    with terminal.recording() as journal:
        saved = journal.calls.step(
            call, "call.cancelled", when_typed(journal, at), reason=reason, agreed_in=agreed_in
        )  # fmt: skip
    terminal.saved(saved, as_json)


@call_command.command("miss")
@click.argument("call", type=int, metavar="[N]", required=False)
@click.option("--client", metavar="NAME", help="Of a call that was never planned here.")
@click.option("--by", type=click.Choice(["me", "client"]), required=True, help="Who did not come.")
@reason_option
@at_option
@as_json
@terminal_of
def miss(
    terminal: Terminal, call: int | None, client: str | None, by: str, reason: str, at: str | None, as_json: bool
) -> None:
    """It did not take place, and by whom it was missed."""
    if call is None and client is None:
        raise click.UsageError("Name the call by its number, or the client: --client NAME.")
    with terminal.recording() as journal:
        number = journal.calls.get(call).client if call else journal.clients.named(client or "").number
        saved = journal.calls.miss(number, by, call=call, reason=reason, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


def _topics_of(journal: Journal, client: int, purpose: str, topics: tuple[str, ...]) -> tuple[str, ...]:
    """A final call is about three things unless something else was agreed (F25)."""
    if topics or purpose != "final":
        return topics
    from app.papers.final_call import final_topics
    from app.words import words_for

    return final_topics(words_for(journal.clients.get(client).language or "en"))


def _zone(journal: Journal, client: int, *, there: bool) -> str:
    mine = journal.reading.owner().zone
    return (journal.clients.get(client).zone or mine) if there else mine


def _say_remarks(terminal: Terminal, remarks: Sequence[str], channel: str, as_json: bool) -> None:
    for each in () if as_json else remarks:
        terminal.say(remark_sentence(terminal.words, each, channel))


call_command.add_command(series)
