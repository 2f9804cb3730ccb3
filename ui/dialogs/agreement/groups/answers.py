"""My answer, their answer, and writing first (1.4, F2, F21, F22)."""

from __future__ import annotations

from msgspec.structs import replace

from app.facts.terms import Term, Terms, WorkingMinutes, WriteFirst
from ui.dialogs.agreement.groups.group import TermGroup
from ui.widgets.choice import Choice

NEXT_DAY = "end_of_next_working_day"
WITHIN = "within"
USUAL_MINUTES = 120


class AnswersGroup(TermGroup):
    """How soon each side answers, how often I write unasked."""

    ICON = "reply"

    def fill(self, terms: Terms) -> None:
        """Two answers, three numbers."""
        words = self.words
        self.heading(words.text("Answers"))
        ways = [
            Choice(WITHIN, words.text("within working hours")),
            Choice(NEXT_DAY, words.text("by the end of next working day")),
        ]
        self.way = self.choice("my_answer", words.text("I answer"), ways)
        self.minutes = self.number(
            "my_answer.working_minutes", words.text("Within so much working time"), 5, 10_080, self._minutes, step=30
        )
        self.way.chosen.connect(self._follow)
        self.theirs = self.number("client_answer.days", words.text("They answer within"), 0, 366, self._their_days)
        why = words.text("What the client hears before asking for it; silence is counted in your working days.")
        self.heading(words.text("Writing first"), why)
        self.per_week = self.number("write_first.per_week", words.text("I write first"), 0, 100, self._times)
        self.ideal = self.number("write_first.silence_ideal", words.text("Silence as a rule"), 0, 366, self._days)
        self.most = self.number("write_first.silence_max", words.text("Silence at most"), 1, 366, self._days)

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        mine, first = terms.my_answer, terms.write_first
        self.way.choose(NEXT_DAY if isinstance(mine, str) else WITHIN)
        self.minutes.set_number(USUAL_MINUTES if isinstance(mine, str) else mine.working_minutes)
        self.theirs.set_number(terms.client_answer.days)
        self.per_week.set_number(first.per_week)
        self.ideal.set_number(first.silence_ideal)
        self.most.set_number(first.silence_max)
        self._follow()

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        mine = "end_of_next_working_day" if self.way.key == NEXT_DAY else WorkingMinutes(self.minutes.number)
        return replace(
            terms,
            my_answer=mine,
            client_answer=Term(self.theirs.number, terms.client_answer.rule),
            write_first=WriteFirst(self.per_week.number, self.ideal.number, self.most.number),
        )

    def _follow(self) -> None:
        self.show_line("my_answer.working_minutes", self.way.key == WITHIN)

    def _minutes(self, minutes: int) -> str:
        return self.words.text("{n} working minutes", n=minutes)

    def _days(self, days: int) -> str:
        return self.words.working_days(days)

    def _their_days(self, days: int) -> str:
        return self.words.working_days(days)

    def _times(self, times: int) -> str:
        return self.words.plural("{n} time a week", "{n} times a week", times)
