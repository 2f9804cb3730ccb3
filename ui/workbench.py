"""What every page has in hand: the journal, the words, and the one place where a refusal becomes a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.facts.people import Owner
from app.settings import Settings, keep_settings
from app.words import Words, words_for
from ui.attempt import attempt
from ui.background import Background
from ui.day_reading import DayReading
from ui.taking_back import TakingBack
from ui.theme import theme
from ui.told import Checked, Place, Refusing, Told
from ui.widgets.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from app.facts.today import Today
    from app.journal.journal import Journal
    from ui.opened import Opened

__all__ = ["Checked", "Place", "Refusing", "Told", "Workbench"]

T = TypeVar("T")


class Workbench(QObject):
    """The seam between pages and the journal (see `do`, `ask`, `show`, `open`)."""

    changed = Signal(object)
    """The numbers of the entries that were kept; () when only time or another setting changed."""
    worded = Signal()
    looked_over = Signal()
    """The journal was checked; `checked` says with what result."""
    told = Signal(object)
    wanted = Signal(object)
    commanded = Signal(str)
    restoring = Signal(object)  # a backup's path: the program closes the journal and puts that in its place
    noted = Signal()
    """A call note was kept, or is kept no longer: the rail shows the one whose timer goes on (6.6)."""
    erred = Signal(object)
    """An exception of a question asked in the background; the window's hook says it."""

    def __init__(self, journal: Journal, settings: Settings, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journal = journal
        self.settings = settings
        self.language = language
        self.last_refusal = ""
        self.refusal: Said | None = None
        self.checked: Checked | None = None
        self.window: QWidget | None = None
        self.back = TakingBack(self)
        self.sought = ""
        """Words that were looked for; the page that is shown next marks them (6.2)."""
        self._background = Background(self)
        self.reading, self.rested = self._background.began, self._background.ended
        self._day = DayReading(self)
        journal.when_kept(self._kept)

    @property
    def words(self) -> Words:
        """The words of the window's language; dates of another year name it."""
        return words_for(self.language, this_year=self.today.year)

    @cached_property
    def owner(self) -> Owner:
        """The owner, read again after each change."""
        return self.journal.desk.owner()

    @cached_property
    def recent(self) -> Opened:
        """The last things opened."""
        from ui.opened import Opened

        return Opened(self.journal.log_id, self.settings.opened)

    @property
    def zone(self) -> ZoneInfo:
        """The owner's zone, in which times are shown."""
        return ZoneInfo(self.owner.zone)

    @property
    def today(self) -> date:
        """Today where the owner lives."""
        return self.now().astimezone(self.zone).date()

    def now(self) -> datetime:
        """The journal's clock, UTC."""
        return self.journal.clock()

    def do(
        self,
        verb: Callable[[], T],
        then: Callable[[T], object] | None = None,
        *,
        said: str = "",
        step: str = "",
        next: Callable[[], object] | None = None,
        at: Refusing | None = None,
    ) -> bool:
        """Run a verb; say why if it was refused. `said` is the notice afterwards, `step` and `next` its button.

        What is said until `then` has ended offers to take the entries back.
        """
        self.back.begin()
        value = attempt(verb)
        if isinstance(value, Said):
            self._refuse(value, at)
            return False
        self.back.note(at)
        if said:
            self.say(said, step=step, next=next)
        if then is not None:
            then(value)
        self.back.end()
        return True

    def ask(
        self,
        question: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[], object] | None = None,
        *,
        aside: bool = False,
    ) -> None:
        """Ask the journal something that only reads, beside the window; `then` gets the answer here.

        What is asked `aside` nobody waits for: the window does not say that it is reading.
        """
        self._background.run(question, then, partial(self._question_failed, failed), aside=aside)

    def ask_day(self, *takers: Callable[[Today], object]) -> None:
        """Have the day read once for all who want it."""
        self._day.ask(*takers)

    @property
    def idle(self) -> bool:
        """Whether every question was answered."""
        return self._background.idle

    def settle(self) -> None:
        """Wait until every question was answered."""
        self._background.settle()

    def say(
        self,
        text: str,
        kind: NoticeKind = NoticeKind.PLAIN,
        *,
        step: str = "",
        next: Callable[[], object] | None = None,
        lead: str = "",
    ) -> None:
        """Say one line at the foot of the window; it stays until it is dismissed or replaced."""
        self.told.emit(Told(Notice(text, kind, step, lead, undo=self.back.offer), next, self.back.take_back))

    def show(self, page: str, client: int = 0, item: int = 0) -> None:
        """Go to a page."""
        self.wanted.emit(Place(page, client, item))

    def command(self, key: str) -> None:
        """Carry out a command of the menu by its key."""
        self.commanded.emit(key)

    def open(self, dialog: str, client: int = 0, **what: Any) -> QWidget | None:
        """Open a dialog or a window of its own by its key; None when the journal said no, which is told."""
        from ui.dialogs import make_dialog

        found = attempt(partial(make_dialog, dialog, self, client, self.window, what))
        if isinstance(found, Said):
            self._refuse(found, None)
            return None
        return found

    def set(self, **changes: Any) -> None:
        """Change settings, keep them, and wear them at once."""
        self.settings = replace(self.settings, **changes)
        keep_settings(self.settings)
        if changes.keys() & {"theme", "percent", "motion"}:
            theme().motion = self.settings.motion
            theme().wear(mode=self.settings.theme, percent=self.settings.percent or None)

    def speak(self, language: str) -> None:
        """Switch the language of the whole window at once."""
        self.set(language=language)
        self.language = language
        self.worded.emit()

    def note_check(self, *, sound: bool) -> None:
        """The journal was checked just now: the rail says so (6.2)."""
        self.checked = Checked(self.now(), sound)
        self.looked_over.emit()

    def refresh(self) -> None:
        """Have the shown page read anew, because time went on or a setting changed."""
        self.__dict__.pop("owner", None)
        self.changed.emit(())

    def close(self) -> None:
        """Let running questions end, then close the journal. Who listens reads nothing of a closed one any more."""
        self._background.close()
        self.blockSignals(True)
        self.journal.close()

    def _kept(self, numbers: tuple[int, ...]) -> None:
        self.back.kept(numbers)
        self.__dict__.pop("owner", None)
        self.changed.emit(numbers)

    def _refuse(self, refusal: Said, at: Refusing | None) -> None:
        self.last_refusal, self.refusal = self.words.of(refusal), refusal
        if at is not None:
            at.refuse(self.last_refusal)
        else:
            self.say(self.last_refusal, NoticeKind.ERROR)

    def _question_failed(self, failed: Callable[[], object] | None, error: BaseException) -> None:
        if failed is not None:
            failed()
        if isinstance(error, Said):
            self._refuse(error, None)
        else:
            self.erred.emit(error)
