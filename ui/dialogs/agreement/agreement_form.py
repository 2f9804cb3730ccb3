"""A new version of the agreement, prefilled with the one in force: since when, how agreed, what changes (6.4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.facts.beginning import Meaning
from app.facts.terms import Terms
from ui.attempt import attempt
from ui.dialogs.agreement.annex_file import AnnexFile
from ui.dialogs.agreement.changes_pane import ChangesPane
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.agreement.term_changes import changes
from ui.dialogs.agreement.version_fields import VersionFields
from ui.theme import theme
from ui.widgets.notice import NoticeKind
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

ROOMY = 760


class AgreementForm(SmallDialog):
    """Saves a whole version through the verb; older items keep theirs."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words, journal = workbench.words, workbench.journal
        title = words.text("New version of the agreement")
        verb = words.text("Save this version")
        super().__init__(words, title, verb, width=900, height=640, parent=parent)
        self._workbench, self._client = workbench, client
        self._party = journal.clients.get(client)
        self.old = journal.agreements.in_force(client)
        self.body.add(Text(self._standing(), "small", colour="text2", wrap=True))
        self._columns = self.body.add(SideBySide(gap=28))
        top = Qt.AlignmentFlag.AlignTop
        self.fields = self._columns.add(VersionFields(workbench, self._party, self.old), 3, top)
        self.changes = self._columns.add(ChangesPane(words), 2, top)
        self.fields.changed.connect(self._show)
        self.fields.preset_chosen.connect(self._preset)
        self.wanted.connect(self._save)
        self._show()
        self.fields.since.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def terms(self) -> Terms:
        """All terms of the version as the form stands."""
        return self.fields.read(self.old.terms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below, as the width allows."""
        super().resizeEvent(event)
        single = self.width() / theme().scale < ROOMY
        self._columns.set_single(single)
        self.fields.set_single(single)

    def _standing(self) -> str:
        if not self.old.entry:
            return self.words.text("{client}: nothing is agreed yet; the default terms count.", client=self._party.name)
        return self.words.text(
            "{client}: version {n} counts now, {since:since}.",
            client=self._party.name,
            n=self.old.number,
            since=self.old.effective_from,
        )

    def _preset(self, preset: str) -> None:
        from app.journal.trying_out import preset_values

        self.fields.terms.show_terms(preset_values(preset), preset)
        self._show()

    def _show(self) -> None:
        self.changes.show_changes(changes(self.words, self.old.terms, self.terms()))
        found = attempt(self._meaning)
        if isinstance(found, Said):
            self.changes.meaning.refuse(self.words.of(found))
        else:
            person = self._workbench.journal.clients.contact(self._client)
            self.changes.meaning.show_meaning(found, person.short.split()[0] if person else "")

    def _meaning(self) -> Meaning:
        from app.journal.trying_out import meaning_of

        return meaning_of(self._workbench.owner, self._party, self.terms(), self._workbench.now())

    def _save(self) -> None:
        self._workbench.do(self._record, self._kept, at=self)

    def _record(self) -> int:
        agreements, fields = self._workbench.journal.agreements, self.fields
        with self._workbench.journal.act():
            made = agreements.make(
                self._client,
                self.terms(),
                effective_from=fields.since.editor.day,
                agreed_how=fields.how.editor.key,
                preset=fields.terms.preset.key if fields.by_preset else self.old.preset,
            )
            if fields.confirmed.isChecked():
                person = self._workbench.journal.clients.contact(self._client)
                agreements.confirm(self._client, made, by=person.number if person else None)
        return made

    def _kept(self, entry: int) -> None:
        self.accept()
        words = self._workbench.words
        self._workbench.say(
            words.text("Saved as entry {number}.", number=entry),
            step=words.text("Save the annex"),
            next=partial(save_annex, self._workbench, self._client),
        )


def save_annex(workbench: Workbench, client: int) -> None:
    """Ask where the annex of the agreement in force is to lie, and write it there."""
    if workbench.window is not None:
        annex = AnnexFile(workbench.journal, client, workbench.words, workbench.window)
        annex.refused.connect(partial(workbench.say, kind=NoticeKind.ERROR))
        annex.ask()
