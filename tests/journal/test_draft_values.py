"""The drafts of reasons find their values in the reason, in its item and in the client's terms (3.3, F1 to F28)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.facts.flags import Flag, Reason, Severity
from app.facts.item import Delivery
from app.facts.plan import Goal, Objection, Reading, Risk, Stage, StageDate
from app.facts.work import Outcome, Request, Topic
from app.journal.draft_values import DONE_HERE, draft_key, draft_values
from app.journal.drafts import letter
from app.papers.draft_titles import TITLES
from app.papers.drafts import Draft, render
from app.papers.letter_values import letter_values
from app.papers.reasons import REASONS
from app.rules.view import ClientView
from tests.rules.making import CLIENT, JAVIER, Story
from tests.rules.making_work import at

NOW = at("2026-11-20 11:42")
DAY = date(2026, 11, 27)
COMMON: dict[str, Any] = {"number": 500, "client": CLIENT, "begun": at("2026-11-02 10:00"),
                          "recorded": at("2026-11-02 10:00"), "open": True, "title": "Room galleries"}  # fmt: skip
SAMPLE: dict[str, Any] = {
    "due": DAY, "since": date(2026, 11, 10), "at": NOW, "on": DAY, "last": date(2026, 12, 4), "first": DAY, "end": DAY,
    "until": DAY, "title": "Room galleries", "items": ("12 photos",), "person": "Javier", "quote": "When?",
    "channel": "telegram", "week": 47, "metric": "Leads", "value": "40", "off": "12 %", "topics": ("Prices",), "n": 3,
    "done": 1, "quota": 2, "version": 2, "day": DAY, "month": date(2026, 10, 1), "contact": "Lucía",
    "missing": ("topic",),
}  # fmt: skip


def a_flag(code: str, severity: Severity = Severity.TODAY, **more: Any) -> Flag:
    values = more.pop("values", SAMPLE)
    rule = code.split("_", 1)[0].upper()
    return Flag(rule=rule, client=CLIENT, key=f"{rule}:{CLIENT}:1", severity=severity, reason=Reason(code, values),
                since=NOW, due=NOW, draft=more.pop("draft", rule.lower()), **more)  # fmt: skip


def with_items(**groups: Any) -> ClientView:
    return ClientView(replace(Story().snapshot(), **groups), NOW)


def drafted(view: ClientView, flag: Flag, language: str = "en") -> Draft:
    values, count = draft_values(view, flag)
    made = letter(view.snapshot, (), view.now)
    key = draft_key(flag)
    filled = letter_values(replace(made, values=values, count=count), key, language)
    return render(key, "plain", language, filled, this_year=2026)


@pytest.mark.parametrize("language", ["en", "ru", "es"])
@pytest.mark.parametrize("code", sorted(REASONS))
def test_the_draft_of_every_reason_is_filled_and_never_fails(code: str, language: str) -> None:
    flag = a_flag(code)
    key = draft_key(flag)
    if flag.rule in DONE_HERE:
        assert key == ""
        return
    assert key in TITLES or key.split("_")[0] in TITLES or flag.rule == "F10"
    full, bare = drafted(with_items(), flag, language), drafted(with_items(), a_flag(code, values={}), language)
    assert len(full.gaps) <= len(bare.gaps)
    assert "{" not in full.text + bare.text


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("f17_request", "f17_request"),
        ("f25_feedback", "f25_feedback"),
        ("f19_monthly", "f19_monthly"),
        ("f3_returned", "f3_returned"),
        ("f2_no_text", "f2"),
        ("f26_no_pause", "f26"),
    ],
)
def test_a_variant_with_a_draft_of_its_own_takes_it(code: str, key: str) -> None:
    assert draft_key(a_flag(code)) == key


def test_a_step_of_the_ladder_keeps_its_draft() -> None:
    assert draft_key(a_flag("f14", draft="f14_2")) == "f14_2"


def test_a_stop_notice_names_what_is_missing_and_what_waits_f15() -> None:
    stage = Stage(**COMMON | {"number": 501})
    asked = Request(**COMMON | {"title": "12 photos"}, kind="material", items=(), needed_for=(501,))
    draft = drafted(with_items(requests=(asked,), stages=(stage,)), a_flag("f15", item=500))
    assert "– 12 photos" in draft.text
    assert "work on Room galleries stops today" in draft.text
    assert draft.gaps == ()


def test_a_warning_names_the_risk_and_what_it_threatens_f17() -> None:
    stage = Stage(**COMMON | {"number": 501})
    risk = Risk(**COMMON | {"title": "The photographer is ill"}, text="The photographer is ill", threatens=501)
    draft = drafted(with_items(risks=(risk,), stages=(stage,)), a_flag("f17", item=500, values={}))
    assert "there is a risk: The photographer is ill." in draft.text
    assert "It may affect: Room galleries." in draft.text
    assert [gap.name for gap in draft.gaps] == ["proposal"]


def test_the_stage_that_waits_names_the_materials_f17() -> None:
    draft = drafted(with_items(), a_flag("f17_request", values={"title": "Galleries", "items": ("12 photos",)}))
    assert "The stage «Galleries» waits for this from you:\n\n– 12 photos" in draft.text


def test_a_late_stage_asks_for_a_new_date_f18() -> None:
    draft = drafted(with_items(), a_flag("f18_late", Severity.LATE, values={"title": "Galleries", "due": DAY}))
    assert "«Galleries» was due on Friday, 27 November" in draft.text
    assert "due" in {gap.name for gap in draft.gaps}


def test_a_figure_is_told_with_its_target_and_unit_f20() -> None:
    goal = Goal(**COMMON, metric="Leads", base="10", target="60", unit="a month", since=DAY, by=DAY,
                readings=(Reading(entry=9, at=NOW, on=DAY, value="40"),))  # fmt: skip
    flag = a_flag("f20", item=500, values={"metric": "Leads", "value": "40", "off": "12 %"})
    assert "Leads is at 40, 12 % off the line to 60 a month." in drafted(with_items(goals=(goal,)), flag).text


def test_an_objection_comes_back_with_its_steps_f26() -> None:
    item = Objection(**COMMON | {"title": "Too expensive"}, what="It costs too much", paraphrase="the price of a lead",
                     proposals=("a smaller test", "two weeks"))  # fmt: skip
    draft = drafted(with_items(objections=(item,)), a_flag("f26", item=500, values={"title": "Too expensive"}))
    assert "As I understand you: the price of a lead. I propose: a smaller test; two weeks." in draft.text
    assert draft.gaps == ()


def test_work_begins_with_the_first_stage_f27() -> None:
    stage = Stage(**COMMON)
    draft = drafted(with_items(stages=(stage,)), a_flag("f27", values={"since": DAY}))
    assert "I begin with «Room galleries» on Friday, 20 November." in draft.text


def test_an_absence_names_the_day_of_coming_back_f28() -> None:
    values = {"first": date(2026, 12, 7), "last": date(2026, 12, 11)}
    text = drafted(with_items(), a_flag("f28", values=values)).text
    assert "I am away from Monday, 7 December to Friday, 11 December, and back on Monday, 14 December." in text


def test_the_contract_that_ends_names_its_last_day_f16() -> None:
    text = drafted(with_items(), a_flag("f16", values={"due": DAY, "items": ("Label",)})).text
    assert "The contract ends on Friday, 27 November" in text
    assert "– Label" in text


@pytest.mark.parametrize("code", ["f6_resumed", "f6_accepted_late"])
def test_new_days_of_the_stages_are_told_in_the_clients_language(code: str) -> None:
    stage = Stage(**COMMON, dates=(StageDate(entry=7, at=NOW, on=DAY),))
    view, values = with_items(stages=(stage,)), {"title": "Фото", "at": NOW}
    assert "– Room galleries (пятница, 27 ноября)" in drafted(view, a_flag(code, values=values, draft=code), "ru").text
    without = drafted(with_items(), a_flag(code, values=values, draft=code), "ru")
    assert "сроки:" not in without.text


def test_where_we_are_says_what_is_done_and_what_comes() -> None:
    stage = Stage(**COMMON, dates=(StageDate(entry=7, at=NOW, on=DAY),))
    made = letter(with_items(stages=(stage,)).snapshot, (), NOW)
    draft = render("where_we_are", "plain", "en", letter_values(made, "where_we_are", "en"), this_year=2026)
    assert "In work, with dates: Room galleries (Friday, 27 November)." in draft.text
    assert "The next date is Friday, 27 November." in draft.text


def test_what_comes_next_is_never_a_day_that_has_passed() -> None:
    past = Stage(**COMMON, dates=(StageDate(entry=7, at=NOW, on=date(2026, 11, 19)),))
    assert letter(with_items(stages=(past,)).snapshot, (), NOW).ahead == ()


def test_the_summary_of_a_call_says_what_who_and_by_when_f12() -> None:
    """D14, F12: an outcome is told with who does it and by when, in the language of the draft."""
    story = Story()
    number = story.held("2026-11-20 10:00", "Two texts")
    outcomes = (
        Outcome(what="Two texts", who=0, by=DAY),
        Outcome(what="Photos", who=JAVIER, by=DAY),
        Outcome(what="No banner"),
        Outcome(decided=False),
    )
    call = replace(story.items[number], topics=(Topic(title="Prices", outcomes=outcomes),))
    story.items[number] = call
    made = letter(story.snapshot(), [f"F12:{CLIENT}:{number}"], NOW)
    assert made.draft == "f12"
    text = render("f12", "plain", "ru", letter_values(made, "f12", "ru"), this_year=2026).text
    assert "– Two texts (Marta, пятница, 27 ноября)\n– Photos (Javier, пятница, 27 ноября)\n– No banner\n" in text


def test_an_hour_is_said_on_the_readers_clock() -> None:
    client = replace(Story().snapshot().client, zone="America/Mexico_City")
    draft = drafted(with_items(client=client), a_flag("f13", values={"at": NOW}), "en")
    assert "Does Friday, 20 November, 04:42 suit you, 30 minutes?" in draft.text


def test_the_next_word_comes_after_the_ideal_silence_f21() -> None:
    assert "will write again by Tuesday, 24 November" in drafted(with_items(), a_flag("f21")).text


def test_an_acceptance_says_since_when_they_have_it_f14() -> None:
    stage = Stage(**COMMON, deliveries=(Delivery(entry=8, at=at("2026-11-17 12:00")),))
    flag = a_flag("f14_acceptance", item=500, draft="f14_acceptance", values={"title": "Galleries", "due": DAY})
    assert "you have had it since Tuesday, 17 November" in drafted(with_items(stages=(stage,)), flag).text


def test_a_pause_says_until_when() -> None:
    paused = Objection(**COMMON, what="x", pause_until=at("2026-11-24 09:00"))
    made = letter(with_items(objections=(paused,)).snapshot, (), NOW)
    text = render("pause", "plain", "en", letter_values(made, "pause", "en"), this_year=2026).text
    assert "until Tuesday, 24 November" in text


def test_an_answer_is_expected_by_the_clients_own_term() -> None:
    assert letter(with_items().snapshot, (), NOW).expected_by == date(2026, 11, 23)
