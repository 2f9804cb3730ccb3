"""Why it is erased, on what ground, who asked, whether older backups go: said by the owner before the question."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.erasure import ErasurePlan, Grounds
from app.facts.people import Person
from app.facts.visible import visible
from app.papers.erasure_plan import backups_question, copies_offer
from app.words import Words
from ui.dialogs.erase.doing import Keeps
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, line_field
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

NOBODY = ""


class Why(Column):
    """The fields; the reason alone is needed."""

    def __init__(self, words: Words, plan: ErasurePlan, people: Sequence[Person]) -> None:
        super().__init__(gap=12)
        self._words, self._plan = words, plan
        self.reason = self.add(line_field(words.text("Why"), placeholder=words.text("The client asked for it")))
        row = self.add(Row(gap=12))
        self.basis = row.add(line_field(words.text("On what ground"), placeholder="GDPR 17"), 1)
        choices = [Choice(NOBODY, words.text("Not said")), Choice("0", words.text("Me"))]
        choices += [Choice(str(each.number), visible(each.name)) for each in people]
        self.asked_by = row.add(choice_field(words.text("Who asked"), choices, NOBODY), 1)
        self.backups = self.add(CheckBox(words.text("Delete older backups, once a fresh one is made"), checked=True))
        self.names = self.add(Text(backups_question(plan, words), "caption", colour="text2", wrap=True))
        for each in (self.backups, self.names):
            each.setVisible(bool(plan.backups))
        offer = copies_offer(plan, words)
        self.copies = self.add(CheckBox(visible(offer)))
        self.copies.setVisible(bool(offer))

    @property
    def renews_backups(self) -> bool:
        """Whether the owner gives up the older backups."""
        return self.backups.isChecked()

    @property
    def keeps(self) -> Keeps:
        """What is kept of backups and of imported chats."""
        return Keeps(backups=not self.renews_backups, copies=self.copies.isChecked())

    def is_said(self) -> bool:
        """Whether a reason is there; says so under the field where it is not."""
        if self.reason.editor.text().strip():
            return True
        self.reason.set_error(self._words.text("Say why: it stays on record for ever."))
        self.reason.editor.setFocus()
        return False

    def grounds(self) -> Grounds:
        """What is written into the entries."""
        key = self.asked_by.editor.key
        return Grounds(
            reason=self.reason.editor.text(), basis=self.basis.editor.text(), asked_by=int(key) if key else None
        )

    def question(self) -> str:
        """The one question."""
        words, records = self._words, len(self._plan.records)
        if self.renews_backups and self._plan.backups:
            return words.plural(
                "Erase {n} record for good, and then {backups}? This cannot be undone.",
                "Erase {n} records for good, and then {backups}? This cannot be undone.",
                records,
                backups=words.plural("{n} older backup", "{n} older backups", len(self._plan.backups)),
            )
        return words.plural(
            "Erase {n} record for good? This cannot be undone.",
            "Erase {n} records for good? This cannot be undone.",
            records,
        )
