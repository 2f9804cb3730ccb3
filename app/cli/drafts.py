"""`ashore draft`: the drafts there are, and one of them filled for a client; nothing is sent or recorded (3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli.options import as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused

if TYPE_CHECKING:
    from app.facts.letter import Letter
    from app.papers.drafts import Draft

_STYLES = ("formal", "plain", "friendly")


@click.group("draft")
def draft_command() -> None:
    """Drafts of messages: the shipped ones and your own."""


@draft_command.command("list")
@as_json
@terminal_of
def list_command(terminal: Terminal, as_json: bool) -> None:
    """Every draft by its key; yours are marked."""
    from app.papers.draft_files import own_folder, own_keys
    from app.papers.draft_titles import TITLES

    own, words = own_keys(own_folder(terminal.path)), terminal.words
    if as_json:
        terminal.json([{"key": key, "title": words.text(title), "own": key in own} for key, title in TITLES.items()])
        return
    wide = max(len(key) for key in TITLES)
    for key, title in TITLES.items():
        said = words.text(title)
        terminal.say(f"{key:{wide}}  " + (words.text("{draft} (yours)", draft=said) if key in own else said))


@draft_command.command("show")
@click.argument("key")
@client_option
@click.option("--style", type=click.Choice(_STYLES), help="Without it, the client's.")
@click.option("--language", metavar="en|ru|es", help="Without it, the client's.")
@as_json
@terminal_of
def show_command(
    terminal: Terminal, key: str, client: str, style: str | None, language: str | None, as_json: bool
) -> None:
    """One draft, filled with what the journal knows; what is missing stands in brackets."""
    from app.papers.draft_titles import SAME_AS, TITLES

    if key not in TITLES and key not in SAME_AS:
        raise Refused("There is no draft {key}. `ashore draft list` shows them.", key=key)
    with terminal.reading() as journal:
        found = journal.clients.named(client)
        letter = journal.desk.letter_for(found.number, key)
    spoken = language or found.language or terminal.language
    draft = _filled(terminal, letter, key, style or found.style, spoken)
    if as_json:
        gaps = [each.name for each in draft.gaps]
        terminal.json({"key": key, "language": draft.language, "subject": draft.subject, "text": draft.text,
                       "gaps": gaps, "english_instead": draft.english_instead})  # fmt: skip
        return
    if draft.english_instead:
        said = terminal.words.text("There is no draft in the client's language; this one is in English.")
        click.echo(said, err=True)
    terminal.say(draft.text)


def _filled(terminal: Terminal, letter: Letter, key: str, style: str, language: str) -> Draft:
    from app.papers.draft_files import own_folder
    from app.papers.drafts import render
    from app.papers.letter_values import letter_values

    values = letter_values(letter, key, language)
    return render(key, style, language, values, own_folder(terminal.path), this_year=letter.now.year)
