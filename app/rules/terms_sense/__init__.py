"""Terms that contradict each other or themselves (1.4), each in one sentence beside its field; a rule for each.

Refused is only what the rules could not work with (D3): somebody may have signed the rest, so it is said and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from app.errors import Refused
from app.facts.contradictions import Contradiction
from app.facts.people import Contract
from app.facts.terms import Terms
from app.rules.terms_sense.answers import answers
from app.rules.terms_sense.channels import channels
from app.rules.terms_sense.contract import contract_days
from app.rules.terms_sense.edits import edits
from app.rules.terms_sense.hours import duty, hours, zones
from app.rules.terms_sense.meetings import meetings
from app.rules.terms_sense.money import money

_RULES: tuple[Callable[[Terms], Iterator[Contradiction]], ...] = (
    channels,
    hours,
    zones,
    duty,
    answers,
    edits,
    meetings,
    money,
)


def contradictions(
    terms: Terms, *, effective_from: date | None = None, contract: Contract | None = None
) -> tuple[Contradiction, ...]:
    """Everything that is wrong with these terms, in the order of 1.4; what is refused stands before what is strange."""
    found = [each for rule in _RULES for each in rule(terms)]
    found.extend(contract_days(terms, effective_from, contract or Contract()))
    return tuple(sorted(found, key=_strange_last))


def refuse_nonsense(terms: Terms) -> None:
    """Raise the first of what makes no sense."""
    for each in contradictions(terms):
        if each.refused:
            raise Refused(each.text, **each.values)


def _strange_last(found: Contradiction) -> bool:
    return not found.refused
