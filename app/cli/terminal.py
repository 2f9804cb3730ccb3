"""What every command has in hand: which journal, which *now*, which language, and how to print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.hands import Hands
from app.clock import Clock, FixedClock, system_clock
from app.errors import Refused
from app.facts.visible import visible
from app.folders import data_folder
from app.words import Words, words_for

if TYPE_CHECKING:
    from app.cli.door import Request
    from app.journal.journal import Journal

DEFAULT_NAME = "journal.ashore"


@contextmanager
def _standing_at(journal: Journal, now: Clock) -> Iterator[Journal]:
    """The journal itself, or, where it went on after `now`, what it was then. Imported only for those who look back."""
    from app.journal.journal import Journal
    from app.storage.as_it_stood import as_it_stood, is_earlier
    from app.storage.database import open_reading

    with journal.look() as connection:
        went_on = is_earlier(connection, now())
    if not went_on:
        yield journal
        return
    with as_it_stood(journal.path, now()) as scratch, closing(Journal(open_reading(scratch), now)) as then:
        yield then


class Terminal:
    """The global options, and the two ways of opening a journal: reading (never writes) and recording."""

    def __init__(self, journal: str | None, now: str | None, language: str | None, hands: Hands) -> None:
        self.path = Path(journal) if journal else data_folder() / DEFAULT_NAME
        if hands.journal is not None:
            self.path = hands.journal.path
        self._now = now
        self.asked_language = language or ""
        self.language = language or "en"
        self.hands, self.paint, self.show = hands, hands.paint, hands.show
        self.typed = hands.typed

    @property
    def words(self) -> Words:
        """The words of the language asked for."""
        return words_for(self.language, this_year=self.clock()().year)

    def clock(self) -> Clock:
        """The clock of reading commands: --now, or this computer's."""
        if self._now is None:
            return system_clock
        return FixedClock(self._instant(self._now))

    @contextmanager
    def reading(self) -> Iterator[Journal]:
        """The journal open read-only, beside a window if there is one."""
        from app.cli.keeping import say_where
        from app.journal.opening import open_journal

        if not self.path.exists():
            say_where(self.words, self.path)
        journal = open_journal(self.path, self.clock(), writes=False)
        try:
            yield journal
        finally:
            journal.close()

    @contextmanager
    def standing(self) -> Iterator[Journal]:
        """The journal as it stood at --now: what was recorded later is not there yet."""
        with ExitStack() as stack:
            journal = stack.enter_context(self.reading())
            yield journal if self._now is None else stack.enter_context(_standing_at(journal, self.clock()))

    @contextmanager
    def recording(self) -> Iterator[Journal]:
        """The journal open for writing; made where none was ever known (5.4). Entries carry this computer's time.

        Where a window holds it, the command ends here with Handed, before anything of it was done.
        """
        from app.cli.handing_over import open_or_hand
        from app.cli.keeping import back_up, make_missing, say_returned
        from app.cli.laying_out import LayingOutSaid

        if self.hands.journal is not None:  # a window's, which makes its own backups
            yield self.hands.journal
            return
        make_missing(self.path, self.words, self.language)
        journal = open_or_hand(self.path, self._request, LayingOutSaid(self.words))
        try:
            say_returned(self.words, journal)
            yield journal
            back_up(self.words, journal)
        finally:
            journal.close()

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, int], None] | None]:
        """A bar on standard error while a long command works; nothing where that is no terminal."""
        if not sys.stderr.isatty():
            yield None
            return
        with click.progressbar(length=1000, file=sys.stderr) as bar:

            def show(done: int, all_: int) -> None:
                bar.update(max(1000 * done // max(all_, 1) - bar.pos, 0))

            yield show

    @contextmanager
    def counting(self, path: Path) -> Iterator[Callable[[int], None] | None]:
        """The bar for work that counts the entries of the journal or bag at `path`."""
        from app.ledger.verify import entries_at

        with self.progress() as bar:
            if bar is None:
                yield None
                return
            all_ = entries_at(path)
            yield lambda done: bar(done, all_)

    def say(self, text: str) -> None:
        """A line for a person; control characters of foreign text are shown, never obeyed."""
        click.echo("\n".join(visible(line) for line in text.split("\n")))

    def json(self, value: Any) -> None:
        """Machine-readable output."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=_as_text))

    def saved(self, numbers: tuple[int, ...] | list[int] | int, as_json: bool = False) -> None:
        """What a recording command answers."""
        listed = [numbers] if isinstance(numbers, int) else list(numbers)
        if as_json:
            self.json({"entries": listed})
        elif len(listed) == 1:
            self.say(self.words.text("Saved as entry {n}.", n=listed[0]))
        else:
            self.say(self.words.text("Saved as entries {numbers}.", numbers=[str(n) for n in listed]))

    def place(self, path: Path) -> Path:
        """A path as it is meant where the command was typed."""
        return (self.hands.folder or Path.cwd()) / path

    def stdin(self) -> bytes:
        """Standard input; what was read once travels with a command that is handed over."""
        if self.typed is None:
            self.typed = sys.stdin.buffer.read() if self.hands.journal is None else b""  # a window has none
        return self.typed

    def agrees(self, question: str) -> bool | None:
        """What somebody at the terminal says to a question; None when nobody is there."""
        if self.hands.ask is not None:
            return self.hands.ask(question)
        if self.hands.journal is not None or not sys.stdin.isatty():
            return None
        return click.confirm(question, err=True)

    def _request(self) -> Request:
        from app.cli.door import Request

        folder, asks = str(Path.cwd()), sys.stdin.isatty()
        return Request(words=list(self.hands.words), folder=folder, typed=self.typed, asks=asks)

    def _instant(self, text: str) -> datetime:
        from app.journal.bodies import instant_of
        from app.system_zone import system_zone

        try:
            return instant_of(text, system_zone())
        except Refused as refused:
            raise click.UsageError(str(refused)) from None


def _as_text(value: object) -> object:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, tuple | frozenset | set):
        return list(value)
    return str(value)


terminal_of = click.make_pass_decorator(Terminal)
