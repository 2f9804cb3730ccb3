"""What the agreement says against a call (D13, D3), and where its summary has to be told (D14, F12)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.terms import AgreedChannel, CallTerms
from app.rules.calls import is_ad_hoc, remarks, remarks_of
from tests.rules.making import LADDER, Story

CALLS = CallTerms(every_days=14, minutes=30, tolerance_days=2, purposes=("kick_off", "regular"))
VIDEO = AgreedChannel(channel="video", purposes=("calls",))


@pytest.mark.parametrize(
    ("channels", "channel", "purpose", "said"),
    [
        (LADDER, "telegram", "regular", []),
        (LADDER, "phone", "regular", ["urgent_only"]),
        (LADDER, "phone", "", ["urgent_only"]),
        (LADDER, "phone", "urgent", ["purpose_not_agreed"]),
        (LADDER, "video", "regular", ["channel_not_agreed"]),
        ((*LADDER, VIDEO), "video", "regular", []),
        ((*LADDER, VIDEO), "telegram", "regular", ["not_for_calls"]),
        ((*LADDER, VIDEO), "video", "final", ["purpose_not_agreed"]),
        ("none", "phone", "regular", []),
    ],
)
def test_a_call_outside_its_agreed_purposes_gets_a_remark(
    channels: object, channel: str, purpose: str, said: list[str]
) -> None:
    """D3, 1.4: it is recorded all the same."""
    terms = Story().terms(channels=channels, calls=CALLS)
    assert [each.value for each in remarks(terms, channel, purpose)] == said


def test_a_call_is_ad_hoc_without_a_plan_or_without_an_agreed_topic() -> None:
    """D13."""
    story = Story()
    out_of_the_blue = story.held("2026-11-20 13:00", "nothing decided")
    planned = story.held("2026-11-20 15:00", "nothing decided")
    view = story.view("2026-11-20 18:00")
    blue, plan = (next(c for c in view.snapshot.calls if c.number == n) for n in (out_of_the_blue, planned))
    assert not is_ad_hoc(plan)
    unplanned = replace(blue, planned_local="", planned_day=None)
    assert is_ad_hoc(unplanned)
    untitled = replace(blue, planned_topics=(), topics=tuple(replace(topic, agreed=False) for topic in blue.topics))
    assert is_ad_hoc(untitled)
    assert [each.value for each in remarks_of(view, unplanned)] == ["ad_hoc", "channel_not_agreed"]


@pytest.mark.parametrize(
    ("channel", "code"), [("telegram", "f12_confirmation"), ("whatsapp", "f12"), ("email", "f12_confirmation")]
)
def test_a_summary_told_in_a_channel_that_was_never_agreed_proves_nothing(channel: str, code: str) -> None:
    """D14, F12: the summary is to be told in an agreed channel."""
    story = Story()
    call = story.held("2026-11-19 13:00", "Prices by Monday")
    story.sent("2026-11-19 14:10", about=(call,), channel=channel)
    flag = story.flag("F12", "2026-11-20 10:00")
    assert flag is not None and flag.reason.code == code


def test_while_nothing_is_agreed_every_channel_will_do() -> None:
    """D14, F8: no agreement is in force."""
    story = Story(preset=None)
    call = story.held("2026-11-19 13:00", "Prices by Monday")
    story.sent("2026-11-19 14:10", about=(call,), channel="whatsapp")
    flag = story.flag("F12", "2026-11-20 10:00")
    assert flag is not None and flag.reason.code == "f12_confirmation"
