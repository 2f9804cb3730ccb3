"""`ashore call series`: the next regular calls by the agreed rhythm, shown or planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from app.cli.options import CHANNELS, DAY, as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.papers.call_remarks import series_line

if TYPE_CHECKING:
    from app.facts.series import SeriesDate

topic_option = click.option("--topic", "topics", multiple=True, help="A topic agreed beforehand; once for each.")
minutes_option = click.option("--minutes", type=click.IntRange(0), default=0, help="Without it the agreed length.")
channel = click.option("--channel", type=click.Choice(CHANNELS), help="Through what.")


@click.command("series")
@client_option
@click.option("--count", type=click.IntRange(1, 60), default=4, show_default=True)
@click.option("--hour", default="", metavar="HH:MM", help="Where the client is; without it that of the last call.")
@click.option("--first", type=DAY, metavar="DATE", help="Begin anew on this day.")
@click.option("--every", type=click.IntRange(1), default=None, metavar="DAYS", help="Without it the agreed rhythm.")
@minutes_option
@channel
@topic_option
@click.option("--plan", "record", is_flag=True, help="Plan each of them; without it they are only shown.")
@as_json
@terminal_of
def series(
    terminal: Terminal,
    client: str,
    count: int,
    hour: str,
    first: date | None,
    every: int | None,
    minutes: int,
    channel: str | None,
    topics: tuple[str, ...],
    record: bool,
    as_json: bool,
) -> None:
    """The next regular calls by the agreed rhythm, moved off both sides' days off within the tolerance."""
    with terminal.recording() if record else terminal.reading() as journal:
        number = journal.clients.named(client).number
        dates = journal.series.propose(number, count, hour=hour, first=first, every_days=every or 0)
        saved: Sequence[int] = ()
        if record:
            saved = journal.series.plan(number, dates, topics=topics, minutes=minutes, channel=channel or "")
    if as_json:
        terminal.json({"dates": [_data(each) for each in dates], **({"entries": list(saved)} if record else {})})
        return
    for each in dates:
        terminal.say(series_line(terminal.words, each))
    if record:
        terminal.saved(tuple(saved))


def _data(each: SeriesDate) -> dict[str, Any]:
    return {
        "local": each.local,
        "zone": each.zone,
        "at": each.at,
        "ideal": each.ideal.isoformat(),
        "fits": each.fits,
        "in_the_way": [{"on": o.on.isoformat(), "whose": o.whose, "why": o.why} for o in each.in_the_way],
        "in_my_hours": each.in_my_hours,
        "in_their_hours": each.in_their_hours,
    }
