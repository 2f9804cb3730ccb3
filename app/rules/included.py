"""Edits included in the agreement: how many are used, and when one more is paid extra (1.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.facts.edit_answer import Included
from app.facts.terms import Terms
from app.facts.wall_time import local_date
from app.facts.work import Edit
from app.rules.view import ClientView

PER_EDIT, PER_MONTH, PER_CONTRACT = "edit", "month", "contract"


def included_edits(view: ClientView, terms: Terms, edits: Iterable[Edit], day: date) -> Included | None:
    """What is used before an edit asked for on `day`, by the terms of that day; None while all are included.

    What was declined, withdrawn, out of scope or paid extra uses nothing up, nor does what a voice asked for and the
    contact has not confirmed (D7). Counted by rounds of one edit, a new edit is its first.
    """
    agreed = terms.edits_included
    if isinstance(agreed, str):
        return None
    per, number = str(agreed.get("per", "")), int(agreed.get("number", 0))
    if per == PER_EDIT:
        return Included(per=per, number=number, used=0)
    first = day.replace(day=1) if per == PER_MONTH else view.client.contract.first_day or date.min
    days = (local_date(terms.zone, each.begun) for each in edits if _counts(view, each))
    return Included(per=per, number=number, used=sum(first <= each <= day for each in days))


def included_rounds(terms: Terms, edit: Edit) -> Included | None:
    """Rounds of one edit before the present one; None where the agreement counts no rounds."""
    agreed = terms.edits_included
    if isinstance(agreed, str) or agreed.get("per") != PER_EDIT:
        return None
    return Included(per=PER_EDIT, number=int(agreed.get("number", 0)), used=len(edit.returns))


def _counts(view: ClientView, edit: Edit) -> bool:
    if edit.paid_extra or not edit.in_scope:
        return False
    if edit.ended is not None and edit.ended.kind != "edit.accepted":
        return False
    return edit.confirmed is not None or not view.is_voice(edit.person, edit.begun)
