"""The default terms and the presets are those of 1.4, every one of them with a value (D17)."""

from __future__ import annotations

import msgspec
import pytest

from app.errors import Refused
from app.facts.terms import Terms
from app.rules.terms import USUAL_WEEK, default_agreement, preset_terms
from tests.rules.making import Story, owner


def terms(preset: str) -> Terms:
    return preset_terms(preset, owner_zone="Europe/Madrid", owner_weekly=USUAL_WEEK, client_zone="Europe/Moscow")


@pytest.mark.parametrize(
    ("preset", "answer", "theirs", "edits", "information", "acceptance", "first", "calls", "report"),
    [
        ("calm", None, 2, (1, 3, 5), 5, 5, (1, 4, 6), (30, 3), "week"),
        ("normal", 120, 1, (1, 2, 4), 3, 3, (2, 2, 4), (14, 2), "week"),
        ("urgent", 60, 0, (0, 1, 2), 1, 1, (4, 1, 2), (7, 1), "working_day"),
    ],
)
def test_the_presets(
    preset: str,
    answer: int | None,
    theirs: int,
    edits: tuple[int, int, int],
    information: int,
    acceptance: int,
    first: tuple[int, int, int],
    calls: tuple[int, int],
    report: str,
) -> None:
    made = terms(preset)
    assert made.my_answer == "end_of_next_working_day" if answer is None else made.my_answer.working_minutes == answer  # type: ignore[union-attr]
    assert (made.client_answer.days, made.client_answer.rule) == (theirs, "day_n")
    assert (made.edits.small, made.edits.normal, made.edits.large, made.edits.rule) == (*edits, "after_full_days")
    assert (made.information.days, made.acceptance.days) == (information, acceptance)
    assert msgspec.structs.astuple(made.write_first) == first
    assert not isinstance(made.calls, str) and not isinstance(made.reports, str)
    assert (made.calls.every_days, made.calls.tolerance_days, made.calls.minutes) == (*calls, 30)
    assert [each.every for each in made.reports] == [report]


def test_every_term_has_a_value_that_a_record_may_hold() -> None:
    body = msgspec.to_builtins(terms("normal"))
    own_words = body.pop("binding_text")
    assert all(value not in (None, False, "", [], {}) for value in body.values())
    assert own_words == ""  # a text of the user's own is left out of the record until there is one (B1)
    assert msgspec.convert(msgspec.json.decode(msgspec.json.encode(body)), Terms) == terms("normal")


def test_the_client_works_the_same_wall_hours_at_their_place() -> None:
    made = terms("normal")
    assert made.client_hours.weekly == made.my_hours.weekly
    assert (made.my_hours.zone, made.client_hours.zone, made.zone) == (
        "Europe/Madrid",
        "Europe/Moscow",
        "Europe/Madrid",
    )


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(Refused, match="calm, normal or urgent"):
        terms("lazy")


def test_where_nothing_is_agreed_the_defaults_stand_and_no_channel() -> None:
    agreement = default_agreement(owner(), Story(preset=None).client)
    assert (agreement.entry, agreement.terms.agreed_channels, agreement.terms.preferred) == (0, (), None)
    assert agreement.terms.my_hours.weekly == USUAL_WEEK
