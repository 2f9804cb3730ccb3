"""Edits: working days by size, how they are counted, the cut-off hour, the provisional date, how many are included."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from app.facts.calendar_body import minute_of
from app.facts.terms import EditTerms, Term, Terms
from ui.dialogs.agreement.groups.group import TermGroup
from ui.dialogs.agreement.term_line import TermLine
from ui.widgets.choice import Choice
from ui.widgets.moments import TimeInput

USUAL_CUTOFF = time(16)


class EditsGroup(TermGroup):
    """W7, W8, and what is paid extra."""

    ICON = "pencil-line"

    def fill(self, terms: Terms) -> None:
        """Three sizes, the rule, the cut-off, the provisional term, what is included."""
        words = self.words
        self.heading(words.text("Time for an edit"))
        self.small = self.number("edits.small", words.text("A small edit"), 0, 366, self._days)
        self.normal = self.number("edits.normal", words.text("A normal edit"), 0, 366, self._days)
        self.large = self.number("edits.large", words.text("A large edit"), 0, 366, self._days)
        rules = [
            Choice("after_full_days", words.text("full days pass first")),
            Choice("day_n", words.text("due on the last day")),
        ]
        self.rule = self.choice("edits.rule", words.text("How the days are counted"), rules)
        self.has_cutoff = self.tick(
            "edits.has_cutoff", words.text("What comes late in the day counts as received the next one")
        )
        self.cutoff = TimeInput(USUAL_CUTOFF)
        self.cutoff.changed.connect(self.changed)
        self.place("edits.cutoff", TermLine(words, words.text("Late is after"), self.cutoff))
        self.has_cutoff.toggled.connect(self._follow)
        self.provisional = self.number(
            "provisional.days", words.text("A provisional date is made firm within"), 0, 366, self._days
        )
        self.heading(words.text("Edits included"), words.text("What goes beyond is said to be paid extra."))
        pers = [
            Choice("unlimited", words.text("without a limit")),
            Choice("edit", words.text("so many rounds for one edit")),
            Choice("month", words.text("so many edits a month")),
            Choice("contract", words.text("so many edits in the contract")),
        ]
        self.per = self.choice("edits_included", words.text("Included are"), pers)
        self.included = self.number("edits_included.number", words.text("How many"), 0, 1000, str)
        self.per.chosen.connect(self._follow)

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        edits, included = terms.edits, terms.edits_included
        self.small.set_number(edits.small)
        self.normal.set_number(edits.normal)
        self.large.set_number(edits.large)
        self.rule.choose(edits.rule)
        self.has_cutoff.show_checked(edits.cutoff != "none")
        self.cutoff.blockSignals(True)
        self.cutoff.set_at(_time(edits.cutoff))
        self.cutoff.blockSignals(False)
        self._old_cutoff = edits.cutoff
        self.provisional.set_number(terms.provisional.days)
        self.per.choose("unlimited" if isinstance(included, str) else str(included.get("per", "month")))
        self.included.set_number(3 if isinstance(included, str) else int(included.get("number", 0)))
        self._follow()

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        per = self.per.key
        return replace(
            terms,
            edits=EditTerms(
                small=self.small.number,
                normal=self.normal.number,
                large=self.large.number,
                rule=self.rule.key,
                cutoff=self._read_cutoff(),
            ),
            provisional=Term(self.provisional.number, terms.provisional.rule),
            edits_included="unlimited" if per == "unlimited" else {"number": self.included.number, "per": per},
        )

    def _read_cutoff(self) -> str:
        """24:00 is no time of a clock; where it was agreed and nobody touched the field, it stays."""
        if not self.has_cutoff.isChecked():
            return "none"
        if self.cutoff.at == _time(self._old_cutoff) and self._old_cutoff != "none":
            return self._old_cutoff
        return f"{self.cutoff.at:%H:%M}"

    def _follow(self) -> None:
        self.show_line("edits.cutoff", self.has_cutoff.isChecked())
        self.show_line("edits_included.number", self.per.key != "unlimited")

    def _days(self, days: int) -> str:
        return self.words.working_days(days)


def _time(cutoff: str) -> time:
    if cutoff == "none":
        return USUAL_CUTOFF
    minute = min(minute_of(cutoff), 1439)
    return time(minute // 60, minute % 60)
