"""The call that left no trace: out of the blue, two things agreed, and not a word of it in writing."""

from __future__ import annotations

from tests.stories.story import Story


def test_the_call_that_left_no_trace(story: Story) -> None:
    # Lucía rings up on Thursday. Nothing was planned; the call is written down with what was decided.
    story.at("2026-11-12 12:30")
    decided = [{"what": "New photo of the team", "who": story.lucia}, {"what": "Shorter text on top", "who": 0}]
    call, *_ = story.journal.calls.hold(
        story.client, channel="phone", minutes=20, off_topic_minutes=8, initiated_by="client",
        topics=[{"title": "The page about implants", "outcomes": decided}, {"title": "Prices"}],
    )  # fmt: skip
    assert not story.journal.calls.get(call).topics[0].agreed

    # A topic without an outcome keeps the call open; "nothing decided" is an outcome.
    assert story.reasons("2026-11-12 12:55", "F11") == [
        "F11 late: The call on Thursday, 12 November: topic «Prices» has no outcome yet"
    ]
    topics = [
        {"title": "The page about implants", "outcomes": decided},
        {"title": "Prices", "outcomes": [{"nothing_decided": True}]},
    ]
    story.journal.talk.correct(story.client, call, {"topics": topics}, "the outcome was missing")
    assert "F11" not in story.rules()

    # It proves nothing until its summary is in writing, within my answer time.
    assert story.reasons("2026-11-12 13:00", "F11", "F12") == [
        "F12 today: The call on Thursday, 12 November: its summary is not sent yet"
    ]
    assert story.rules("2026-11-12 15:00")["F12"] == "late"
    story.say("Quedamos en esto por teléfono: …", "2026-11-12 15:05", clearing=["F12"])
    assert story.rules()["F12"] == "soon"

    # Then it waits for her word until the end of her term, and after that it is proved, not confirmed.
    assert "F12" in story.rules("2026-11-13 10:00")
    assert "F12" not in story.rules("2026-11-13 18:05")
    assert story.journal.calls.get(call).confirmed is None
    story.hear("Correcto, así lo hablamos", "2026-11-16 10:00")
    story.journal.calls.step(call, "call.confirmed")
    assert story.journal.calls.get(call).confirmed is not None
