"""`ashore import …`: real correspondence out of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.options import PLACE, as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.papers.rests_words import compared_lines

if TYPE_CHECKING:
    from app.journal.import_run import Imported, Offer
    from app.journal.their_export import Compared


@click.group("import")
def import_command() -> None:
    """Bring in correspondence; importing the same file twice adds nothing."""


@import_command.command("telegram")
@click.argument("file", type=PLACE)
@client_option
@click.option("--me", metavar="NAME|ID", help="Which of the people is you.")
@click.option("--chat", metavar="NAME|ID", help="Which chat of a full export is the client's.")
@click.option("--zone", metavar="ZONE", help="For dates that say no zone.")
@click.option("--again", is_flag=True, help="Take back what this chat brought before, and take it anew.")
@click.option("--theirs", is_flag=True, help="The client's own export: only mark what it holds, too.")
@click.option("--preview", is_flag=True, help="Only say what is in the file.")
@as_json
@terminal_of
def telegram(
    terminal: Terminal,
    file: Path,
    client: str,
    me: str | None,
    chat: str | None,
    zone: str | None,
    again: bool,
    theirs: bool,
    preview: bool,
    as_json: bool,
) -> None:
    """A Telegram Desktop export: result.json of one chat, or of everything."""
    from app.journal.imports import Asked

    if preview:
        with terminal.reading() as journal:
            number = journal.clients.named(client).number
            _say_offer(terminal, journal.imports.offer(number, file, Asked(chat=chat, me=me, zone=zone)))
        return
    if theirs and again:
        raise click.UsageError("--again takes a chat anew, and of the client's own export nothing is taken.")
    with terminal.recording() as journal, terminal.progress() as progress:
        asked = Asked(chat=chat, me=me, zone=zone, again=again, progress=progress)
        if theirs:
            from app.journal.their_export import take_their_export

            compared = take_their_export(journal, journal.clients.named(client).number, file, asked)
            return _say_compared(terminal, compared, as_json)
        done = journal.imports.take(journal.clients.named(client).number, file, asked)
    if as_json:
        terminal.json(
            {"entry": done.entry, "added": done.added, "known": done.known, "corrected": done.corrected,
             "retracted": done.retracted, "me": {"name": done.me.name, "id": done.me.id, "why": done.me.by.value},
             "unparsed": done.chat.unparsed}
        )  # fmt: skip
        return
    _say_done(terminal, done)


def _say_compared(terminal: Terminal, done: Compared, as_json: bool) -> None:
    """Of how many entries the client's own export holds the same."""
    if as_json:
        terminal.json({"entry": done.entry, "also_here": done.here, "known": done.known, "not_here": done.not_here,
                       "me": {"name": done.me.name, "id": done.me.id, "why": done.me.by.value}})  # fmt: skip
        return
    terminal.say(terminal.words.text("You are {name}.", name=done.me.name or done.me.id))
    for line in compared_lines(terminal.words, done.here, done.known, done.not_here):
        terminal.say(line)


def _say_offer(terminal: Terminal, offer: Offer) -> None:
    """What is in the file, and who of it is taken for the owner."""
    words = terminal.words
    terminal.say(words.text("{n} messages in the chat {name}.", n=offer.chat.messages, name=offer.chat.name or "–"))
    terminal.say(words.text("You are {name}.", name=offer.me.name or offer.me.id))


def _say_done(terminal: Terminal, done: Imported) -> None:
    words = terminal.words
    terminal.say(words.text("You are {name}.", name=done.me.name or done.me.id))
    terminal.say(words.plural("{n} message added.", "{n} messages added.", done.added))
    if done.known:
        terminal.say(words.plural("{n} message was known already.", "{n} messages were known already.", done.known))
    if done.corrected:
        terminal.say(words.plural("{n} message was corrected.", "{n} messages were corrected.", done.corrected))
    if done.chat.unparsed:
        terminal.say(words.plural("{n} place could not be read.", "{n} places could not be read.", done.chat.unparsed))
