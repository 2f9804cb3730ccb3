"""`ashore log stage`, `risk`, `goal` and `reading`: what a project is held to, taken down in one line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from app.cli.options import DAY, NUMBER, as_json, at_option, client_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import until_typed, when_typed
from app.errors import Refused

if TYPE_CHECKING:
    from app.journal.journal import Journal


@click.command("stage")
@client_option
@click.option("--title", required=True)
@click.option("--due", type=DAY, metavar="DATE", help="Its day in the plan.")
@click.option("--deliverable", default="", metavar="TEXT", help="What is handed over at its end.")
@click.option("--order", type=click.IntRange(1), help="Its place; without it, after the others.")
@at_option
@as_json
@terminal_of
def stage_command(
    terminal: Terminal,
    client: str,
    title: str,
    due: date | None,
    deliverable: str,
    order: int | None,
    at: str | None,
    as_json: bool,
) -> None:
    """A stage of the plan."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        when = when_typed(journal, at)
        saved = journal.plan.plan(number, title, deliverable=deliverable, due=due, order=order or 0, at=when)
    terminal.saved(saved, as_json)


@click.command("risk")
@client_option
@click.option("--text", required=True, help="What may go wrong.")
@click.option("--threatens", type=int, metavar="N", help="The stage, edit or goal that it threatens.")
@click.option("--cause", type=click.Choice(["me", "client", "third_party", "outside"]))
@click.option("--known", metavar="ISO", help="Since when it is known.")
@at_option
@as_json
@terminal_of
def risk_command(
    terminal: Terminal,
    client: str,
    text: str,
    threatens: int | None,
    cause: str | None,
    known: str | None,
    at: str | None,
    as_json: bool,
) -> None:
    """A risk; it wants to be told to the client."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        since, when = until_typed(journal, known), when_typed(journal, at)
        saved = journal.risks.notice(number, text, threatens=threatens, cause=cause or "", known_at=since, at=when)
    terminal.saved(saved, as_json)


@click.command("goal")
@client_option
@click.option("--metric", required=True, help="What is counted.")
@click.option("--base", required=True, type=NUMBER, metavar="NUMBER", help="What it is at the beginning.")
@click.option("--target", required=True, type=NUMBER, metavar="NUMBER", help="What it is to be at the end.")
@click.option("--since", type=DAY, required=True, metavar="DATE")
@click.option("--by", type=DAY, required=True, metavar="DATE")
@click.option("--unit", default="")
@click.option("--source", default="", metavar="TEXT", help="Where it is read.")
@at_option
@as_json
@terminal_of
def goal_command(
    terminal: Terminal,
    client: str,
    metric: str,
    base: str,
    target: str,
    since: date,
    by: date,
    unit: str,
    source: str,
    at: str | None,
    as_json: bool,
) -> None:
    """A goal: a metric, from where to where, and by when."""
    with terminal.recording() as journal:
        saved = journal.goals.set(
            journal.clients.named(client).number,
            metric,
            base=base,
            target=target,
            since=since,
            by=by,
            unit=unit,
            source=source,
            at=when_typed(journal, at),
        )
    terminal.saved(saved, as_json)


@click.command("reading")
@client_option
@click.option("--value", required=True, type=NUMBER, metavar="NUMBER")
@click.option("--goal", type=int, metavar="N", help="Which goal; not needed where there is only one.")
@click.option("--on", type=DAY, metavar="DATE", help="The day that was read; without it, today.")
@click.option("--source", default="", metavar="TEXT", help="Where it was read.")
@at_option
@as_json
@terminal_of
def reading_command(
    terminal: Terminal,
    client: str,
    value: str,
    goal: int | None,
    on: date | None,
    source: str,
    at: str | None,
    as_json: bool,
) -> None:
    """A reading of a goal."""
    with terminal.recording() as journal:
        number = goal or _only_goal(journal, journal.clients.named(client).number)
        saved = journal.goals.measure(number, value, on=on, source=source, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


def _only_goal(journal: Journal, client: int) -> int:
    goals = [goal for goal in journal.goals.of_client(client) if goal.open]
    if not goals:
        raise Refused("This client has no open goal. Set one first with `ashore log goal`.")
    if len(goals) > 1:
        raise Refused("This client has several goals: {goals}. Say which one with --goal.",
                      goals=[f"{goal.number} {goal.title}" for goal in goals])  # fmt: skip
    return goals[0].number
