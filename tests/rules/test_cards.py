"""C6: one card per client, most severe first; C8: every flag explains itself."""

from __future__ import annotations

from app.facts.calendar import OffReason
from app.facts.terms import Hours
from app.rules.explain import DayIs, explain
from app.rules.flags import flags
from app.rules.flags.cards import cards, reports_together
from tests.rules.making import MADRID, Story, at, owner

NOW = "2026-11-25 09:30"


def silent() -> Story:
    story = Story()
    story.report("2026-11-20 12:00", "2026-W47")
    held = story.held("2026-11-20 10:00", "nothing decided")
    story.more["last_held_call"] = story.items.pop(held)
    return story


def test_one_card_for_each_client_in_order_of_their_worst_reason() -> None:
    late, soon = Story(client=31), Story(client=32)
    late.received("2026-11-24 10:00")
    soon.received("2026-11-25 09:10")
    soon.sent("2026-11-24 09:10")
    found = cards(flags([soon.snapshot(), late.snapshot()], at(NOW)))
    assert [each.client for each in found] == [31, 32]
    assert found[0].severity == "late"


def test_a_card_lists_its_reasons_most_severe_first() -> None:
    story = silent()
    story.sent("2026-11-24 09:10")
    story.received("2026-11-25 09:10")
    edit = story.edit("2026-11-20 11:30")
    story.promise(edit, "2026-11-20 11:40", "2026-11-24")
    (card,) = cards(story.flags(NOW))
    assert [each.rule for each in card.reasons][:2] == ["F4", "F2"]


def test_silence_stands_back_until_it_is_late() -> None:
    story = silent()
    story.sent("2026-11-20 10:00")
    (alone,) = cards(story.flags(NOW))
    assert [each.rule for each in alone.reasons] == ["F21"]
    story.received("2026-11-25 09:10")
    (card,) = cards(story.flags(NOW))
    assert ([each.rule for each in card.reasons], [each.rule for each in card.foot]) == (["F2"], ["F21"])
    (card,) = cards(story.flags("2026-11-27 09:30"))
    assert {each.rule for each in card.reasons} == {"F2", "F21", "F19"}


def test_the_golden_rule_stands_in_the_foot() -> None:
    story = silent()
    story.sent("2026-11-24 10:00")
    story.received("2026-11-26 17:50")
    (card,) = cards(story.flags("2026-11-27 09:30"))
    assert "F22" in {each.rule for each in card.foot}
    assert "F22" not in {each.rule for each in card.reasons}


def test_silence_speaks_for_the_golden_rule() -> None:
    story = silent()
    story.report("2026-11-27 09:00", "2026-W48")
    story.sent("2026-11-23 09:00")
    (card,) = cards(story.flags("2026-11-27 09:30"))
    assert ([each.rule for each in card.reasons], [each.rule for each in card.foot]) == (["F21"], ["F22"])


def test_what_is_put_aside_or_only_ahead_is_not_listed() -> None:
    story = silent()
    story.sent("2026-11-24 09:00")
    story.call("2026-11-25 13:00")
    story.request("2026-11-25 09:00")
    assert cards(story.flags(NOW)) == ()
    number = story.received("2026-11-25 09:10")
    story.snooze(f"F2:11:{number}", "2026-11-25 09:20", "2026-11-25 12:00")
    assert cards(story.flags(NOW)) == ()


def test_reports_of_one_day_can_be_made_together() -> None:
    stories = [Story(client=31), Story(client=32)]
    for each in stories:
        each.report("2026-11-13 12:00", "2026-W46")
    groups = reports_together(cards(flags([each.snapshot() for each in stories], at("2026-11-20 09:30"))))
    assert [sorted(flag.client for flag in each) for each in groups.values()] == [[31, 32]]


def test_silence_is_explained_day_by_day() -> None:
    story = Story(me=owner(days_off=[{"from": "2026-11-19", "why": "doctor"}]))
    story.sent("2026-11-18 10:00")
    view = story.view("2026-11-25 10:00")
    flag = story.flag("F21", "2026-11-25 10:00")
    assert flag is not None
    found = explain(view, flag)
    assert [(each.on.day, each.is_, each.number) for each in found.days] == [
        (18, DayIs.SINCE, 0),
        (19, DayIs.OFF, 0),
        (20, DayIs.WORKED, 1),
        (21, DayIs.OFF, 0),
        (22, DayIs.OFF, 0),
        (23, DayIs.WORKED, 2),
        (24, DayIs.WORKED, 3),
        (25, DayIs.DUE, 4),
    ]
    assert (found.days[1].reason, found.days[1].why, found.working_days) == (OffReason.OWN, "doctor", 4)


def test_lateness_is_said_in_my_working_time() -> None:
    story = Story()
    story.received("2026-11-19 17:20")
    flag = story.flag("F2", "2026-11-20 11:42")
    assert flag is not None
    found = explain(story.view("2026-11-20 11:42"), flag)
    assert (found.late_minutes, found.late_days) == (82, 0)


def test_a_debt_of_the_tenth_is_seven_working_days_late_on_the_twentieth() -> None:
    story = Story()
    story.request("2026-11-05 10:00", due="2026-11-10")
    flag = story.flag("F14", "2026-11-20 11:42")
    assert flag is not None
    assert explain(story.view("2026-11-20 11:42"), flag).late_days == 7


def test_reports_of_one_day_are_made_together_whatever_the_hour_c6() -> None:
    short = {day: [["09:00", "14:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
    stories = [Story(client=31), Story(client=32, me=owner(hours=short))]
    stories[1].agreed("normal", since="2026-11-02", my_hours=Hours(zone=MADRID, weekly=_weekly(short)))
    for each in stories:
        each.report("2026-11-13 12:00", "2026-W46")
    found = flags([each.snapshot() for each in stories], at("2026-11-20 09:30"))
    assert len({flag.due for flag in found if flag.rule == "F19"}) == 2
    assert [len(each) for each in reports_together(cards(found)).values()] == [2]


def _weekly(hours: dict[str, list[list[str]]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {day: tuple(tuple(span) for span in spans) for day, spans in hours.items()}
