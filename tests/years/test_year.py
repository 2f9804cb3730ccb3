"""Five owners live through a year. What each rule says in the morning is counted, and held against the kept table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from app.rules.flags import RULES
from tests.years.count import kept, lived, row
from tests.years.habits import OWNERS
from tests.years.year import Year

BY_NAME = {habits.name: habits for habits in OWNERS}
ONLY_LISTED_UNDER_CALLS = {"F10"}


@pytest.fixture(scope="session")
def years(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Year]:
    """The years, each lived once."""
    folder = tmp_path_factory.mktemp("years")

    @cache
    def year(name: str) -> Year:
        return lived(BY_NAME[name], Path(mkdtemp(dir=folder)))

    return year


@pytest.mark.parametrize("name", BY_NAME)
def test_the_mornings_are_those_of_the_table(years: Callable[[str], Year], name: str) -> None:
    assert row(years(name)) == kept()[name]


@pytest.mark.parametrize("name", BY_NAME)
def test_no_rule_speaks_three_mornings_running_for_what_is_done(years: Callable[[str], Year], name: str) -> None:
    assert years(name).worst < 3


def test_who_keeps_the_agreement_is_reminded_of_the_rhythm_on_one_morning_in_five_at_most() -> None:
    counts = kept()["diligent"]
    assert counts["rhythm"] * 5 <= counts["mornings"]


def test_the_sloppy_owner_hears_of_more_than_the_diligent_one() -> None:
    table = kept()
    assert sum(table["sloppy"].values()) > sum(table["diligent"].values())
    assert all(table["sloppy"][rule] > table["diligent"].get(rule, 0) for rule in ("F2", "F3", "F11", "F12", "F19"))


def test_who_comes_back_from_a_holiday_is_not_told_of_silence(years: Callable[[str], Year]) -> None:
    """Four weeks away: an absence raises nothing by itself, and days off are no silence (C8, W11)."""
    back = years("august").first_morning_back
    assert back and not back & {"F21", "F22"}


def test_the_years_hear_almost_every_rule() -> None:
    heard = {rule for counts in kept().values() for rule in counts}
    assert set(RULES) - heard <= ONLY_LISTED_UNDER_CALLS | RARE


RARE = {"F1", "F5", "F7", "F8", "F9", "F15", "F16", "F23", "F24"}
"""Nobody in these years asks in a wrong channel, agrees on nothing, or stops work; the sample and the stories do."""
