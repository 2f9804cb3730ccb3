"""`ashore demo`: the sample journal and a day's work with it: list, sheet, bag, verification."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from app.cli.checks import print_report
from app.cli.papers import write_paper
from app.cli.terminal import Terminal, terminal_of
from app.cli.today import print_today

if TYPE_CHECKING:
    from app.facts.pages import Paper
    from app.facts.people import Client
    from app.journal.journal import Journal


@click.command("demo")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@terminal_of
def demo_command(terminal: Terminal, folder: Path | None) -> int:
    """A sample journal and a day's work with it: list, sheet, bag, verification.

    Without DIR the sample lies in your data folder, and where there is a display a window opens on it.
    """
    from app.demo.build import DEMO_NOW, open_sample

    journal = open_sample(folder)
    path = journal.path
    then = Terminal(str(path), DEMO_NOW.isoformat(), terminal.language, terminal.hands)
    try:
        _heading(then, then.words.text("The sample journal is at {path}.", path=str(path)))
        print_today(then, journal)
        paper = _sheet(then, journal)
        bag = _bag(then, journal)
    finally:
        journal.close()
    _verdicts(then, paper, (bag, path))
    _commands(then, paper, bag)
    if folder is None and terminal.show is not None:
        return terminal.show(path, DEMO_NOW.isoformat(), terminal.asked_language)
    return 0


def _shown(terminal: Terminal, journal: Journal) -> Client:
    """Whose sheet and bag are shown: the client that reads the language of the terminal."""
    return next(each for each in journal.clients.all() if each.language == terminal.language)


def _sheet(terminal: Terminal, journal: Journal) -> Paper:
    """The week's sheet of one client as PDF, where pages can be painted, and as text."""
    client = _shown(terminal, journal)
    week = journal.weeks.this_week(client.number)
    _heading(terminal, terminal.words.text("The week's sheet for {name}", name=client.name))
    paper, language = journal.weeks.print_paper(client.number, week), journal.weeks.language(client.number)
    text = terminal.path.with_name(f"sheet-{week}.txt")
    for out in [text, *([text.with_suffix(".pdf")] if terminal.paint else [])]:
        write_paper(terminal, paper, language, out)
        terminal.say(terminal.words.text("The sheet is in {path}.", path=str(out)))
    terminal.say("")
    terminal.say(text.read_text(encoding="utf-8").rstrip())
    return paper


def _bag(terminal: Terminal, journal: Journal) -> Path:
    client = _shown(terminal, journal)
    out = terminal.path.with_name("evidence.zip")
    _heading(terminal, terminal.words.text("The evidence for {name}", name=client.name))
    given = journal.bags.export(client.number, out, terminal.paint)
    terminal.say(
        terminal.words.text(
            "The evidence is in {path}: {shown} entries of {name}.", path=str(out), shown=given.shown, name=client.name
        )
    )
    return out


def _verdicts(terminal: Terminal, paper: Paper, files: Sequence[Path]) -> None:
    """What a reader who holds the sheet learns from the bag and from the journal."""
    from app.journal.checking import held_heads, verify_path

    _heading(terminal, terminal.words.text("What the sheet proves"))
    for path in files:
        terminal.say(path.name)
        print_report(terminal, verify_path(path, held_heads((paper.foot.qr,))))


def _commands(terminal: Terminal, paper: Paper, bag: Path) -> None:
    """What a stranger types who has the bag and the sheet, and none of this program; and how to look around."""
    _, _, _, size, head = paper.foot.qr.split(":")
    _heading(terminal, terminal.words.text("The same without this program, with the sheet in hand"))
    unpacked = quote(str(bag.with_suffix("")))
    for command in (
        f"unzip -q {quote(str(bag))} -d {unpacked} && cd {unpacked}/*/data",
        "sha256sum --strict --ignore-missing -c log.sha256 | tail -n 1",
        f"head -n {size} log.sha256 | sha256sum     # {head}",
        f"sh verify.sh {size} {head}",
    ):
        terminal.say(f"  {command}")
    _heading(terminal, terminal.words.text("Look around at the moment of the sample"))
    start = f"python3 -m app --journal {quote(str(terminal.path))} --now 2026-11-20T11:42:00+01:00"
    for command in ("today", f'search "{_SEARCHED[terminal.language]}"', "client list", "check"):
        terminal.say(f"  {start} {command}")


_SEARCHED = {"en": "photos", "es": "horario", "ru": "скидка"}


def _heading(terminal: Terminal, text: str) -> None:
    terminal.say("")
    terminal.say(f"── {text}")
    terminal.say("")
