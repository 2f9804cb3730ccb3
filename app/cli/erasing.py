"""`ashore erase` and `ashore person anonymise`: the plan is shown, then asked, then done; no way back (4.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from app.cli.options import as_json, client_option
from app.cli.people import person_command
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused
from app.facts.erasure import Doing, ErasurePlan, Grounds
from app.facts.wall_time import zone_named

if TYPE_CHECKING:
    from app.journal.journal import Journal

reason_option = click.option("--reason", required=True, metavar="TEXT", help="Why; it stays on record for ever.")
basis_option = click.option("--basis", default="", metavar="TEXT", help="The law or the clause, such as GDPR 17.")
asked_option = click.option("--asked-by", metavar="NAME", help="The client's person who asked for it.")
yes_option = click.option("--yes", is_flag=True, help="Do not ask; the plan is printed all the same.")
keep_option = click.option("--keep-backups", is_flag=True, help="Leave older backups, which hold the words.")
copy_option = click.option(
    "--keep-copy", is_flag=True, help="Keep a copy of imported chats without the words, where that can be."
)


class Keeping(NamedTuple):
    """What the owner keeps: older backups, which hold the words, and copies of imported chats, which do not."""

    backups: bool
    copies: bool = False


@click.command("erase")
@click.argument("numbers", type=int, nargs=-1, required=True, metavar="N...")
@client_option
@reason_option
@basis_option
@asked_option
@keep_option
@copy_option
@click.option("--dry-run", is_flag=True, help="Show the plan and do nothing.")
@yes_option
@as_json
@terminal_of
def erase_command(
    terminal: Terminal,
    /,
    numbers: tuple[int, ...],
    client: str,
    reason: str,
    basis: str,
    asked_by: str | None,
    keep_backups: bool,
    keep_copy: bool,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Erase entries N... of a client: the words go, the chain holds. It cannot be undone."""
    with terminal.reading() if dry_run else terminal.recording() as journal:
        number = journal.clients.named(client).number
        plan = journal.erasing.plan(numbers, number)
        grounds = Grounds(reason=reason, basis=basis, asked_by=_person(journal, number, asked_by))
        _show(terminal, journal, plan, as_json)
        if not dry_run and _agreed(terminal, yes):
            _erase(terminal, journal, plan, grounds, Keeping(keep_backups, keep_copy), as_json)


@person_command.command("anonymise")
@click.argument("person")
@client_option
@reason_option
@basis_option
@asked_option
@keep_option
@yes_option
@as_json
@terminal_of
def anonymise(
    terminal: Terminal,
    /,
    person: str,
    client: str,
    reason: str,
    basis: str,
    asked_by: str | None,
    keep_backups: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Take the name and the addresses away from PERSON (name or number); what was said stays."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        found = _person(journal, number, person)
        assert found is not None
        plan = journal.erasing.plan_person(found)
        grounds = Grounds(reason=reason, basis=basis, asked_by=_person(journal, number, asked_by))
        _show(terminal, journal, plan, as_json)
        if _agreed(terminal, yes):
            _erase(terminal, journal, plan, grounds, Keeping(keep_backups), as_json)


def _show(terminal: Terminal, journal: Journal, plan: ErasurePlan, as_json: bool) -> None:
    """The plan comes before anything is done, always; with --json on standard error."""
    from app.papers.erasure_plan import backups_question, copies_offer, plan_parts

    words, zone = terminal.words, zone_named(journal.reading.owner().zone)
    lines = []
    for part in plan_parts(plan, words, zone):
        lines += [part.title, *(f"  {line}" for line in part.lines)]
    lines += [line for line in (backups_question(plan, words), copies_offer(plan, words)) if line]
    for line in lines:
        click.echo(line, err=True) if as_json else terminal.say(line)


def _agreed(terminal: Terminal, yes: bool) -> bool:
    if yes:
        return True
    agreed = terminal.agrees(terminal.words.text("Erase it now? This cannot be undone."))
    if agreed is None:
        raise Refused("Nothing was erased: nobody is here to agree. Read the plan, then add --yes.")
    return agreed


def _erase(
    terminal: Terminal, journal: Journal, plan: ErasurePlan, grounds: Grounds, keeping: Keeping, as_json: bool
) -> None:
    from app.papers.erasure_result import result_lines

    with terminal.progress() as bar:

        def tell(doing: Doing, done: int, all_: int) -> None:
            if bar is not None and all_:
                bar(list(Doing).index(doing) * all_ + done, len(Doing) * all_)

        done = journal.erasing.erase(
            plan, grounds, renew_backups=not keeping.backups, keep_copies=keeping.copies, progress=tell
        )
    if as_json:
        terminal.json({"entries": done.entries, "records": done.records, "size": done.size, "head": done.head,
                       "sound": done.is_sound, "backup": done.backup, "deleted": done.deleted,
                       "kept": done.kept})  # fmt: skip
        return
    for line in result_lines(done, terminal.words):
        terminal.say(line)


def _person(journal: Journal, client: int, name: str | None) -> int | None:
    """The number of a client's person by name or number; None where nobody is named."""
    if name is None:
        return None
    found = journal.clients.person_named(client, name)
    people = journal.clients.people(client)
    if found is None and name.isdecimal():
        found = next((each for each in people if each.number == int(name)), None)
    if found is None:
        raise Refused(
            "No person of this client is called {name}. The people are: {people}.",
            name=name,
            people=", ".join(each.name for each in people),
        )
    return found.number
