"""The program's name, its global options, its commands, and how an error leaves it."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from app import __version__
from app.cli.handing_over import Handed, follow
from app.cli.hands import Hands
from app.cli.terminal import Terminal
from app.errors import Said
from app.reports import keep_report
from app.words import words_for

_ROOMS = {
    "init": "app.cli.begin",
    "demo": "app.cli.demo",
    "open": "app.cli.open_window",
    "today": "app.cli.today",
    "promise": "app.cli.promise",
    "log": "app.cli.log",
    "stage": "app.cli.stage_steps",
    "risk": "app.cli.item_steps",
    "goal": "app.cli.item_steps",
    "understanding": "app.cli.item_steps",
    "objection": "app.cli.item_steps",
    "form": "app.cli.forms",
    "call": "app.cli.calls",
    "stop": "app.cli.stops",
    "resume": "app.cli.stops",
    "client": "app.cli.clients",
    "contact": "app.cli.clients",
    "agreement": "app.cli.agreements",
    "record": "app.cli.entries",
    "show": "app.cli.entries",
    "erase": "app.cli.erasing",
    "person": "app.cli.erasing",
    "search": "app.cli.search",
    "draft": "app.cli.drafts",
    "statistics": "app.cli.statistics",
    "penalties": "app.cli.statistics",
    "sheet": "app.cli.papers",
    "month": "app.cli.papers",
    "where": "app.cli.papers",
    "export": "app.cli.export",
    "verify": "app.cli.checks",
    "stamp": "app.cli.stamps",
    "check": "app.cli.checks",
    "rebuild": "app.cli.checks",
    "key": "app.cli.keys",
    "anchor": "app.cli.keys",
    "import": "app.cli.imports",
    "backup": "app.cli.backups",
    "restore": "app.cli.backups",
}


class Commands(click.Group):
    """A group that loads a command's room when the command is asked for: the others cost nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_ROOMS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        room = _ROOMS.get(cmd_name)
        if room is None:
            return None
        found = getattr(import_module(room), f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ashore", message="%(prog)s %(version)s")
@click.option("--journal", metavar="PATH", help="The journal; without it the one in your data folder.")
@click.option("--now", metavar="ISO-8601", help="The clock of reading commands, to look at another moment.")
@click.option("--lang", type=click.Choice(["en", "ru", "es"]), help="The language of what is printed.")
@click.pass_context
def ashore(context: click.Context, journal: str | None, now: str | None, lang: str | None) -> None:
    """A communication journal for freelancers: who must be written to first, and evidence of what was said."""
    context.obj = Terminal(journal, now, lang, context.obj)


def run_program(hands: Hands) -> int:
    """Carry out a command; every failure is one sentence on standard error."""
    argv = list(hands.words)
    language = argv[argv.index("--lang") + 1] if "--lang" in argv[:-1] else "en"
    try:
        return _carried_out(hands, argv)
    except click.ClickException as wrong:
        wrong.show(sys.stderr)
        return wrong.exit_code
    except click.Abort:
        return 1
    except Said as said:
        click.echo(words_for(language).of(said), err=True)
        return 1
    except BrokenPipeError:
        return 1
    except Exception:
        where = keep_report()
        click.echo(
            words_for(language).text(
                "The program made a mistake; what was not said to be saved is not saved. The report is in {path}.",
                path=str(where),
            ),
            err=True,
        )
        return 1


def _carried_out(hands: Hands, argv: list[str]) -> int:
    """Here, or by the window that holds the journal."""
    try:
        answer = ashore.main(args=argv, prog_name="ashore", standalone_mode=False, obj=hands)
    except Handed as handed:
        return follow(handed)
    return answer if isinstance(answer, int) else 0
