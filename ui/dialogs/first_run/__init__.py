"""First run: agree on the shore (6.10). Its own window until there is a journal; closing it keeps a draft."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.errors import Said
from app.facts.beginning import Beginning, FirstClient
from app.words import words_for
from ui.attempt import attempt
from ui.dialogs.first_run.annex_file import AnnexFile
from ui.dialogs.first_run.channels import ChannelsPage
from ui.dialogs.first_run.client import ClientPage
from ui.dialogs.first_run.draft_file import forget_draft, keep_draft, load_draft
from ui.dialogs.first_run.foot import LAST
from ui.dialogs.first_run.frame import StepFrame
from ui.dialogs.first_run.making import Making
from ui.dialogs.first_run.terms import TermsPage
from ui.dialogs.first_run.you import YouPage, proposed_holidays

CHANNELS, CLIENT = 2, 1
ASKED = (("name", "hours"), ("client", "contact"), ("client_hours",), ())
"""What may hold up each step; everything else can come later."""


class FirstRun(StepFrame):
    """`finished` carries the open journal, `sample` asks for the demo journal, `closed` says that it was left."""

    finished = Signal(object)
    sample = Signal()
    closed = Signal()

    def __init__(self, path: Path, clock: Clock, settings_language: str, parent: QWidget | None = None) -> None:
        words = words_for(settings_language or "en", this_year=clock().year)
        super().__init__(words, parent)
        self._path, self._clock, self._done = path, clock, False
        self.given = load_draft() or self._fresh()
        now = clock()
        self.you = YouPage(words, self.given, now.date())
        self.client = ClientPage(words, self.given, now)
        self.channels = ChannelsPage(words, self.given, now.date())
        self.terms = TermsPage(words, self.given, clock)
        self.put_pages((self.you, self.client, self.channels, self.terms))
        for page in self.pages:
            page.changed.connect(self._changed)
        self.foot.skip.clicked.connect(self.skip)
        self.foot.sample.clicked.connect(self._look_around)
        self._go(min(self.given.step, LAST))

    def next(self) -> None:
        """Go on, unless a name is missing; after the last step the journal begins."""
        self._read()
        step = self.given.step
        if self.pages[step].objecting(self._objections(ASKED[step])):
            return
        if step < LAST:
            self._go(step + 1)
        else:
            self._begin()

    def skip(self) -> None:
        """Leave the step for later: without a client, and without terms, the journal begins at once."""
        step = self.given.step
        if step == CHANNELS:
            self._go(step + 1)
        elif step:
            self._read()
            self._begin(with_client=step > CLIENT, with_agreement=False)

    def back(self) -> None:
        """Go back; everything stays."""
        self._read()
        if self.given.step:
            self._go(self.given.step - 1)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep a draft."""
        if not self._done:
            self._read()
            keep_draft(self.given)
            self.closed.emit()
        super().closeEvent(event)

    def _go(self, step: int) -> None:
        self.given = replace(self.given, step=step)
        self.pages[step].take(self.given)
        self.show_step(self.given, step)
        keep_draft(self.given)

    def _read(self) -> None:
        self.given = self.pages[self.given.step].read(self.given)

    def _changed(self) -> None:
        """A field that was refused is judged anew with each change."""
        self._read()
        step = self.given.step
        wrong = self._objections(ASKED[step])
        for name, (field, _) in self.pages[step].refusable().items():
            if name not in wrong or name in ("hours", "client_hours"):
                field.set_error(wrong.get(name))

    def _objections(self, fields: tuple[str, ...]) -> dict[str, str]:
        from app.journal.trying_out import objections

        return {name: self.words.of(said) for name, said in objections(self.given) if name in fields}

    def _begin(self, *, with_client: bool = True, with_agreement: bool = True) -> None:
        making = Making(self._path, self.given, self._clock, with_client, with_agreement)
        begun = attempt(making)
        if isinstance(begun, Said):
            self.refuse(self.words.of(begun))
            return
        forget_draft()
        self._done = True
        self._journal = begun.journal
        if begun.agreement and self.given.annex:
            self._annex = AnnexFile(begun.journal, begun.client, self.words, self)
            self._annex.finished.connect(self._finish)
            self._annex.refused.connect(self.refuse)
            self._annex.ask()
        else:
            self._finish()

    def _finish(self) -> None:
        self.finished.emit(self._journal)
        self.close()

    def _look_around(self) -> None:
        self._read()
        keep_draft(self.given)
        self.sample.emit()

    def _fresh(self) -> Beginning:
        from app.system_zone import system_zone

        zone, language = system_zone(), self.words.language
        holidays, extra = proposed_holidays(zone, self._clock().date(), language)
        languages = (language,) if language == "en" else (language, "en")
        return Beginning(
            zone=zone, languages=languages, holidays=holidays, extra_days=extra, client=FirstClient(language=language)
        )
