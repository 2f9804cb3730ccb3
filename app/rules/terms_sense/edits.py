"""Terms of edits that contradict: sizes, the cut-off hour, the provisional term, acceptance by silence (W7, W8)."""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import Refused
from app.facts.calendar_body import minute_of
from app.facts.contradictions import Contradiction, nonsense, strange
from app.facts.terms import Terms
from app.words import N_


def edits(terms: Terms) -> Iterator[Contradiction]:
    """What an edit takes, and what follows."""
    sizes = terms.edits
    if not sizes.small <= sizes.normal <= sizes.large:
        yield strange("edits", N_("A smaller edit takes longer than a larger one. Correct one of the sizes."))
    yield from _cutoff(terms)
    longest = max(sizes.small, sizes.normal, sizes.large) + (sizes.rule == "after_full_days")
    if terms.provisional.days > longest:
        yield strange(
            "provisional",
            N_("The firm date may come in {days} working days, later than a large edit is due. Shorten that term."),
            days=terms.provisional.days,
        )
    included = terms.edits_included
    if not isinstance(included, str) and not included.get("number"):
        yield strange("edits_included", N_("No edit is included, so each one is paid extra."))
    if terms.acceptance.days == 0 and "yes" in (terms.acceptance.edits_by_silence, terms.acceptance.stages_by_silence):
        yield strange(
            "acceptance",
            N_("Silence accepts on the very day of the delivery. Give the client a working day to look."),
        )


def _cutoff(terms: Terms) -> Iterator[Contradiction]:
    """W7: a cut-off outside of my hours moves every request, or none."""
    if terms.edits.cutoff == "none":
        return
    try:
        cutoff = minute_of(terms.edits.cutoff)
        spans = [(minute_of(a), minute_of(b)) for day in terms.my_hours.weekly.values() for a, b in day]
    except Refused as problem:
        yield nonsense("edits.cutoff", problem.text, **problem.values)
        return
    if spans and cutoff <= min(start for start, _ in spans):
        yield strange(
            "edits.cutoff",
            N_("The cut-off {time} lies before your hours: everything would count as received a day later."),
            time=terms.edits.cutoff,
        )
    elif spans and cutoff > max(end for _, end in spans):
        yield strange(
            "edits.cutoff",
            N_("The cut-off {time} lies after your hours, so it changes little."),
            time=terms.edits.cutoff,
        )
