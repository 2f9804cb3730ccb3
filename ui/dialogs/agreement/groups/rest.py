"""What is agreed besides: goals, third parties, publication, what is answered for, free clauses (1.4, 1.9)."""

from __future__ import annotations

from msgspec.structs import replace

from app.facts.contradictions import Contradiction, nonsense
from app.facts.terms import Terms
from app.papers.agreed.rest import USUAL_ITEMS, usual_words
from app.words import N_
from ui.dialogs.agreement.groups.group import TermGroup, yes_no
from ui.dialogs.agreement.sum_input import DecimalInput
from ui.dialogs.agreement.term_line import TermLine
from ui.widgets.choice import Choice
from ui.widgets.inputs import TextInput

THIRD = {
    "told": N_("they are told beforehand"),
    "agreed": N_("they agree beforehand"),
    "free": N_("I may decide alone"),
}
LISTS = ("answers_for", "cannot_affect", "free_clauses")


class RestGroup(TermGroup):
    """One percent, three choices, three lists."""

    ICON = "handshake"

    def fill(self, terms: Terms) -> None:
        """The fields from top to bottom."""
        words = self.words
        label = words.text("Deviation from a goal that I tell, in percent")
        self.deviation = DecimalInput("", label, "10")
        self.deviation.textEdited.connect(self.changed)
        self.place("kpi_deviation_percent", TermLine(words, label, self.deviation))
        third = [Choice(key, words.text(said)) for key, said in THIRD.items()]
        self.third = self.choice("third_parties", words.text("When others do part of the work"), third)
        self.publish = self.tick("case_publication", words.text("I may show the work as an example"))
        self.look = self.tick("client_may_look", words.text("The client may look in at any time"))
        self.texts = {
            "answers_for": self._list("answers_for", words.text("What I answer for"), 3),
            "cannot_affect": self._list("cannot_affect", words.text("What I cannot affect"), 4),
            "free_clauses": self._list("free_clauses", words.text("Free clauses"), 4),
        }

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        self.deviation.setText(terms.kpi_deviation_percent)
        self.third.choose(terms.third_parties)
        self.publish.show_checked(terms.case_publication == "yes")
        self.look.show_checked(terms.client_may_look == "yes")
        for key, field in self.texts.items():
            field.blockSignals(True)
            field.setPlainText(self._text(key, getattr(terms, key)))
            field.blockSignals(False)

    def read(self, terms: Terms) -> Terms:
        """The terms with this group; the program's own items keep their own words, which the annex translates."""
        lists = {key: self._items(key, getattr(terms, key)) for key in LISTS}
        return replace(
            terms,
            kpi_deviation_percent=self.deviation.value or terms.kpi_deviation_percent,
            third_parties=self.third.key,
            case_publication=yes_no(self.publish),
            client_may_look=yes_no(self.look),
            **lists,
        )

    def problems(self) -> tuple[Contradiction, ...]:
        """A percent that cannot be read."""
        if self.deviation.value:
            return ()
        return (nonsense("kpi_deviation_percent", N_("This is no percent. Write a number such as 10 or 2.5.")),)

    def _list(self, term: str, label: str, lines: int) -> TextInput:
        field = TextInput("", "", lines)
        field.textChanged.connect(self.changed)
        hint = self.words.text("One on each line.")
        if term == "free_clauses":
            hint = self.words.text("An empty line between two clauses. They stand in the annex as they are written.")
        self.place(term, TermLine(self.words, label, field, wide=True, hint=hint))
        return field

    def _text(self, term: str, items: tuple[str, ...] | str) -> str:
        if isinstance(items, str):
            return ""
        return _between(term).join(usual_words(self.words, item) for item in items)

    def _items(self, term: str, old: tuple[str, ...] | str) -> tuple[str, ...] | str:
        text = self.texts[term].toPlainText()
        if text == self._text(term, old):
            return old
        known = {self.words.text(item): item for item in USUAL_ITEMS}
        lines = [line.strip() for line in text.split(_between(term))]
        return tuple(known.get(line, line) for line in lines if line) or "none"


def _between(term: str) -> str:
    """Clauses may hold more than one line."""
    return "\n\n" if term == "free_clauses" else "\n"
