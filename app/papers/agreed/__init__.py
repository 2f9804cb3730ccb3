"""Every term of an agreement as sentences (1.4), by its key: for the annex, the Agreement tab and what changes.

`CHAPTERS` are the groups of 1.4, in the order in which they are printed and asked. A term that is off says so: what
is not agreed is a term as well (D17).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from app.facts.terms import Terms
from app.papers.agreed.answers import client_answer, my_answer, write_first
from app.papers.agreed.channels import binding, channels
from app.papers.agreed.edits import edits, edits_included, provisional
from app.papers.agreed.hours import client_hours, my_hours, on_duty, zone
from app.papers.agreed.materials import acceptance, information
from app.papers.agreed.meetings import calls, planning, reports
from app.papers.agreed.money import penalties, percent_of_sales, start_after_payment
from app.papers.agreed.rest import (
    answers_for,
    cannot_affect,
    case_publication,
    client_may_look,
    free_clauses,
    kpi_deviation,
    third_parties,
)
from app.papers.agreed.sides import Sides
from app.words import N_, Words

Say = Callable[[Terms, Sides, Words], list[str]]

SAID: Final[dict[str, Say]] = {
    "channels": channels,
    "binding": binding,
    "my_hours": my_hours,
    "client_hours": client_hours,
    "zone": zone,
    "on_duty": on_duty,
    "my_answer": my_answer,
    "client_answer": client_answer,
    "write_first": write_first,
    "edits": edits,
    "provisional": provisional,
    "edits_included": edits_included,
    "information": information,
    "acceptance": acceptance,
    "calls": calls,
    "reports": reports,
    "planning": planning,
    "start_after_payment": start_after_payment,
    "penalties": penalties,
    "percent_of_sales": percent_of_sales,
    "kpi_deviation_percent": kpi_deviation,
    "third_parties": third_parties,
    "case_publication": case_publication,
    "client_may_look": client_may_look,
    "answers_for": answers_for,
    "cannot_affect": cannot_affect,
    "free_clauses": free_clauses,
}

LABELS: Final[dict[str, str]] = {
    "channels": N_("Channels"),
    "binding": N_("Binding clause"),
    "my_hours": N_("My hours"),
    "client_hours": N_("Their hours"),
    "zone": N_("Zone of dates"),
    "on_duty": N_("On-duty windows"),
    "my_answer": N_("My answer"),
    "client_answer": N_("Their answer"),
    "write_first": N_("Writing first"),
    "edits": N_("Time for an edit"),
    "provisional": N_("Provisional date"),
    "edits_included": N_("Edits included"),
    "information": N_("Their materials"),
    "acceptance": N_("Acceptance"),
    "calls": N_("Calls"),
    "reports": N_("Reports"),
    "planning": N_("Planning sessions"),
    "start_after_payment": N_("Start after payment"),
    "penalties": N_("Penalties"),
    "percent_of_sales": N_("Percent of sales"),
    "kpi_deviation_percent": N_("Deviation to be told"),
    "third_parties": N_("Third parties"),
    "case_publication": N_("Showing the work"),
    "client_may_look": N_("Looking in"),
    "answers_for": N_("What I answer for"),
    "cannot_affect": N_("What I cannot affect"),
    "free_clauses": N_("Free clauses"),
}


class Chapter(Struct, frozen=True):
    """A group of terms: its key, its title, the keys of its terms."""

    key: str
    title: str
    terms: tuple[str, ...]


CHAPTERS: Final = (
    Chapter("channels", N_("Channels"), ("channels", "binding")),
    Chapter("hours", N_("Hours"), ("my_hours", "client_hours", "zone", "on_duty")),
    Chapter("answers", N_("Answers"), ("my_answer", "client_answer", "write_first")),
    Chapter("edits", N_("Edits"), ("edits", "provisional", "edits_included")),
    Chapter("materials", N_("Materials and acceptance"), ("information", "acceptance")),
    Chapter("meetings", N_("Calls and reports"), ("calls", "reports", "planning")),
    Chapter("money", N_("Money"), ("start_after_payment", "penalties", "percent_of_sales")),
    Chapter(
        "rest",
        N_("Also agreed"),
        (
            "kpi_deviation_percent",
            "third_parties",
            "case_publication",
            "client_may_look",
            "answers_for",
            "cannot_affect",
            "free_clauses",
        ),
    ),
)


def chapters(terms: Terms, sides: Sides, words: Words) -> list[tuple[Chapter, list[str]]]:
    """Every term as sentences under its group."""
    return [
        (chapter, [line for term in chapter.terms for line in SAID[term](terms, sides, words)]) for chapter in CHAPTERS
    ]
