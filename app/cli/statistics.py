"""`ashore statistics` and `ashore penalties`: the figures of one client, and what agreed penalties come to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click
import msgspec

from app.cli.options import DAY, as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.facts.figure_rows import FigureRow
from app.facts.statistics import Period, Statistics
from app.journal.journal import Journal

Command = Callable[..., Any]


def period_options(command: Command) -> Command:
    """--period, or --from and --to; without any of them everything."""
    command = click.option("--to", "last", type=DAY, metavar="DATE", help="The last day; without it, today.")(command)
    command = click.option("--from", "first", type=DAY, metavar="DATE", help="The first day.")(command)
    return click.option("--period", metavar="2026-11|2026-Q4|contract|all", help="Instead of two dates.")(command)


@click.command("statistics")
@client_option
@period_options
@as_json
@click.option("--csv", "as_csv", is_flag=True, help="Print the table of all figures as CSV.")
@terminal_of
def statistics_command(
    terminal: Terminal,
    client: str,
    period: str | None,
    first: date | None,
    last: date | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Answer times, promises, silence, calls, lost days and goals of one client."""
    with terminal.reading() as journal:
        number = journal.clients.named(client).number
        found = journal.statistics.of(number, _period(journal, number, period, first, last))
        if as_json:
            terminal.json(as_data(found))
        elif as_csv:
            click.echo(journal.statistics.as_csv(found, terminal.words).encode("utf-8"), nl=False)
        else:
            _print(terminal, found)


@click.command("penalties")
@client_option
@period_options
@as_json
@terminal_of
def penalties_command(
    terminal: Terminal, client: str, period: str | None, first: date | None, last: date | None, as_json: bool
) -> None:
    """What agreed penalties come to, every step shown; nothing is written and nothing is decided."""
    from app.papers.penalties import penalty_lines

    with terminal.reading() as journal:
        number = journal.clients.named(client).number
        found = journal.penalties.of(number, _period(journal, number, period, first, last))
    if as_json:
        terminal.json(msgspec.to_builtins(found))
        return
    for line in penalty_lines(found, terminal.words):
        terminal.say(line)


def as_data(found: Statistics) -> dict[str, Any]:
    """The figures with every point, and those that follow from the points, for scripts."""
    data: dict[str, Any] = msgspec.to_builtins(found)
    data["answers"] |= {
        "median_seconds": found.answers.median_seconds,
        "ninetieth_seconds": found.answers.ninetieth_seconds,
        "late": found.answers.late,
        "share_in_time": found.answers.share_in_time,
    }
    data["promises"]["total"] |= {"in_time": found.promises.total.in_time, "judged": found.promises.total.judged}
    longest = found.silence.longest
    data["silence"] |= {"average": found.silence.average, "longest": longest.longest if longest else None}
    data["calls"]["total"]["off_topic_percent"] = found.calls.total.off_topic_percent
    data["accepted"]["per_delivery"] = found.accepted.per_delivery
    return data


def _period(journal: Journal, client: int, named: str | None, first: date | None, last: date | None) -> Period | str:
    if named is None:
        return journal.statistics.period(client, first, last)
    if first is not None or last is not None:
        raise click.UsageError("Give a period or two dates, not both.")
    return named


def _print(terminal: Terminal, found: Statistics) -> None:
    from app.papers.statistics_table import as_table, period_words

    terminal.say(f"{found.name}. {period_words(found, terminal.words)}")
    part = ""
    for row in as_table(found, terminal.words):
        if row.part != part:
            part = row.part
            terminal.say(f"\n{part}")
        terminal.say(_line(row))


def _line(row: FigureRow) -> str:
    name = f"{row.figure}, {row.of}" if row.of else row.figure
    return f"  {name}: {row.shown}"
