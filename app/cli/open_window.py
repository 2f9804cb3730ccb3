"""`ashore open`: a place of the window, in the one that is open; the line for a key of the desktop (5.4)."""

from __future__ import annotations

import click

from app.cli.terminal import Terminal, terminal_of
from app.errors import Unavailable
from app.facts.places import PLACES


@click.command("open")
@click.argument("place", type=click.Choice(PLACES))
@terminal_of
def open_command(terminal: Terminal, place: str) -> int:
    """Bring up a place of the window: log, call, today and others. Give this line to a key of your desktop."""
    if terminal.hands.enter is None:
        raise Unavailable(
            "There is no display to open a window on. Every command works without one: see `ashore --help`."
        )
    return terminal.hands.enter(terminal.path, terminal.asked_language, place)
