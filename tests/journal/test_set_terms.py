"""Terms changed by name (1.4): every key of agreement.made is reached, lists included, and held to format 1."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from app.errors import Refused
from app.facts.terms import Terms
from app.journal.set_terms import with_terms
from app.rules.terms import USUAL_WEEK, preset_terms

NORMAL = preset_terms("normal", owner_zone="Europe/Madrid", owner_weekly=USUAL_WEEK, client_zone="Europe/Moscow")
FEE = {"amount": "1200", "currency": "EUR"}
WINDOW = {
    "from": {"local": "2026-12-05T10:00", "zone": "Europe/Madrid"},
    "to": {"local": "2026-12-05T14:00", "zone": "Europe/Madrid"},
}
REACHED: list[tuple[str, Any]] = [
    ("channels.0", {"channel": "vk", "purposes": ["correspondence"], "preferred": True, "binding": "yes",
                    "voice_welcome": "no"}),
    ("binding", "no"),
    ("binding_text", "We keep what we write."),
    ("zone", "Europe/Moscow"),
    ("my_hours.weekly.sat", [["10:00", "14:00"]]),
    ("client_hours.holidays.country", "RU"),
    ("my_answer", "end_of_next_working_day"),
    ("my_answer.working_minutes", 90),
    ("client_answer.days", 3),
    ("edits.cutoff", "16:00"),
    ("provisional.days", 2),
    ("information.right_to_stop", "yes"),
    ("acceptance.stages_by_silence", "yes"),
    ("write_first.per_week", 3),
    ("calls", "off"),
    ("calls.purposes", ["regular"]),
    ("reports.0.weekday", "thu"),
    ("reports.1", {"sort": "monthly", "every": "month", "day": 3, "format": "a table", "audience": "marketing"}),
    ("planning", ["tue", "fri"]),
    ("start_after_payment.days", 3),
    ("edits_included", {"number": 3, "per": "month"}),
    ("penalties", [{"sort": "once_percent", "side": "me", "percent": "10", "base": FEE}]),
    ("kpi_deviation_percent", "15"),
    ("on_duty", [WINDOW]),
    ("third_parties", "agreed"),
    ("case_publication", "yes"),
    ("client_may_look", "yes"),
    ("percent_of_sales", {"percent": "5", "minimum_fee": FEE}),
    ("answers_for", ["the text"]),
    ("cannot_affect", "none"),
    ("free_clauses", ["No calls on Fridays."]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), REACHED)
def test_every_term_is_reached_by_its_name(path: str, value: Any) -> None:
    part: Any = json.loads(msgspec.json.encode(with_terms(NORMAL, {path: value})))
    for step in path.split("."):
        part = part[int(step)] if isinstance(part, list) else part[step]
    if isinstance(part, dict):
        part = {key: each for key, each in part.items() if each not in (None, "")}
    assert part == value


def test_no_term_is_out_of_reach() -> None:
    assert {path.split(".")[0] for path, _ in REACHED} == set(Terms.__struct_fields__)


def test_a_penalty_is_written_part_by_part_and_its_numbers_stay_text() -> None:
    parts = {"penalties.0.sort": "once_percent", "penalties.0.side": "me", "penalties.0.percent": 10}
    parts |= {"penalties.0.base.amount": 1200, "penalties.0.base.currency": "EUR"}
    assert with_terms(NORMAL, parts).penalties == (
        {"sort": "once_percent", "side": "me", "percent": "10", "base": FEE},
    )


def test_yes_or_no_may_be_typed_as_true_or_false() -> None:
    """1.4: the right to stop work; the record says yes or no."""
    assert with_terms(NORMAL, {"information.right_to_stop": True}).information.right_to_stop == "yes"
    assert with_terms(NORMAL, {"acceptance.edits_by_silence": False}).acceptance.edits_by_silence == "no"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("edit", 3, "no term called edit"),
        ("edits.huge", 3, "no term called edits.huge"),
        ("reports.5.day", 3, "no term called reports.5.day"),
        ("edits.normal", "soon", "do not fit"),
        ("edits.normal", -1, "at edits.normal"),
        ("penalties", [{"sort": "whatever", "side": "me"}], 'at penalties.0.sort, "whatever" is not one of'),
        ("penalties", [{"side": "me"}], 'at penalties.0, "sort" is a required property'),
        ("my_answer.working_minutes", -5, "at my_answer.working_minutes, -5 is less than the minimum of 1"),
        ("reports.0.weekday", "funday", "at reports.0.weekday"),
        ("penalties", [{"sort": "once_percent", "side": "me", "percent": "10", "bases": FEE}], "at penalties"),
        ("calls", {"every_days": 7}, "do not fit"),
    ],
)
def test_what_is_no_term_is_refused_by_its_name(path: str, value: Any, said: str) -> None:
    with pytest.raises(Refused) as refused:
        with_terms(NORMAL, {path: value})
    assert said in str(refused.value)
