"""`ashore init`: a new journal."""

from __future__ import annotations

from typing import Any

import click

from app.cli.options import as_json
from app.cli.terminal import Terminal, terminal_of
from app.clock import system_clock
from app.facts.wall_time import zone_named


@click.command("init")
@click.option("--owner", required=True, metavar="NAME", help="Your name on papers.")
@click.option("--zone", required=True, metavar="ZONE", help="Your time zone, such as Europe/Madrid.")
@click.option("--country", metavar="RU", help="Whose public holidays you keep.")
@click.option("--subdivision", metavar="VC", help="The part of the country.")
@click.option("--lang", "language", type=click.Choice(["en", "ru", "es"]), help="Your language.")
@as_json
@terminal_of
def init_command(
    terminal: Terminal,
    owner: str,
    zone: str,
    country: str | None,
    subdivision: str | None,
    language: str | None,
    as_json: bool,
) -> None:
    """Make a journal."""
    from app.journal.opening import create_journal

    zone_named(zone)
    facts: dict[str, Any] = {"name": owner, "zone": zone, "languages": [language or terminal.language]}
    if country:
        facts |= holiday_facts(country, subdivision or "", language or terminal.language)
    journal = create_journal(terminal.path, facts, system_clock)
    size, head = journal.size_and_head()
    log = journal.log_id
    journal.close()
    if as_json:
        terminal.json({"journal": str(terminal.path), "log": log, "entries": size, "head": head})
    else:
        terminal.say(terminal.words.text("The journal is at {path}. Add your first client.", path=str(terminal.path)))


def holiday_facts(country: str, subdivision: str, language: str) -> dict[str, Any]:
    """This year and the next as the library proposes them; a year not decreed yet stays "not filled" (W13)."""
    from app.exchange.holiday_calendars import propose

    this_year = system_clock().year
    years = [propose(country, year, subdivision=subdivision, language=language) for year in (this_year, this_year + 1)]
    decreed = [each for each in years if each.decreed]
    return {
        "holidays": {
            "country": country,
            "subdivision": subdivision,
            "years": {str(each.year): each.year_body() for each in decreed},
        },
        "extra_days": [day for each in decreed for day in each.extra_days_body()],
    }
