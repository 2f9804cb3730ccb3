"""What the cause of a lost day is called (W10): the sort of a request, a late edit or stage, third parties, outside."""

from __future__ import annotations

from app.words import N_, Words

CAUSES = {
    "material": N_("Materials"),
    "access": N_("Accesses"),
    "approval": N_("Approvals"),
    "decision": N_("Decisions"),
    "payment": N_("Payments"),
    "answer": N_("Answers owed"),
    "other": N_("Other requests"),
    "edit": N_("Late edits"),
    "stage": N_("Late stages"),
    "third_party": N_("A third party"),
    "outside": N_("From outside"),
}


def cause_name(words: Words, cause: str) -> str:
    """The name of a cause; one from a newer version is said as it is written."""
    return words.text(CAUSES[cause]) if cause in CAUSES else cause
