"""`ashore verify`, `check` and `rebuild`: what a file proves, and whether this one is sound."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.options import PLACE, as_json
from app.cli.terminal import Terminal, terminal_of
from app.errors import Said
from app.ledger.findings import Finding, Report, Verdict
from app.papers.verdict_words import stronger, verdict_sentences
from app.words import Words

UNREADABLE = 2
DAMAGED = 5


@click.command("verify")
@click.argument("path", required=False, type=PLACE, metavar="[JOURNAL|BAG.zip|FOLDER]")
@click.option("--held", multiple=True, metavar="N:HEAD|SHEET.txt", help="A head that you hold, or a sheet's text file.")
@click.option("--root", type=PLACE, metavar="CA.pem", help="The root you trust for time stamps.")
@as_json
@terminal_of
def verify_command(
    terminal: Terminal, path: Path | None, held: tuple[str, ...], root: Path | None, as_json: bool
) -> int:
    """What a journal, a bag or a folder proves to you. Exit 0 TIMED or better, 3, 4 or 5 by the verdict."""
    from app.journal.checking import held_heads, verify_path

    try:
        with terminal.counting(path or terminal.path) as tell:
            report = verify_path(path or terminal.path, held_heads(held), tell, roots=root)
    except Said as said:
        click.echo(terminal.words.of(said), err=True)
        return UNREADABLE
    if as_json:
        terminal.json(_as_data(report))
    else:
        print_report(terminal, report)
    return report.exit_code


def print_report(terminal: Terminal, report: Report) -> None:
    """The verdict, what it means, how far it reaches, and what is wrong."""
    words = terminal.words
    verdict = report.verdict.value
    terminal.say(f"{verdict}: {' '.join(verdict_sentences(words, verdict, report.up_to))}")
    terminal.say(words.plural("{n} entry, head {head}", "{n} entries, head {head}", report.entries, head=report.head))
    if 0 < report.up_to < report.entries:
        terminal.say(
            words.text("The verdict covers entries 1 to {n}; what lies after it is not covered.", n=report.up_to)
        )
    advice = stronger(words, verdict, report.up_to, report.entries)
    if report.verdict is Verdict.UNANCHORED:
        advice = f"{advice} --held N:HEAD"
    if advice:
        terminal.say(advice)
    for problem in report.problems:
        terminal.say(f"  ✗ {sentence(words, problem)}")
    for note in report.notes:
        terminal.say(f"  – {sentence(words, note)}")


def sentence(words: Words, found: Finding) -> str:
    """A finding in the language asked for."""
    values = {name: sentence(words, of) if isinstance(of, Finding) else of for name, of in found.values.items()}
    return words.text(found.text, **values)


@click.command("check")
@as_json
@terminal_of
def check_command(terminal: Terminal, as_json: bool) -> int:
    """Is the journal sound on this disk? Exit 0 or 5."""
    from app.journal.checking import check_journal

    with terminal.reading() as journal, terminal.counting(terminal.path) as tell:
        report = check_journal(journal, tell)
    if as_json:
        terminal.json({**_as_data(report), "sound": report.sound})
    elif report.sound:
        terminal.say(
            terminal.words.plural(
                "Sound: {n} entry, every byte, link and derived row agrees.",
                "Sound: {n} entries, every byte, link and derived row agrees.",
                report.entries,
            )
        )
    else:
        print_report(terminal, report)
    return 0 if report.sound else DAMAGED


@click.command("rebuild")
@as_json
@terminal_of
def rebuild_command(terminal: Terminal, as_json: bool) -> None:
    """Lay every derived table out anew from the log."""
    from app.journal.checking import rebuild_journal

    with terminal.recording() as journal, terminal.progress() as bar:
        laid = rebuild_journal(journal, bar)
    if as_json:
        terminal.json({"entries": laid})
    else:
        terminal.say(terminal.words.plural("{n} entry laid out anew.", "{n} entries laid out anew.", laid))


def _as_data(report: Report) -> dict[str, object]:
    return {
        "verdict": report.verdict.value,
        "up_to": report.up_to,
        "entries": report.entries,
        "head": report.head,
        "problems": [str(problem) for problem in report.problems],
        "notes": [str(note) for note in report.notes],
    }
