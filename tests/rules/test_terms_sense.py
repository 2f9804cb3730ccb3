"""Contradictions between terms (1.4, W1, W7, W8): each case of the table is named in one sentence beside its field."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.facts.calendar_body import calendar_of
from app.facts.people import Contract
from app.facts.terms import Terms
from app.rules.terms import PRESETS, USUAL_WEEK, preset_terms
from app.rules.terms_sense import contradictions, refuse_nonsense

TELEGRAM = {"channel": "telegram", "address": "@x", "preferred": True}
PHONE = {"channel": "phone", "purposes": ["calls", "urgent"]}
FEE = {"amount": "1200.00", "currency": "EUR"}
ONCE = {"sort": "once_percent", "side": "me", "percent": "10", "base": FEE}
SALES = {"percent": "5", "minimum_fee": FEE, "figures": "sales of the shop", "figures_by": "day 5 of the month"}


def body(preset: str = "normal") -> dict[str, Any]:
    terms = preset_terms(preset, owner_zone="Europe/Madrid", owner_weekly=USUAL_WEEK, client_zone="Europe/Moscow")
    return dict(msgspec.to_builtins(terms)) | {"channels": [TELEGRAM, PHONE]}


def terms(**changes: Any) -> Terms:
    """The normal terms with parts replaced: `edits__cutoff="23:00"`."""
    whole = body()
    for path, value in changes.items():
        key, _, part = path.partition("__")
        if part:
            whole[key] = {**whole[key], part: value}
        else:
            whole[key] = value
    return msgspec.convert(whole, Terms)


def duty(begin: str, end: str) -> dict[str, Any]:
    zone = "Europe/Madrid"
    return {"from": {"local": begin, "zone": zone}, "to": {"local": end, "zone": zone}}


WEEK = {"sort": "weekly", "every": "week"}
NONSENSE = [
    ("channels", "Exactly one channel is the preferred", {"channels": [PHONE]}),
    ("channels", "Exactly one channel is the preferred", {"channels": [TELEGRAM, {**TELEGRAM, "channel": "vk"}]}),
    ("channels", "must be agreed for correspondence", {"channels": [{**PHONE, "preferred": True}]}),
    ("channels.1", "agreed for something", {"channels": [TELEGRAM, {"channel": "vk", "purposes": []}]}),
    ("my_hours", "needs a working day", {"my_hours__weekly": {}}),
    ("client_hours", "needs a working day", {"client_hours__weekly": {}}),
    ("my_hours", "", {"my_hours__weekly": {"mon": [["18:00", "09:00"]]}}),
    ("client_hours", "", {"client_hours__weekly": {"mon": [["09:00", "14:00"], ["13:00", "18:00"]]}}),
    ("client_hours", "", {"client_hours__zone": "Europe/Atlantis"}),
    ("zone", "", {"zone": "Europe/Atlantis"}),
    ("on_duty.0", "ends before it begins", {"on_duty": [duty("2026-12-05T18:00", "2026-12-05T10:00")]}),
    ("write_first.silence_max", "fewer than the ideal", {"write_first__silence_max": 1}),
    ("my_answer", "at least one working minute", {"my_answer": {"working_minutes": 0}}),
    ("reports.0", "needs its weekday", {"reports": [WEEK]}),
    ("reports.0", "a monthly one its day", {"reports": [{"sort": "monthly", "every": "month"}]}),
    ("penalties.0", "needs its base", {"penalties": [{"sort": "once_percent", "side": "me", "percent": "10"}]}),
    ("penalties.0", "needs a percent above 0", {"penalties": [{"sort": "once_percent", "side": "me", "base": FEE}]}),
    ("penalties.0", "a sum above 0", {"penalties": [{**ONCE, "base": {"amount": "0", "currency": "EUR"}}]}),
    ("penalties.1", "working or calendar days", {"penalties": [ONCE, {**ONCE, "sort": "per_day_percent"}]}),
    ("penalties.0", "needs its sum", {"penalties": [{"sort": "per_skipped_call", "side": "client"}]}),
    ("penalties.0", "above 0", {"penalties": [{**ONCE, "cap": {"amount": "-1", "currency": "EUR"}}]}),
    ("penalties.0", "different money", {"penalties": [{**ONCE, "cap": {"amount": "100", "currency": "USD"}}]}),
    ("kpi_deviation_percent", "not less than nothing", {"kpi_deviation_percent": "-5"}),
    ("percent_of_sales", "at most 100", {"percent_of_sales": {**SALES, "percent": "120"}}),
    ("percent_of_sales", "minimum fee", {"percent_of_sales": {"percent": "5", "figures": "sales"}}),
]
STRANGE = [
    ("channels", "No channel is agreed", {"channels": "none"}),
    ("channels.1", "stands twice", {"channels": [TELEGRAM, {**TELEGRAM, "preferred": False}]}),
    ("binding", "none of the channels", {"channels": [{**TELEGRAM, "binding": "no"}]}),
    ("client_hours", "never overlap", {"client_hours__weekly": {"sun": [["09:00", "18:00"]]}}),
    ("zone", "where neither side works", {"zone": "America/Lima"}),
    (
        "on_duty.1",
        "lies over another",
        {"on_duty": [duty("2026-12-05T10:00", "2026-12-05T18:00"), duty("2026-12-05T12:00", "2026-12-05T14:00")]},
    ),
    ("write_first.per_week", "several a day", {"write_first__per_week": 9}),
    ("my_answer", "most days of silence", {"my_answer": {"working_minutes": 2400}}),
    ("client_answer", "from call to call", {"client_answer__days": 11}),
    ("edits", "smaller edit takes longer", {"edits__small": 3}),
    ("edits.cutoff", "lies before your hours", {"edits__cutoff": "08:00"}),
    ("edits.cutoff", "lies after your hours", {"edits__cutoff": "19:00"}),
    ("provisional", "later than a large edit", {"provisional__days": 6}),
    ("edits_included", "each one is paid extra", {"edits_included": {"number": 0, "per": "month"}}),
    ("acceptance", "very day of the delivery", {"acceptance__days": 0}),
    ("calls.tolerance_days", "no call would ever be late", {"calls__tolerance_days": 14}),
    ("planning", "do not work", {"planning": ["tue", "sun"]}),
    ("reports.0", "do not work", {"reports": [{**WEEK, "weekday": "sat"}]}),
    ("reports.1", "agreed twice", {"reports": [{**WEEK, "weekday": "fri"}] * 2}),
    ("penalties.0", "more than the whole sum", {"penalties": [{**ONCE, "percent": "101"}]}),
    (
        "penalties.0",
        "nothing can be counted",
        {"penalties": [{"sort": "once_percent", "side": "me", "percent": "10", "base_is": "the fee"}]},
    ),
    (
        "penalties.0",
        "no regular calls",
        {"calls": "off", "penalties": [{"sort": "per_skipped_call", "side": "client", "sum": FEE}]},
    ),
    ("kpi_deviation_percent", "every reading must be told", {"kpi_deviation_percent": "0"}),
    ("percent_of_sales", "nobody can check", {"percent_of_sales": {"percent": "5", "minimum_fee": FEE}}),
    (
        "percent_of_sales",
        "not which ones",
        {"percent_of_sales": {"percent": "5", "minimum_fee": FEE, "figures_by": "day 5"}},
    ),
    ("information.deemed_accepted", "end of the contract", {"information__deemed_accepted": "yes"}),
]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_presets_contradict_nothing(preset: str) -> None:
    assert contradictions(msgspec.convert(body(preset), Terms)) == ()


@pytest.mark.parametrize(("term", "words", "changes"), NONSENSE)
def test_what_makes_no_sense_is_refused_beside_its_field(term: str, words: str, changes: dict[str, Any]) -> None:
    """D3: a sentence that says what to do instead."""
    first = contradictions(terms(**changes))[0]
    assert (first.term, first.refused) == (term, True)
    sentence = first.text.format(**first.values)
    assert words in sentence and sentence.endswith(".")
    with pytest.raises(Refused) as said:
        refuse_nonsense(terms(**changes))
    assert str(said.value) == sentence


@pytest.mark.parametrize(("term", "words", "changes"), STRANGE)
def test_what_is_only_strange_is_said_and_does_not_block(term: str, words: str, changes: dict[str, Any]) -> None:
    """D3: somebody may have signed it, so it is recorded with a remark."""
    found = contradictions(terms(**changes))
    assert [(each.term, each.refused) for each in found] == [(term, False)]
    assert words in found[0].text.format(**found[0].values)
    refuse_nonsense(terms(**changes))


def test_an_answer_of_ten_working_days_is_exactly_as_long_as_two_weeks() -> None:
    assert contradictions(terms(client_answer__days=10)) == ()


def test_an_agreement_after_the_end_of_the_contract_is_named() -> None:
    ended = Contract(number="7", first_day=date(2026, 1, 1), last_day=date(2026, 6, 30))
    [found] = contradictions(terms(), effective_from=date(2026, 7, 1), contract=ended)
    assert (found.term, found.values) == ("effective_from", {"last": date(2026, 6, 30)})
    assert contradictions(terms(), effective_from=date(2026, 6, 30), contract=ended) == ()


def test_a_clause_about_the_end_of_the_contract_is_content_with_a_known_one() -> None:
    known = Contract(last_day=date(2026, 6, 30))
    assert contradictions(terms(information__deemed_accepted="yes"), contract=known) == ()


def test_what_is_refused_stands_before_what_is_strange() -> None:
    found = contradictions(terms(channels="none", kpi_deviation_percent="-1"))
    assert [each.refused for each in found] == [True, False]


def test_a_line_of_a_term_is_a_part_of_it() -> None:
    [found] = contradictions(terms(edits__cutoff="08:00"))
    assert found.concerns("edits") and found.concerns("edits.cutoff") and not found.concerns("edits_included")


CLOCK = st.sampled_from(["00:00", "08:00", "09:00", "13:00", "18:00", "23:59", "24:00"])
WEEKDAY = st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
WEEKLY = st.dictionaries(WEEKDAY, st.lists(st.tuples(CLOCK, CLOCK), min_size=1, max_size=3), max_size=7)
ZONE = st.sampled_from(["Europe/Madrid", "Europe/Moscow", "America/Mexico_City", "Pacific/Apia", "Europe/Atlantis"])
DECIMAL = st.sampled_from(["0", "-1", "0.5", "10", "100", "1000000.00"])
MONEY = st.fixed_dictionaries({"amount": DECIMAL, "currency": st.sampled_from(["EUR", "RUB"])})
YES = st.sampled_from(["yes", "no"])
DAYS = st.integers(0, 400)
PENALTY = st.fixed_dictionaries(
    {
        "sort": st.sampled_from(["once_percent", "per_day_percent", "per_skipped_call"]),
        "side": st.sampled_from(["me", "client"]),
    },
    optional={
        "percent": DECIMAL, "base": MONEY, "base_is": st.just("the fee"), "sum": MONEY, "cap": MONEY,
        "days_are": st.sampled_from(["working", "calendar"]), "client_days_deducted": YES,
    },
)  # fmt: skip
REPORT = st.fixed_dictionaries(
    {"sort": st.sampled_from(["daily", "plan"]), "every": st.sampled_from(["working_day", "week", "month"])},
    optional={"weekday": WEEKDAY, "day": st.integers(1, 31)},
)
ANY_TERMS = st.fixed_dictionaries(
    {},
    optional={
        "channels": st.lists(
            st.fixed_dictionaries(
                {"channel": st.sampled_from(["telegram", "phone"]), "binding": YES},
                optional={"preferred": st.just(True), "purposes": st.just(["calls"])},
            ),
            min_size=1, max_size=3,
        ),
        "zone": ZONE,
        "my_hours": st.fixed_dictionaries({"zone": ZONE, "weekly": WEEKLY}),
        "client_hours": st.fixed_dictionaries({"zone": ZONE, "weekly": WEEKLY}),
        "my_answer": st.one_of(
            st.just("end_of_next_working_day"), st.fixed_dictionaries({"working_minutes": st.integers(1, 20_000)})
        ),
        "client_answer": st.fixed_dictionaries({"days": DAYS}),
        "edits": st.fixed_dictionaries(
            {"small": DAYS, "normal": DAYS, "large": DAYS, "cutoff": st.one_of(st.just("none"), CLOCK)}
        ),
        "write_first": st.fixed_dictionaries({"per_week": DAYS, "silence_ideal": DAYS, "silence_max": DAYS}),
        "calls": st.one_of(
            st.just("off"),
            st.fixed_dictionaries({"every_days": st.integers(1, 60), "minutes": DAYS, "tolerance_days": DAYS}),
        ),
        "reports": st.lists(REPORT, min_size=1, max_size=3),
        "planning": st.lists(WEEKDAY, min_size=1, max_size=3),
        "penalties": st.lists(PENALTY, min_size=1, max_size=3),
        "kpi_deviation_percent": DECIMAL,
        "percent_of_sales": st.fixed_dictionaries({"percent": DECIMAL, "minimum_fee": MONEY}),
        "on_duty": st.lists(
            st.builds(duty, *[st.sampled_from(["2026-03-29T02:30", "2026-12-05T10:00", "2026-12-05T14:00"])] * 2),
            min_size=1, max_size=3,
        ),
    },
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(ANY_TERMS)
def test_whatever_the_format_can_hold_is_judged_and_what_is_not_refused_makes_two_calendars(
    changes: dict[str, Any],
) -> None:
    """W1, D3: a sentence for each, never an accident; what is let through can be counted with."""
    some = terms(**changes)
    found = contradictions(some)
    for each in found:
        assert each.text.format(**each.values).endswith(".")
        assert each.term.split(".")[0] in (*Terms.__struct_fields__, "effective_from")
    if not any(each.refused for each in found):
        for hours in (some.my_hours, some.client_hours):
            calendar_of(zone=hours.zone, hours=hours.weekly, holidays=hours.holidays)
        assert some.channels == "none" or some.preferred is not None
