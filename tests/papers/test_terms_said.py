"""Every term of 1.4 is said: in the annex, in a group of its own, and when a new version changes it (D17)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from app.facts.terms import Terms
from app.papers.agreed import CHAPTERS, LABELS, SAID
from app.papers.agreed.sides import Sides
from app.papers.annex import agreement_chapters, agreement_sentences
from app.papers.term_changes import term_changes
from app.rules.terms import PRESETS, USUAL_WEEK, preset_terms
from app.words import words_for

SIDES = Sides("Elena", "Глина")
FEE = {"amount": "1200.00", "currency": "EUR"}
OWN_WORDS = "binding_text"
"""Said as a part of the binding clause."""


def terms(preset: str = "normal") -> Terms:
    return preset_terms(preset, owner_zone="Europe/Madrid", owner_weekly=USUAL_WEEK, client_zone="Europe/Moscow")


@pytest.mark.parametrize("language", ["en", "ru", "es"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_key_of_an_agreement_is_said_in_the_language_of_the_client(language: str, preset: str) -> None:
    """D17: nothing is absent, so nothing is left unsaid."""
    words = words_for(language, 2026)
    assert set(SAID) == set(LABELS) == set(Terms.__struct_fields__) - {OWN_WORDS}
    for term, say in SAID.items():
        lines = say(terms(preset), SIDES, words)
        assert lines and all(line.endswith((".", "»")) and "{" not in line for line in lines), term


def test_every_term_stands_in_one_group_of_the_annex() -> None:
    grouped = [term for chapter in CHAPTERS for term in chapter.terms]
    assert sorted(grouped) == sorted(SAID)
    lines = [line for _, said in agreement_chapters(terms(), "Elena", "Глина", words_for("en")) for line in said]
    assert tuple(lines) == agreement_sentences(terms(), "Elena", "Глина", words_for("en"))


TELEGRAM = {"channel": "telegram", "address": "@x", "preferred": True}
WINDOW = {
    "from": {"local": "2026-12-05T10:00", "zone": "Europe/Madrid"},
    "to": {"local": "2026-12-05T14:00", "zone": "Europe/Madrid"},
}
PENALTY = {"sort": "per_day_percent", "side": "me", "percent": "2", "base": FEE, "days_are": "working"}
SALES = {"percent": "5", "minimum_fee": FEE}
REPORT = {"sort": "weekly", "every": "week", "weekday": "fri"}
HOLIDAYS = {"country": "ES", "years": {"2026": [{"on": "2026-12-25", "name": "Navidad"}]}}
CHANGED: list[tuple[str, Any, Any]] = [
    ("channels", [TELEGRAM], "none"),
    ("channels", [TELEGRAM], [{**TELEGRAM, "address": "@y"}]),
    ("channels", [TELEGRAM], [{**TELEGRAM, "purposes": ["correspondence", "urgent"]}]),
    ("channels", [TELEGRAM], [{**TELEGRAM, "voice_welcome": "yes"}]),
    ("channels", [TELEGRAM], [{**TELEGRAM, "binding": "no"}]),
    ("channels", [TELEGRAM, {"channel": "vk"}], [{"channel": "vk"}, TELEGRAM]),
    ("binding", "yes", "no"),
    ("binding_text", "", "We keep what we write."),
    ("zone", "Europe/Madrid", "Europe/Moscow"),
    ("my_hours.zone", "Europe/Madrid", "Europe/Lisbon"),
    ("my_hours.weekly", {"mon": [["09:00", "18:00"]]}, {"mon": [["10:00", "18:00"]]}),
    ("client_hours.holidays", None, HOLIDAYS),
    ("client_hours.holidays", HOLIDAYS, {**HOLIDAYS, "off": ["2026-12-25"]}),
    ("my_answer", {"working_minutes": 60}, "end_of_next_working_day"),
    ("my_answer", {"working_minutes": 60}, {"working_minutes": 90}),
    ("client_answer.days", 1, 0),
    ("edits.small", 1, 2),
    ("edits.rule", "after_full_days", "day_n"),
    ("edits.cutoff", "none", "16:00"),
    ("provisional.days", 1, 2),
    ("information.days", 3, 4),
    ("information.rule", "day_n", "after_full_days"),
    ("information.right_to_stop", "no", "yes"),
    ("information.deemed_accepted", "no", "yes"),
    ("acceptance.rule", "day_n", "after_full_days"),
    ("acceptance.edits_by_silence", "yes", "no"),
    ("acceptance.stages_by_silence", "no", "yes"),
    ("write_first.per_week", 2, 3),
    ("write_first.silence_ideal", 2, 3),
    ("calls.every_days", 14, 7),
    ("calls.beforehand", "yes", "no"),
    ("calls.purposes", ["regular"], ["regular", "final"]),
    ("calls", {"every_days": 7, "minutes": 30, "tolerance_days": 1}, "off"),
    ("reports", [REPORT], [{**REPORT, "weekday": "thu"}]),
    ("reports", [REPORT], [{**REPORT, "audience": "marketing"}]),
    ("reports", [REPORT], [{**REPORT, "format": "a table"}]),
    ("reports", [REPORT], [{**REPORT, "sort": "plan"}]),
    ("reports", [REPORT], [REPORT, {"sort": "monthly", "every": "month", "day": 3}]),
    ("planning", "off", ["tue", "fri"]),
    ("start_after_payment.days", 1, 3),
    ("start_after_payment.rule", "day_n", "after_full_days"),
    ("edits_included", "unlimited", {"number": 3, "per": "edit"}),
    ("edits_included", {"number": 3, "per": "edit"}, {"number": 3, "per": "month"}),
    ("penalties", "off", [PENALTY]),
    ("penalties", [PENALTY], [{**PENALTY, "days_are": "calendar"}]),
    ("penalties", [PENALTY], [{**PENALTY, "sort": "once_percent"}]),
    ("penalties", [PENALTY], [{**PENALTY, "base_is": "the month's fee"}]),
    ("penalties", [PENALTY], [{**PENALTY, "base": {"amount": "900.00", "currency": "EUR"}}]),
    ("penalties", [PENALTY], [{**PENALTY, "side": "client"}]),
    ("penalties", [PENALTY], [{**PENALTY, "cap": FEE}]),
    ("penalties", [PENALTY], [{**PENALTY, "client_days_deducted": "yes"}]),
    ("kpi_deviation_percent", "10", "15"),
    ("on_duty", "none", [WINDOW]),
    ("third_parties", "told", "agreed"),
    ("case_publication", "no", "yes"),
    ("client_may_look", "no", "yes"),
    ("percent_of_sales", "none", SALES),
    ("percent_of_sales", SALES, {**SALES, "above_units": 10}),
    ("percent_of_sales", SALES, {**SALES, "figures": "sales"}),
    ("percent_of_sales", {**SALES, "figures": "sales"}, {**SALES, "figures": "sales", "figures_by": "day 5"}),
    ("answers_for", ["a"], ["a", "b"]),
    ("cannot_affect", ["a"], "none"),
    ("free_clauses", "none", ["No calls on Fridays."]),
]


@pytest.mark.parametrize(("path", "old", "new"), CHANGED)
def test_what_a_version_changes_is_said_before_and_after(path: str, old: Any, new: Any) -> None:
    """6.4: the smallest change of a term is seen in its sentences."""
    before, after = with_value(path, old), with_value(path, new)
    [change] = term_changes(before, after, SIDES, words_for("en", 2026))
    assert change.term == path.partition(".")[0].replace(OWN_WORDS, "binding")
    assert change.before != change.after


def with_value(path: str, value: Any) -> Terms:
    """The normal terms with one value set."""
    body = dict(msgspec.to_builtins(terms()))
    key, _, part = path.partition(".")
    body[key] = {**body[key], part: value} if part else value
    return msgspec.convert(body, Terms)


def test_a_line_that_both_versions_say_is_not_repeated() -> None:
    two = with_value("reports", [REPORT, {"sort": "monthly", "every": "month", "day": 3}])
    [change] = term_changes(with_value("reports", [REPORT]), two, SIDES, words_for("en", 2026))
    assert (change.before, change.after) == ((), ("A report comes every month, on day 3.",))


def test_the_same_terms_change_nothing() -> None:
    assert term_changes(terms(), replace(terms()), SIDES, words_for("en")) == ()
