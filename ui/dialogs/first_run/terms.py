"""Step 4: how fast and how often, and what that would mean today (6.10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.errors import Said
from app.facts.beginning import Beginning, Meaning
from app.facts.main_terms import MainTerms
from app.words import Words
from ui.attempt import attempt
from ui.dialogs.agreement.languages_button import LANGUAGES
from ui.dialogs.agreement.meaning_pane import MeaningPane
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.term_fields import TermFields
from ui.dialogs.agreement.term_line import Beside
from ui.dialogs.first_run.page import StepPage
from ui.widgets.tick import CheckBox


class TermsPage(StepPage):
    """Preset, eight terms, the meaning of them, the annex."""

    def __init__(self, words: Words, given: Beginning, clock: Callable[[], datetime]) -> None:
        title = words.text("How fast, how often?")
        why = words.text("The same terms for both sides. Old items keep the terms they began under.")
        super().__init__(words, title, why)
        self._given, self._clock = given, clock
        columns = self.add(SideBySide(gap=20))
        self.terms = columns.add(TermFields(words, _main(given), given.preset), 0, Qt.AlignmentFlag.AlignTop)
        self.meaning = columns.add(MeaningPane(words), 1, Qt.AlignmentFlag.AlignTop)
        self.remarks = self.add(Beside(words))
        self.annex = self.add(CheckBox("", checked=given.annex))
        self.add_space()
        self._columns = columns
        self.terms.changed.connect(self._chosen)
        self.terms.preset_chosen.connect(self._preset)
        self.annex.toggled.connect(self.changed)
        self.take(given)

    def take(self, given: Beginning) -> None:
        """Count anew with what was entered in the steps before."""
        self._given = self.read(given)
        language = given.client.language if given.client.language in LANGUAGES else "en"
        self.annex.setText(self._annex_words(language))
        self.annex.updateGeometry()
        self._count()

    def read(self, given: Beginning) -> Beginning:
        """What was entered so far, with these fields."""
        chosen = self.terms.main
        main = None if chosen == _main(replace(given, preset=self.terms.preset.key, main=None)) else chosen
        return replace(given, preset=self.terms.preset.key, main=main, annex=self.annex.isChecked())

    def first(self) -> QWidget:
        """The preset."""
        return next(part for part in self.terms.preset.findChildren(QAbstractButton) if part.isChecked())

    def set_single(self, single: bool) -> None:
        """Put the meaning below the terms."""
        self._columns.set_single(single)
        self.terms.set_single(single)

    def _preset(self, preset: str) -> None:
        self.terms.show_terms(_main(Beginning(preset=preset)), preset)
        self._chosen()

    def _chosen(self) -> None:
        self._given = self.read(self._given)
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        from app.journal.trying_out import remarks

        self.remarks.say(remarks(self._given))
        found = attempt(self._meaning)
        if isinstance(found, Said):
            self.meaning.refuse(self.words.of(found))
        else:
            name = self._given.client.contact.split()
            self.meaning.show_meaning(found, name[0] if name else "")

    def _meaning(self) -> Meaning:
        from app.journal.trying_out import what_it_means

        return what_it_means(self._given, self._clock())

    def _annex_words(self, language: str) -> str:
        words = self.words
        return {
            "en": words.text("Print these terms in English as an annex to the contract"),
            "ru": words.text("Print these terms in Russian as an annex to the contract"),
            "es": words.text("Print these terms in Spanish as an annex to the contract"),
        }[language]


def _main(given: Beginning) -> MainTerms:
    from app.journal.trying_out import preset_values

    return given.main or preset_values(given.preset)
