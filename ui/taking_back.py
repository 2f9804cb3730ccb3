"""Undo of what was just recorded: its entries are retracted, and the form comes back with its words (1.3b)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QObject, QThread

from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

Again = Callable[[], object]


@runtime_checkable
class Returning(Protocol):
    """A form that can be brought back with what was typed into it."""

    def again(self) -> Again | None:
        """What brings it back as it stands now, also when its window is gone by then."""


class Recorded(Struct, frozen=True):
    """One act: the numbers of its entries, and what brings its form back."""

    numbers: tuple[int, ...]
    again: Again | None = None


class TakingBack(QObject):
    """Knows the last act of this window; only that one is taken back, and only once."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._last: Recorded | None = None
        self._numbers: tuple[int, ...] = ()
        self._is_fresh = False

    @property
    def offer(self) -> str:
        """The word on the button of what is said about an act that can be taken back; empty for anything else."""
        return self._workbench.words.text("Undo") if self._is_fresh else ""

    def begin(self) -> None:
        """A verb is about to run."""
        self._numbers, self._is_fresh = (), False

    def kept(self, numbers: tuple[int, ...]) -> None:
        """Entries were kept; what a command line has recorded meanwhile, in its thread, is no act of this window."""
        if QThread.currentThread() is self.thread():
            self._numbers += numbers

    def note(self, form: object) -> None:
        """The verb has run: remember its act, and the form that it came from."""
        if not self._numbers:
            return
        from app.journal.taking_back import may_be_taken_back

        self._is_fresh = may_be_taken_back(self._workbench.journal, self._numbers)
        again = form.again() if self._is_fresh and isinstance(form, Returning) else None
        self._last = Recorded(self._numbers, again) if self._is_fresh else None

    def end(self) -> None:
        """Everything was said about it."""
        self._is_fresh = False

    def take_back(self) -> None:
        """Retract the last act, say so, and bring its form back."""
        bench, words, last = self._workbench, self._workbench.words, self._last
        if last is None:
            bench.say(words.text("There is nothing to take back. Correct or retract an entry where it stands."))
            return
        self._last = None
        bench.do(partial(self._retract, last), partial(self._say, last))

    def _retract(self, last: Recorded) -> tuple[int, ...]:
        from app.journal.taking_back import take_back

        bench = self._workbench
        return take_back(bench.journal, last.numbers, bench.words.text("recorded by mistake"))

    def _say(self, last: Recorded, made: tuple[int, ...]) -> None:
        words = self._workbench.words
        if len(made) == 1:
            said = words.text("Entry {number} is taken back. It stays, struck through.", number=last.numbers[-1])
        else:
            first, end = last.numbers[-len(made)], last.numbers[-1]
            said = words.text(
                "Entries {first} to {last} are taken back. They stay, struck through.", first=first, last=end
            )
        self._workbench.say(said, NoticeKind.PLAIN)
        if last.again is not None:
            last.again()
