"""A silent client and the ladder: I write first, what they owe climbs channel by channel, all of it on record."""

from __future__ import annotations

from datetime import date, timedelta

from app.rules.flags.cards import is_listed
from tests.stories.story import Story

WEEK = [date(2026, 11, 9) + timedelta(days=n) for n in range(5)]


def test_a_silent_client_and_the_ladder(story: Story) -> None:
    # One question on Wednesday, due by the end of Thursday. No answer comes, on no channel, for a week.
    story.at("2026-11-04 10:00")
    story.say("¿Qué foto usamos en la portada?", expects="Photo for the front page")
    request = story.journal.desk.snapshot(story.client).requests[0]
    assert (request.kind, request.due) == ("answer", date(2026, 11, 5))

    # Friday, and each day of the next week until all channels were tried; then every second working day.
    steps = {}
    for day in (date(2026, 11, 6), *WEEK):
        story.at(f"{day} 09:30")
        for flag in story.flags():
            if flag.rule == "F14" and is_listed(flag):
                assert flag.channel is not None
                steps[day.day] = flag.channel.channel
                story.say("¿Lo has visto?", clearing=["F14"], channel=flag.channel.channel)
    assert steps == {6: "telegram", 9: "email", 10: "phone", 12: "phone"}

    # Their silence is theirs: mine was never long enough to be a reason.
    assert "F21" not in story.rules("2026-11-13 12:00")

    # An attempt to ring is written down and is no contact.
    story.at("2026-11-13 12:00")
    story.journal.talk.attempt(story.client, "phone", "no_answer")
    assert story.journal.requests.get(request.number).reminders[-1].channel == ""

    # The answer ends it, and the days it cost stand on their side.
    message = story.hear("La segunda, perdona", "2026-11-16 10:00")
    story.journal.requests.answer(request.number, complete=True, message=message)
    assert "F14" not in story.rules("2026-11-16 10:05")
    assert story.journal.desk.client_page(story.client).lost.theirs == 6
