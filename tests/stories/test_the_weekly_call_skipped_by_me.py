"""The weekly call skipped by me: it is asked after, said to be mine, and the rhythm asks for the next one."""

from __future__ import annotations

from datetime import date

from tests.stories.story import Story


def test_the_weekly_call_skipped_by_me(story: Story) -> None:
    story.agree(calls__every_days=7, calls__tolerance_days=1)
    calls = story.journal.calls
    first = calls.plan(
        story.client, local="2026-11-04T12:00", zone="Europe/Madrid", minutes=30, channel="video", topics=["Plan"]
    )
    story.at("2026-11-04 12:30")
    calls.hold(
        story.client, call=first, minutes=25, topics=[{"title": "Plan", "outcomes": [{"nothing_decided": True}]}]
    )

    # The next one is planned for Wednesday at noon, and I sit in another meeting.
    second = calls.plan(
        story.client, local="2026-11-11T12:00", zone="Europe/Madrid", minutes=30, channel="video", topics=["Plan"]
    )
    assert "F13" not in story.rules("2026-11-10 10:00")
    assert story.reasons("2026-11-11 12:31", "F11") == [
        "F11 late: The call planned for Wednesday, 11 November, 12:00 is over. Held, missed or moved?"
    ]

    # Missed, by me, and said so. The rhythm is counted from the last call that was held.
    calls.miss(story.client, "me", call=second, reason="otra reunión")
    assert calls.get(second).missed_by == "me"
    assert story.reasons("2026-11-11 12:40", "F11", "F13") == [
        "F13 today: The last call was on Wednesday, 4 November. The next is due by Wednesday, 11 November"
    ]
    assert story.rules("2026-11-12 18:01")["F13"] == "late"

    # A call planned late does not hide that it is late; one that is held does.
    third = calls.plan(
        story.client, local="2026-11-16T12:00", zone="Europe/Madrid", minutes=30, channel="video", topics=["Plan"]
    )
    assert story.rules("2026-11-13 09:30")["F13"] == "late"
    story.at("2026-11-16 12:30")
    calls.hold(
        story.client, call=third, minutes=30, topics=[{"title": "Plan", "outcomes": [{"nothing_decided": True}]}]
    )
    assert "F13" not in story.rules("2026-11-16 12:40")

    # The sheet says it without a word of blame, and says whose it was.
    facts = story.journal.weeks.facts(story.client, "2026-W46")
    assert [(call.at.date(), call.missed_by) for call in facts.calls] == [(date(2026, 11, 11), "me")]
