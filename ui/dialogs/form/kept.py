"""Answers that were written and not yet saved: kept when the form is left or the program dies, given back after."""

from __future__ import annotations

from msgspec import Struct

from app.facts.plan import Form
from app.unsent import forget_unsent, keep_unsent_as, unsent_as


class Draft(Struct, frozen=True, kw_only=True):
    """What stands in the fields of a form."""

    fields: dict[str, str] = {}
    ticks: tuple[str, ...] = ()
    giver: str = ""

    def same_as(self, other: Draft) -> bool:
        """Whether both answer the same; an empty field is no answer."""
        return (
            _answered(self.fields) == _answered(other.fields)
            and set(self.ticks) == set(other.ticks)
            and self.giver == other.giver
        )


def recorded(form: Form | None) -> Draft:
    """What the journal has of a form; nothing of a blank one."""
    if form is None:
        return Draft()
    return Draft(fields=dict(form.fields), ticks=form.ticks, giver=str(form.given_by or ""))


def keep_draft(name: str, draft: Draft) -> None:
    """Keep a draft under a name."""
    keep_unsent_as(name, draft)


def kept_draft(name: str) -> Draft | None:
    """The draft that was kept; None where there is none or it cannot be read."""
    return unsent_as(name, Draft)


def forget_draft(name: str) -> None:
    """It was saved, or given up."""
    forget_unsent(name)


def _answered(fields: dict[str, str]) -> dict[str, str]:
    return {key: answer for key, answer in fields.items() if answer}
