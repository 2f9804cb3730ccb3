"""`ashore sheet`, `month` and `where`: papers about a time, and a few lines about now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from app.cli.options import FILE, as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.errors import Unavailable
from app.facts.month import PaperSort
from app.facts.pages import Paper
from app.facts.sheets import ALL_CLIENTS, SheetAsked
from app.facts.week import ALL_SECTIONS, USUAL_SECTIONS, Edition
from app.words import words_for

if TYPE_CHECKING:
    from app.journal.journal import Journal

edition_option = click.option(
    "--edition", type=click.Choice(["client", "mine"]), default="client", show_default=True, help="Whose words."
)
language_option = click.option("--language", type=click.Choice(["en", "ru", "es"]), help="Without it, the client's.")
out_option = click.option("--out", required=True, type=FILE, metavar="FILE.pdf|.txt")


class Made(NamedTuple):
    """A paper that was written, by the words of report.sent."""

    sort: str
    period: str
    paper: Paper


@click.command("sheet")
@click.option("--client", metavar="NAME", help="The client's name or number.")
@click.option("--all", "everybody", is_flag=True, help="One sheet over all active clients, for you.")
@click.option("--week", metavar="2026-W47", help="Without it, this week.")
@edition_option
@click.option("--figures", is_flag=True, help="With the charts of the client's figures; in your own edition only.")
@language_option
@out_option
@as_json
@terminal_of
def sheet_command(
    terminal: Terminal,
    client: str | None,
    everybody: bool,
    week: str | None,
    edition: str,
    figures: bool,
    language: str | None,
    out: Path,
    as_json: bool,
) -> None:
    """The weekly status sheet as PDF or plain text; it carries the head of the journal."""
    check_name(out)
    if everybody == (client is not None):
        raise click.UsageError("Name a client with --client, or take --all.")
    sections = ALL_SECTIONS if figures else USUAL_SECTIONS
    made = _make(terminal, client, out, week=week, edition=edition, language=language, sections=sections)
    if as_json:
        terminal.json({"out": str(out), "week": made.period, "payload": made.paper.foot.qr})
    else:
        terminal.say(terminal.words.text("The sheet is in {path}.", path=str(out)))


@click.command("month")
@client_option
@click.option("--month", metavar="2026-11", help="Without it, this month; of a plan the next one.")
@click.option("--final", "sort", flag_value="final", help="The final report over the whole contract.")
@click.option("--plan", "sort", flag_value="plan", help="The plan of the month to come.")
@click.option("--offer", default="", metavar="TEXT", help="What could be done next, in your words.")
@edition_option
@language_option
@out_option
@as_json
@terminal_of
def month_command(
    terminal: Terminal,
    client: str,
    month: str | None,
    sort: str | None,
    offer: str,
    edition: str,
    language: str | None,
    out: Path,
    as_json: bool,
) -> None:
    """The month's close as PDF or plain text: results, goals, dates and lost days of both sides, what comes."""
    check_name(out)
    more = {"sort": sort or "monthly", "month": month, "offers": offer}
    made = _make(terminal, client, out, edition=edition, language=language, **more)
    if as_json:
        terminal.json({"out": str(out), "sort": made.sort, "period": made.period, "payload": made.paper.foot.qr})
    else:
        terminal.say(terminal.words.text("«{title}» is in {path}.", title=made.paper.title, path=str(out)))


@click.command("where")
@client_option
@language_option
@as_json
@terminal_of
def where_command(terminal: Terminal, client: str, language: str | None, as_json: bool) -> None:
    """Where the work stands now, as a few lines for a messenger in the client's language."""
    with terminal.reading() as journal:
        text = journal.weeks.where_we_are(journal.clients.named(client).number, language)
    if as_json:
        terminal.json({"text": text})
    else:
        terminal.say(text)


def _make(
    terminal: Terminal, client: str | None, out: Path, *, edition: str, language: str | None, **more: Any
) -> Made:
    """Make a checkpoint of the head that the paper carries, then the paper; without a client over all of them."""
    with terminal.recording() as journal:
        _asked(journal, client, edition, language, more)
        journal.evidence.checkpoint()  # of the head that the paper carries, at this computer's time
    with terminal.reading() as journal:
        from app.journal.sheet_papers import language_of, made

        asked = _asked(journal, client, edition, language, more)
        paper = made(journal, asked)
        spoken = language or language_of(journal, asked)
    write_paper(terminal, paper.paper, spoken, out)
    return Made(asked.sort.value, paper.period, paper.paper)


def _asked(
    journal: Journal, client: str | None, edition: str, language: str | None, more: dict[str, Any]
) -> SheetAsked:
    from app.journal.sheets import this_week

    number = journal.clients.named(client).number if client is not None else ALL_CLIENTS
    return SheetAsked(
        client=number,
        week=more.get("week") or this_week(journal, number),
        sort=PaperSort(more.get("sort") or "weekly"),
        month=more.get("month") or "",
        offers=more.get("offers") or "",
        edition=Edition(edition),
        language=language or "",
        sections=more.get("sections") or USUAL_SECTIONS,
    )


def check_name(out: Path) -> None:
    """Papers are PDF or plain text; anything else is a slip."""
    if out.suffix.lower() not in (".pdf", ".txt"):
        raise click.UsageError("The file's name ends in .pdf or .txt.")


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
