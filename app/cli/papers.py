"""`ashore sheet` and `ashore export`: papers and the bag."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from app.cli.options import DAY, as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.errors import Unavailable
from app.facts.pages import Paper
from app.facts.week import Edition
from app.words import words_for


@click.command("sheet")
@client_option
@click.option("--week", metavar="2026-W47", help="Without it, this week.")
@click.option("--edition", type=click.Choice(["client", "mine"]), default="client", show_default=True)
@click.option("--language", type=click.Choice(["en", "ru", "es"]), help="Without it, the client's.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.pdf|.txt")
@as_json
@terminal_of
def sheet_command(
    terminal: Terminal, client: str, week: str | None, edition: str, language: str | None, out: Path, as_json: bool
) -> None:
    """The weekly status sheet as PDF or plain text; it carries the head of the journal."""
    if out.suffix.lower() not in (".pdf", ".txt"):
        raise click.UsageError("The file's name ends in .pdf or .txt.")
    with terminal.recording() as journal:
        journal.clients.named(client)
        journal.evidence.checkpoint()  # of the head that the sheet carries, at this computer's time
    with terminal.reading() as journal:
        number = journal.clients.named(client).number
        asked = week or journal.weeks.this_week(number)
        kind = Edition(edition)
        paper = journal.weeks.paper(number, asked, kind, language)
        spoken = language or journal.weeks.language(number, kind)
    write_paper(terminal, paper, spoken, out)
    if as_json:
        terminal.json({"out": str(out), "week": asked, "payload": paper.foot.qr})
    else:
        terminal.say(terminal.words.text("The sheet is in {path}.", path=str(out)))


def write_paper(terminal: Terminal, paper: Paper, language: str, out: Path) -> None:
    """A paper as PDF, or as text where the name ends in .txt."""
    from app.papers.plain_text import text_of
    from app.whole_file import write_whole

    if out.suffix.lower() == ".txt":
        write_whole(out, text_of(paper, words_for(language)).encode("utf-8"))
    elif terminal.paint is None:
        raise Unavailable("Pages cannot be painted here. Choose a name that ends in .txt.")
    else:
        terminal.paint(paper, out)


@click.command("export")
@client_option
@click.option("--from", "first", type=DAY, metavar="DATE")
@click.option("--to", "last", type=DAY, metavar="DATE")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.zip")
@as_json
@terminal_of
def export_command(
    terminal: Terminal, client: str, first: date | None, last: date | None, out: Path, as_json: bool
) -> None:
    """A client's journal as evidence that a stranger can check with stock tools."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        given = journal.bags.export(number, out, terminal.paint, first=first, last=last)
    if as_json:
        terminal.json(given)
    else:
        terminal.say(terminal.words.text("The evidence is in {path}: {shown} entries of {name}.",
                                         path=str(out), shown=given.shown, name=given.client))  # fmt: skip
