"""Terms that do not go with the dates of the contract: an agreement after its end, a clause that needs one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.facts.contradictions import Contradiction, strange
from app.facts.people import Contract
from app.facts.terms import Terms
from app.words import N_


def contract_days(terms: Terms, effective_from: date | None, contract: Contract) -> Iterator[Contradiction]:
    """The contract's own dates contradict where the client is changed (`client.changed` refuses that)."""
    last = contract.last_day
    if effective_from and last and effective_from > last:
        yield strange(
            "effective_from",
            N_("The contract ends on {last}, before this agreement takes effect."),
            last=last,
        )
    if terms.information.deemed_accepted == "yes" and last is None:
        yield strange(
            "information.deemed_accepted",
            N_("This clause waits for the end of the contract, which is not known. Write the contract's last day."),
        )
