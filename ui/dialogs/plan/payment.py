"""A payment: how much came, for what, and on which day; the days until the start run from it (1.4, F27)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QWidget

from ui.dialogs.plan.form import PlanForm
from ui.widgets.boxes import Row
from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from ui.workbench import Workbench

CURRENCIES: Final = ("EUR", "USD", "RUB", "MXN", "GBP", "ARS", "BRL", "CHF", "CLP", "COP", "GEL", "KZT", "PLN", "RSD",
                     "TRY", "UAH", "UZS")  # fmt: skip


class PaymentForm(PlanForm):
    """Ctrl+Enter notes it."""

    BLAMES: ClassVar = (("A payment needs", "sum"), ("The sum of", "sum"), ("{on} has not come", "received"))

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Note a payment"), parent, client=client)
        row = self.body.add(Row(gap=12))
        self.line("sum", words.text("Sum"), placeholder="1200.00", into=row, stretch=3)
        choices = [Choice(code, code) for code in CURRENCIES]
        self.choice("currency", words.text("Currency"), choices, "EUR", into=row, stretch=2)
        self.line("for", words.text("What was paid for"), hint=words.text("optional"))
        self.day("received", words.text("The day it came"), workbench.today)
        self.finish(words.text("Note the payment"), "payment")

    def verb(self) -> Callable[[], int] | None:
        """payment.noted."""
        amount = self.number("sum")
        if amount is None:
            self.say_at("sum", self.workbench.words.text("A payment needs its sum. Write how much came, as 1200.00."))
            return None
        payments, client, code = self.workbench.journal.payments, self.client, self.said("currency")
        what, on = self.said("for"), self.day_of("received")
        written = f"{Decimal(amount):.2f}" if Decimal(amount) == round(Decimal(amount), 2) else amount

        def verb() -> int:
            return payments.note(client, written, code, for_what=what, received_on=on)

        return verb
