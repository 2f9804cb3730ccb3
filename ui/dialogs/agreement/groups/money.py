"""Start after payment, penalties, percent of sales (1.4): every base an explicit field, sums as they are written."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.facts.contradictions import Contradiction, nonsense
from app.facts.terms import Term, Terms
from app.papers.agreed.money import penalty_sentence
from app.words import N_
from ui.dialogs.agreement.groups.group import TermGroup
from ui.dialogs.agreement.line_list import LineList
from ui.dialogs.agreement.number_input import NumberInput
from ui.dialogs.agreement.penalty_form import PenaltyForm
from ui.dialogs.agreement.sum_input import DecimalInput, SumInput
from ui.dialogs.agreement.term_line import TermLine
from ui.widgets.choice import Choice
from ui.widgets.inputs import LineInput, TextInput

SALES = ("percent", "minimum_fee", "above", "above_units", "figures", "figures_by")
NO_NUMBER = N_("This is no number. Write a sum as 1200.00 and three letters of its currency, a percent as 2.5.")


class MoneyGroup(TermGroup):
    """What is paid, when, and what delays cost."""

    ICON = "banknote"

    def fill(self, terms: Terms) -> None:
        """Start, penalties, percent."""
        words = self.words
        self.heading(words.text("Start after payment"))
        self.days = self.number("start_after_payment.days", words.text("Work starts within"), 0, 366, self._days)
        rules = [
            Choice("day_n", words.text("due on the last day")),
            Choice("after_full_days", words.text("full days pass first")),
        ]
        self.rule = self.choice("start_after_payment.rule", words.text("How the days are counted"), rules)
        self.penalties = LineList(
            words, "penalties", words.text("Penalties, off unless one is agreed"), words.text("Add a penalty"),
            self._penalty, self._ask,
        )  # fmt: skip
        self.penalties.changed.connect(self.changed)
        self.place("penalties", self.penalties)
        self.heading(
            words.text("Percent of sales"), words.text("No sums are counted; the terms and the figures stand together.")
        )
        self.sales = self.tick("percent_of_sales", words.text("A percent of sales is agreed"))
        self.sales.toggled.connect(self._follow)
        self._fill_sales()

    def _fill_sales(self) -> None:
        words = self.words
        self.percent = DecimalInput("", words.text("Percent"), "5")
        self.fee = SumInput(None, words.text("Minimum fee"))
        self.above = self.tick("percent_of_sales.above", words.text("Only above a number of units"))
        self.units = NumberInput(0, 0, 1_000_000_000, str)
        self.figures = TextInput("", "", 2)
        self.by = LineInput("", words.text("by day 5 of the month"))
        self.percent.textEdited.connect(self.changed)
        self.fee.changed.connect(self.changed)
        self.units.changed.connect(self.changed)
        self.figures.textChanged.connect(self.changed)
        self.by.textEdited.connect(self.changed)
        self.above.toggled.connect(self._follow)
        self.place("percent_of_sales.percent", TermLine(words, words.text("Percent"), self.percent))
        self.place("percent_of_sales.minimum_fee", TermLine(words, words.text("Minimum fee"), self.fee))
        self.place("percent_of_sales.above_units", TermLine(words, words.text("Above so many units"), self.units))
        label = words.text("Figures that the client opens")
        self.place("percent_of_sales.figures", TermLine(words, label, self.figures, wide=True))
        self.place("percent_of_sales.figures_by", TermLine(words, words.text("They come"), self.by))

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        start, sales = terms.start_after_payment, terms.percent_of_sales
        self.days.set_number(start.days)
        self.rule.choose(start.rule)
        self.penalties.set_items(() if isinstance(terms.penalties, str) else terms.penalties)
        agreed: dict[str, Any] = {} if isinstance(sales, str) else sales
        self.sales.show_checked(bool(agreed))
        self.percent.setText(agreed.get("percent", ""))
        self.fee.show_sum(agreed.get("minimum_fee"))
        self.above.show_checked("above_units" in agreed)
        self.units.set_number(agreed.get("above_units", 0))
        self.figures.blockSignals(True)
        self.figures.setPlainText(agreed.get("figures", ""))
        self.figures.blockSignals(False)
        self.by.setText(agreed.get("figures_by", ""))
        self._follow()

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        return replace(
            terms,
            start_after_payment=Term(self.days.number, self.rule.key),
            penalties=self.penalties.items or "off",
            percent_of_sales=self._sales() if self.sales.isChecked() else "none",
        )

    def problems(self) -> tuple[Contradiction, ...]:
        """Sums and percents that cannot be read."""
        if not self.sales.isChecked():
            return ()
        unread = {"percent": self.percent.value, "minimum_fee": self.fee.value}
        return tuple(nonsense(f"percent_of_sales.{key}", NO_NUMBER) for key, value in unread.items() if value is None)

    def _sales(self) -> dict[str, Any]:
        figures = {
            "percent": self.percent.value or "0",
            "minimum_fee": self.fee.value or None,
            "above_units": self.units.number if self.above.isChecked() else None,
            "figures": self.figures.toPlainText().strip() or None,
            "figures_by": self.by.text().strip() or None,
        }
        return {key: value for key, value in figures.items() if value is not None}

    def _follow(self) -> None:
        for key in SALES:
            self.show_line(f"percent_of_sales.{key}", self.sales.isChecked())
        self.show_line("percent_of_sales.above_units", self.sales.isChecked() and self.above.isChecked())

    def _days(self, days: int) -> str:
        return self.words.working_days(days)

    def _penalty(self, penalty: dict[str, Any]) -> str:
        return penalty_sentence(penalty, self.asked.sides, self.words)

    def _ask(self, penalty: dict[str, Any] | None, parent: QWidget) -> PenaltyForm:
        return PenaltyForm(self.words, self.asked.sides, penalty, self._judged, parent)

    def _judged(self, penalty: dict[str, Any]) -> str:
        from app.journal.trying_out import wrong_with_penalty

        found = wrong_with_penalty(penalty)
        return self.words.text(found.text, **found.values) if found else ""
