"""Every flag that a rule can raise has a sentence with all its values, a draft, a key of its own, and a count."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from app.facts.flags import Ball, Flag
from app.papers.reasons import REASONS, reason_sentence
from app.resources import resource
from app.rules.explain import explain
from app.rules.flags import RULES
from app.words import words_for
from tests.rules.making import ANA, JAVIER, MADRID, Story, at

NOW = "2026-11-25 12:00"


def many_flags() -> list[tuple[Story, Flag]]:
    stories = [_busy(), _new(), _kept(), _silent(), _stopped(), _planned(), _held_up(), _ending()]
    return [(story, flag) for story in stories for flag in story.flags(NOW)]


def _busy() -> Story:
    story = Story()
    story.sent("2026-11-10 10:00")
    story.received("2026-11-11 10:00")
    story.received("2026-11-11 11:00", by=JAVIER, channel="whatsapp")
    story.edit("2026-11-11 11:30", by=ANA)
    story.edit("2026-11-11 11:31", by=ANA, channel="vk")
    story.edit("2026-11-11 12:00", "No date")
    for on in ("2026-11-13", "2026-11-25", "2026-11-26"):
        story.promise(story.edit("2026-11-11 12:01"), "2026-11-11 12:02", on)
    story.promise(story.edit("2026-11-11 12:03"), "2026-11-11 12:04", "2026-11-12", provisional=True)
    story.delivered(story.edit("2026-11-11 12:05"), "2026-11-12 10:00")
    story.delivered(story.edit("2026-11-11 12:06"), "2026-11-20 10:00", told=True)
    back = story.edit("2026-11-11 12:07")
    story.delivered(back, "2026-11-12 10:00", told=True)
    story.returned(back, "2026-11-24 10:00")
    story.call("2026-11-12 13:00")
    story.call("2026-11-26 13:00", topics=())
    story.call("2026-11-25 16:00")
    story.held("2026-11-12 15:00", "Prices by Monday")
    story.held("2026-11-12 15:00")
    for due in ("2026-11-16", "2026-11-25", "2026-12-01"):
        story.request("2026-11-11 13:00", due=due)
    return story


def _new() -> Story:
    story = Story(added="2026-11-24 10:00", preset=None)
    story.contacts = []
    story.received("2026-11-24 12:00", "")
    return story


def _kept() -> Story:
    story = Story(preset=None)
    story.agreed(since="2026-11-12", confirmed=False)
    story.sent("2026-11-24 10:00", about=(story.held("2026-11-24 09:00", "Prices by Monday"),))
    story.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-25 10:00"))
    return story


def _silent() -> Story:
    story = Story()
    story.sent("2026-11-18 10:00")
    last = story.held("2026-11-10 10:00", "nothing decided")
    story.more["last_held_call"] = story.items.pop(last)
    story.received("2026-11-24 11:00", "", channel="vk")
    return story


def _stopped() -> Story:
    story = Story(preset="urgent")
    story.more["stop_or_resume"] = story._step("work.stopped", "2026-11-25 10:00")
    return story


def _planned() -> Story:
    story = Story()
    story.more["stop_or_resume"] = story._step("work.resumed", "2026-11-24 10:00")
    story.more["planning"] = (story._step("planning.held", "2026-11-25 10:00"),)
    edit = story.edit("2026-11-11 10:00")
    asked = story.request("2026-11-11 10:00", due="2026-11-17", needed_for=(edit,))
    story.step(asked, "ended", "request.answered", "2026-11-25 11:00")
    return story


def _held_up() -> Story:
    """What a plan asks for: stages soon, today, late and waiting, risks, a figure, money, a quarrel."""
    story = Story()
    strict = replace(story.terms().information, right_to_stop="yes", deemed_accepted="yes")
    story.agreed(since="2026-10-01", information=strict)
    story.contract("2026-11-27")
    for due in ("2026-11-20", "2026-11-25", "2026-11-26"):
        story.stage("2026-11-02 10:00", due=due)
    waiting = story.stage("2026-11-02 10:00", due="2026-11-30")
    story.request("2026-11-11 10:00", due="2026-11-17", needed_for=(waiting,))
    resumed = story.stage("2026-11-02 10:00", due="2026-11-30")
    asked = story.request("2026-11-11 10:00", due="2026-11-17", needed_for=(resumed,))
    story.step(asked, "ended", "request.answered", "2026-11-25 11:00")
    story.promise(story.edit("2026-11-18 10:00"), "2026-11-18 10:01", "2026-11-20")
    story.risk("2026-11-24 10:00")
    story.measured(story.goal("40", "60", unit="orders"), "2026-11-23 10:00", "42")
    story.paid("2026-11-24 10:00")
    story.objection("2026-11-23 10:00")
    story.objection("2026-11-23 10:00", pause_until="2026-11-24 10:00")
    story.off("2026-11-20 10:00", ("2026-11-30", "2026-12-04"))
    return story


def _ending() -> Story:
    """A stage that was accepted after the term."""
    story = Story()
    story.stage(
        "2026-11-02 10:00",
        ("stage.delivered", "2026-11-16 10:00"),
        ("stage.accepted", "2026-11-25 10:00"),
        channel="email",
    )
    return story


def test_the_stories_raise_every_rule_that_there_is() -> None:
    assert {flag.rule for _, flag in many_flags()} >= set(RULES) - {"F22"}


def test_every_reason_has_a_sentence_and_all_values_of_it() -> None:
    words = words_for("en")
    for _, flag in many_flags():
        if flag.reason.code == "f14_ahead":
            continue
        assert flag.reason.code in REASONS
        said = reason_sentence(words, flag.reason.code, flag.reason.values, ZoneInfo(MADRID), at(NOW))
        assert said and not re.search(r"[{}]", said)


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_every_flag_has_its_draft(language: str) -> None:
    for _, flag in many_flags():
        if flag.says and flag.cleared_by_message:
            assert resource("drafts", language, f"{flag.draft}.plain.txt").is_file(), flag.draft


def test_every_key_names_its_rule_and_client_and_is_used_once() -> None:
    by_story: dict[int, list[str]] = {}
    for story, flag in many_flags():
        assert re.fullmatch(r"F\d+:11:[0-9A-Za-z/-]+", flag.key), flag.key
        by_story.setdefault(id(story), []).append(flag.key)
    for keys in by_story.values():
        assert len(set(keys)) == len(keys)


def test_every_flag_explains_itself() -> None:
    for story, flag in many_flags():
        found = explain(story.view(NOW), flag)
        assert found.days
        assert (found.late_minutes == 0) or flag.due < at(NOW)


def test_a_flag_that_a_message_clears_is_gone_after_it() -> None:
    """Writing to the contact about everything leaves only what wants a date, a result, a confirmation or a call."""
    story = _busy()
    edits = [each for each in story.flags(NOW) if each.rule in ("F2", "F6", "F8", "F12")]
    assert {each.rule for each in edits} == {"F2", "F6", "F8", "F12"}
    story.sent(NOW, about=tuple(number for flag in edits for number in flag.about))
    left = [each.reason.code for each in story.flags("2026-11-25 12:01") if each.rule in ("F2", "F6", "F8", "F12")]
    assert left == ["f12_confirmation"]


THEIRS = {"f12_confirmation", "f14", "f14_acceptance", "f14_ahead", "f14_today", "f15", "f16"}
"""What the client owes: a confirmation, a request, an acceptance (D10)."""


def test_d10_every_flag_says_who_owes_the_next_move() -> None:
    for _, flag in many_flags():
        assert flag.ball == (Ball.CLIENT if flag.reason.code in THEIRS else Ball.ME), flag.reason.code


def test_c6_what_a_message_clears_names_what_it_is_about_or_needs_no_name() -> None:
    """B8: a message clears a reason by naming its entry, unless any contact or an entry of its own does."""
    any_contact = {"F1", "F13", "F19", "F21", "F22", "F25"}
    for _, flag in many_flags():
        if flag.says and flag.cleared_by_message and flag.rule not in any_contact:
            assert flag.about, flag.reason.code
