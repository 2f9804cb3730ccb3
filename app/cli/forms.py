"""`ashore form …`: forms and checklists listed, shown, printed, filled and closed (1.9)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click
import msgspec

from app.cli.entries import body_in
from app.cli.form_lines import answers_in, form_data, form_state, questions
from app.cli.options import FILE, as_json, at_option, client_option, reason_option
from app.cli.papers import write_paper
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused
from app.words import N_

if TYPE_CHECKING:
    from app.facts.plan import Form
    from app.journal.journal import Journal
    from app.papers.form import FormFacts
    from app.papers.form_files import FoundForm

ENGLISH_INSTEAD = N_("There is no form in the client's language; this one is in English.")

_any_client = click.option("--client", metavar="NAME", help="The client's name or number.")
_language = click.option("--lang", "language", type=click.Choice(["en", "ru", "es"]), help="The form's language.")
_which = click.argument("which", metavar="SORT|N")


@click.group("form")
def form_command() -> None:
    """Forms and checklists for the turns of a project; nothing forces them."""


@form_command.command("list")
@_any_client
@_language
@as_json
@terminal_of
def list_forms(terminal: Terminal, client: str | None, language: str | None, as_json: bool) -> None:
    """Every sort of form; with a client also those that were begun for him."""
    with terminal.reading() as journal:
        found = journal.forms.texts(language or terminal.language)
        begun = journal.forms.of_client(journal.clients.named(client).number) if client else ()
        zone = ZoneInfo(journal.reading.owner().zone)
    if as_json:
        sorts = [{"sort": each.text.sort, "title": each.text.title, "own": each.own} for each in found]
        terminal.json({"sorts": sorts, "forms": [form_data(form) for form in begun]})
        return
    for each in found:
        terminal.say(f"{each.text.sort:13} {each.text.title}")
        _say_problem(terminal, each)
    titles = {each.text.sort: each.text.title for each in found}
    for form in begun:
        terminal.say(form_state(terminal.words, form, titles.get(form.sort_of_form, form.sort_of_form), zone))


@form_command.command("show")
@_which
@_language
@as_json
@terminal_of
def show_form(terminal: Terminal, which: str, language: str | None, as_json: bool) -> None:
    """The questions of a sort with their keys; of a form that was begun (N) what was answered."""
    with terminal.reading() as journal:
        if which.isdecimal():
            form = journal.forms.get(int(which))
            facts = _facts(journal, form.client, which, language)
            if as_json:
                terminal.json(form_data(form) | {"fields": form.fields, "ticks": form.ticks})
            else:
                terminal.say(journal.forms.message(facts))
            return
        found = journal.forms.text(which, language or terminal.language)
    if as_json:
        terminal.json(msgspec.to_builtins(found.text))
        return
    _say_problem(terminal, found)
    for line in questions(found.text):
        terminal.say(line)


@form_command.command("print")
@_which
@_any_client
@_language
@click.option("--out", required=True, type=FILE, metavar="FILE.pdf|.txt")
@as_json
@terminal_of
def print_form(
    terminal: Terminal, which: str, client: str | None, language: str | None, out: Path, as_json: bool
) -> None:
    """A blank form of a sort, or form N with its answers, as PDF or as text for a messenger."""
    from app.whole_file import write_whole

    if out.suffix.lower() not in (".pdf", ".txt"):
        raise click.UsageError("The file's name ends in .pdf or .txt.")
    if client is None and not which.isdecimal():
        raise click.UsageError("Name the client: --client NAME.")
    with terminal.reading() as journal:
        number = journal.clients.named(client).number if client else journal.forms.get(int(which)).client
        facts = _facts(journal, number, which, language)
        paper, said = journal.forms.paper(facts), journal.forms.message(facts)
        english = language is None and journal.forms.is_in_english_instead(number)
    if out.suffix.lower() == ".txt":
        write_whole(out, said.encode("utf-8"))
    else:
        write_paper(terminal, paper, paper.language, out)
    if as_json:
        terminal.json({"out": str(out), "sort": facts.text.sort, "language": facts.text.language})
        return
    terminal.say(terminal.words.text("The form is in {path}.", path=str(out)))
    if english:
        terminal.say(terminal.words.text(ENGLISH_INSTEAD))


@form_command.command("fill")
@_which
@client_option
@_language
@click.option("--given-by", "giver", metavar="NAME", help="Who of the client's people gave the answers.")
@click.option("--message", type=int, metavar="N", help="The entry in which they came.")
@at_option
@click.argument("file", metavar="FILE.json|-")
@as_json
@terminal_of
def fill_form(
    terminal: Terminal, which: str, client: str, language: str | None, giver: str | None, message: int | None,
    at: str | None, file: str, as_json: bool,
) -> None:  # fmt: skip
    """Record answers: {"fields": {"business": "…"}, "ticks": ["site_access"]}. Opens a form if none of the sort is."""
    from app.journal.bodies import moment_of

    fields, ticks = answers_in(body_in(terminal, file), file)
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        moment = moment_of(at, journal.reading.owner().zone) if at else None
        person = _person(journal, number, giver)
        form = _own_form(journal, number, int(which)).number if which.isdecimal() else 0
        saved = journal.forms.answer(
            number,
            which,
            language or "",
            form=form,
            fields=fields,
            ticks=ticks,
            given_by=person,
            message=message,
            at=moment,
        )
    terminal.saved(saved, as_json)


@form_command.command("close")
@click.argument("number", type=int, metavar="N")
@reason_option
@as_json
@terminal_of
def close_form(terminal: Terminal, number: int, reason: str, as_json: bool) -> None:
    """Form N is done with, answered or not."""
    with terminal.recording() as journal:
        saved = journal.forms.close(number, reason)
    terminal.saved(saved, as_json)


def _facts(journal: Journal, client: int, which: str, language: str | None) -> FormFacts:
    """A blank form of a sort in the client's language, or form N with its answers in its own."""
    if which.isdecimal():
        form = _own_form(journal, client, int(which))
        text = journal.forms.text(form.sort_of_form, language) if language else journal.forms.written(form)
        return journal.forms.facts(client, text.text, form)
    return journal.forms.facts(client, journal.forms.text(which, language or journal.forms.language_of(client)).text)


def _own_form(journal: Journal, client: int, number: int) -> Form:
    form = journal.forms.get(number)
    if form.client != client:
        raise Refused("Entry {number} is not a form of this client. Begin the form first, then this.", number=number)
    return form


def _person(journal: Journal, client: int, name: str | None) -> int | None:
    if name is None:
        return None
    found = journal.clients.person_named(client, name)
    if found is None:
        raise Refused("{name} is not a person of this client. Add the person first.", name=name)
    return found.number


def _say_problem(terminal: Terminal, found: FoundForm) -> None:
    if found.problem:
        terminal.say(" ".join(terminal.words.of(each) for each in found.problem))
