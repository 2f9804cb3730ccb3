"""What is asked of the client: materials and what follows when they are late, acceptance and what silence means."""

from __future__ import annotations

from msgspec.structs import replace

from app.facts.terms import Acceptance, Information, Terms
from ui.dialogs.agreement.groups.group import TermGroup, yes_no
from ui.widgets.choice import Choice


class MaterialsGroup(TermGroup):
    """The client's terms (W9)."""

    ICON = "package"

    def fill(self, terms: Terms) -> None:
        """Two terms, each with its rule and what follows."""
        words = self.words
        self.heading(words.text("Materials, accesses, approvals"), words.text("Counted on the client's working days."))
        self.days = self.number("information.days", words.text("They send what you ask for within"), 0, 366, self._days)
        self.rule = self.choice("information.rule", words.text("How the days are counted"), self._rules())
        self.stop = self.tick("information.right_to_stop", words.text("After that I may stop work, and say so"))
        self.deemed = self.tick(
            "information.deemed_accepted",
            words.text("Still open at the end of the contract: counts as accepted"),
        )
        self.heading(words.text("Acceptance"))
        self.accept = self.number("acceptance.days", words.text("They accept or name edits within"), 0, 366, self._days)
        self.accept_rule = self.choice("acceptance.rule", words.text("How the days are counted"), self._rules())
        self.edits = self.tick("acceptance.edits_by_silence", words.text("After that an edit counts as accepted"))
        self.stages = self.tick("acceptance.stages_by_silence", words.text("After that a stage counts as accepted"))

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        asked, accept = terms.information, terms.acceptance
        self.days.set_number(asked.days)
        self.rule.choose(asked.rule)
        self.stop.show_checked(asked.right_to_stop == "yes")
        self.deemed.show_checked(asked.deemed_accepted == "yes")
        self.accept.set_number(accept.days)
        self.accept_rule.choose(accept.rule)
        self.edits.show_checked(accept.edits_by_silence == "yes")
        self.stages.show_checked(accept.stages_by_silence == "yes")

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        return replace(
            terms,
            information=Information(
                days=self.days.number,
                rule=self.rule.key,
                right_to_stop=yes_no(self.stop),
                deemed_accepted=yes_no(self.deemed),
            ),
            acceptance=Acceptance(
                days=self.accept.number,
                rule=self.accept_rule.key,
                edits_by_silence=yes_no(self.edits),
                stages_by_silence=yes_no(self.stages),
            ),
        )

    def _rules(self) -> list[Choice]:
        words = self.words
        return [
            Choice("day_n", words.text("due on the last day")),
            Choice("after_full_days", words.text("full days pass first")),
        ]

    def _days(self, days: int) -> str:
        return self.words.working_days(days)
