"""Accesses given a week late in a month's contract: a reminder a day, a right to stop, four days not mine."""

from __future__ import annotations

from datetime import date

from tests.stories.story import Story


def test_accesses_given_a_week_late_in_a_months_contract(story: Story) -> None:
    story.contract("2026-11-02", "2026-11-30")
    story.agree(information__right_to_stop="yes")

    # On Monday I ask for what the launch needs. They have three working days: until Thursday evening.
    launch = story.journal.plan.plan(story.client, "Launch", due=date(2026, 11, 13))
    story.at("2026-11-02 10:00")
    accesses = story.ask("Access to the advertising account", "Access to the site", needed_for=[launch], sort="access")
    assert story.journal.requests.get(accesses).due == date(2026, 11, 5)

    # Until then nobody has to be written to about it; on Thursday it is said once.
    assert "F14" not in story.rules("2026-11-04 10:00")
    assert story.reasons("2026-11-05 10:00")[0] == (
        "F14 today: They owe Access to the advertising account and Access to the site by the end of today"
    )

    # From Friday on one reminder per working day, each through the next agreed channel, the phone last.
    ladder = []
    for day in ("2026-11-06", "2026-11-09", "2026-11-10"):
        story.at(f"{day} 10:00")
        owed = next(flag for flag in story.flags() if flag.rule == "F14")
        assert owed.channel is not None
        ladder.append(owed.channel.channel)
        story.say(
            "¿Nos pasáis los accesos? El lanzamiento depende de ellos.", clearing=["F14"], channel=owed.channel.channel
        )
        assert "F14" not in story.rules(f"{day} 17:00")
    assert ladder == ["telegram", "email", "phone"]

    # The launch waits: they must hear of the danger, and I may stop, but nothing stops by itself.
    assert "F15" in story.rules()
    assert story.journal.desk.snapshot(story.client).stopped is None

    # The accesses come on Thursday, a week late. Four of my working days were lost, and all of them are theirs.
    story.at("2026-11-12 11:00")
    message = story.hear("Ya está, aquí van los accesos")
    story.journal.requests.answer(accesses, complete=True, message=message)
    story.say("Gracias, seguimos", "2026-11-12 11:30")
    lost = story.journal.desk.client_page(story.client).lost
    assert (lost.theirs, lost.mine) == (4, 0)
    assert "F14" not in story.rules("2026-11-12 12:00") and "F15" not in story.rules()
