"""Campaign started yesterday and no result: an answer that is ready, and a figure told in time."""

from __future__ import annotations

from datetime import date

from app.papers.drafts import render
from tests.stories.story import Story


def test_campaign_started_yesterday_and_no_result(story: Story) -> None:
    goal = story.journal.goals.set(
        story.client, "Requests a week", base="0", target="20", since=date(2026, 11, 9), by=date(2026, 12, 7)
    )
    story.say("La campaña está en marcha.", "2026-11-09 12:00")

    # "It started yesterday, where are the clients?" It waits like any message, and the draft for it is ready.
    story.hear("Empezó ayer, ¿dónde están los clientes?", "2026-11-10 10:00")
    assert story.rules("2026-11-10 10:10")["F2"] == "today"
    values = {"called": "Lucía", "owner": "Elena Marín", "client": "Clínica Albor", "item": "la campaña"}
    draft = render("no_results_yet", "plain", "es", values, this_year=2026)
    assert "Lucía" in draft.text
    story.say(draft.text, "2026-11-10 10:20", clearing=["F2"])

    # One day after the start the line expects less than one request: none is no deviation worth a word.
    story.journal.goals.measure(goal, "1", on=date(2026, 11, 10))
    assert "F20" not in story.rules("2026-11-10 12:00")

    # Two weeks later ten are expected, and there are six: forty percent off. It is told before they ask.
    story.at("2026-11-23 09:30")
    story.journal.goals.measure(goal, "6", on=date(2026, 11, 23))
    assert story.reasons("2026-11-23 09:40", "F20") == ["F20 today: Requests a week is at 6, 40 % off the agreed line"]
    story.say("Vamos por debajo de la línea, y esto proponemos.", clearing=["F20"])
    assert "F20" not in story.rules("2026-11-23 10:00")
