"""A new version of the agreement, prefilled with the one in force: every term, what changes, from when (6.4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.facts.agreement_effect import Effect
from app.facts.beginning import Meaning
from app.facts.contradictions import Contradiction
from app.facts.terms import Terms
from app.papers.agreed.sides import Sides
from app.papers.effect_words import effect_sentences
from app.papers.term_changes import term_changes
from ui.attempt import attempt
from ui.dialogs.agreement.changes_pane import ChangesPane
from ui.dialogs.agreement.kept_version import KeptVersion
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.agreement.version_columns import VersionColumns
from ui.dialogs.agreement.version_groups import VersionGroups
from ui.dialogs.paper import open_annex
from ui.theme import theme
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

PAUSE_MS = 400
"""So long after the last change the terms are kept."""


class AgreementForm(SmallDialog):
    """Saves a whole version through the verb; older items keep theirs."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words, journal = workbench.words, workbench.journal
        title = words.text("New version of the agreement")
        verb = words.text("Save this version")
        super().__init__(words, title, verb, width=1160, height=760, parent=parent)
        self._workbench, self._client = workbench, client
        self._party = journal.clients.get(client)
        self.old = journal.agreements.in_force(client)
        self._sides = Sides(workbench.owner.name, self._party.name)
        self.body.add(Text(self._standing(), "small", colour="text2", wrap=True))
        self.fields = VersionGroups(workbench, self._party, self.old)
        self.fields.setParent(self)
        self.changes = ChangesPane(words)
        self.columns = self.body.add(VersionColumns(words, self.fields, self.changes), 1)
        self.fill_with(self.body)
        self.fields.changed.connect(self._changed)
        self.fields.version.preset_chosen.connect(self._preset)
        self.wanted.connect(self._save)
        self.stepped.connect(self._begin_anew)
        self._asked = self._done = False
        self._kept_version = KeptVersion(journal.log_id, client)
        self._keeping = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._keeping.timeout.connect(self._keep)
        self._take_up()
        self._show()
        self.fields.version.since.setFocus(Qt.FocusReason.OtherFocusReason)

    def terms(self) -> Terms:
        """All terms of the version as the form stands."""
        return self.fields.read()

    def reject(self) -> None:
        """Escape: a version that changes something asks once, and keeps it for the next time."""
        if self.changes.said and not self._asked:
            self._asked = True
            self.warn(self.words.text("This version is not recorded yet. Escape once more leaves; the terms are kept."))
            return
        self._keep()
        super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or behind a switch, as there is room."""
        super().resizeEvent(event)
        self.columns.arrange(self.width() / theme().scale, self.height() / theme().scale)

    def _standing(self) -> str:
        if not self.old.entry:
            return self.words.text("{client}: nothing is agreed yet; the default terms count.", client=self._party.name)
        return self.words.text(
            "{client}: version {n} counts now, {since:since}.",
            client=self._party.name,
            n=self.old.number,
            since=self.old.effective_from,
        )

    def _take_up(self) -> None:
        left = self._kept_version.take_up()
        if left is not None and left != self.old.terms:
            self.fields.show_terms(left)
            words = self.words
            self.warn(words.text("This is what you left here. It is not recorded yet."), words.text("Start anew"))

    def _begin_anew(self) -> None:
        self._kept_version.forget()
        self.fields.show_terms(self.old.terms)
        self.refuse("")
        self._show()

    def _keep(self) -> None:
        self._keeping.stop()
        if self.changes.said and not self._done:
            self._kept_version.keep(self.terms())
        else:
            self._kept_version.forget()

    def _changed(self) -> None:
        self._asked = False
        self._keeping.start()
        self._show()

    def _preset(self, preset: str) -> None:
        from app.journal.trying_out import with_preset

        self.fields.show_terms(with_preset(self.terms(), preset))
        self._changed()

    def _show(self) -> None:
        terms = self.terms()
        changes = term_changes(self.old.terms, terms, self._sides, self.words)
        self.changes.show_changes(changes)
        self.columns.set_count(len(changes))
        self.found = self._contradictions(terms)
        self.fields.point(self.found, changes)
        self._show_effect()
        self._show_meaning()

    def _contradictions(self, terms: Terms) -> tuple[Contradiction, ...]:
        agreements = self._workbench.journal.agreements
        return (*self.fields.problems(), *agreements.remarks(self._client, terms, self.fields.version.since.day))

    def _show_effect(self) -> None:
        found = attempt(self._effect)
        if isinstance(found, Said):
            self.changes.show_effect([self.words.of(found)], refused=True)
        else:
            self.changes.show_effect(effect_sentences(found, self.words))

    def _show_meaning(self) -> None:
        found = attempt(self._meaning)
        if isinstance(found, Said):
            said = self.words.of(found)
            self.changes.meaning.refuse(said)
            self.changes.meaning.setVisible(said not in self.changes.effect_said)  # once is enough
        else:
            self.changes.meaning.show()
            person = self._workbench.journal.clients.contact(self._client)
            self.changes.meaning.show_meaning(found, person.short.split()[0] if person else "")

    def _effect(self) -> Effect:
        return self._workbench.journal.agreements.effect(self._client, self.terms(), self.fields.version.since.day)

    def _meaning(self) -> Meaning:
        from app.journal.trying_out import meaning_of

        return meaning_of(self._workbench.owner, self._party, self.terms(), self._workbench.now())

    def _save(self) -> None:
        refused = next((each for each in self.found if each.refused), None)
        if refused is None:
            self._workbench.do(self._record, self._kept, at=self)
            return
        self.columns.show_fields()
        self.fields.lead_to(refused)
        self.refuse(self.words.text(refused.text, **refused.values))

    def _record(self) -> int:
        agreements, version = self._workbench.journal.agreements, self.fields.version
        with self._workbench.journal.act():
            made = agreements.make(
                self._client,
                self.terms(),
                effective_from=version.since.day,
                agreed_how=version.how.key,
                preset=version.preset.key if version.by_preset else self.old.preset,
            )
            if version.confirmed.isChecked():
                person = self._workbench.journal.clients.contact(self._client)
                agreements.confirm(self._client, made, by=person.number if person else None)
        return made

    def _kept(self, entry: int) -> None:
        self._done = True
        self._keep()
        self.accept()
        words = self._workbench.words
        self._workbench.say(
            words.text("Saved as entry {number}.", number=entry),
            step=words.text("Look at the annex"),
            next=partial(open_annex, self._workbench, self._client),
        )
