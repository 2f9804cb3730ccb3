"""The vague "good site": a word both sides use, two meanings, one number, and what it is worth in a quarrel."""

from __future__ import annotations

from tests.stories.story import Story, moment


def test_the_vague_good_site(story: Story) -> None:
    # At the start "a good site" is noted as a word with two meanings. Until it is settled it stands among my moves.
    word = story.journal.understandings.note(
        story.client, "good site", mine="opens in two seconds, three clicks to a visit", theirs="people will like it"
    )
    assert "good site" in [each.title for each in story.journal.desk.client_page(story.client).mine]

    # They agree on a number. Both meanings stay on record.
    message = story.hear("De acuerdo: diez solicitudes por semana", "2026-11-03 12:00")
    story.say("Anotado.", "2026-11-03 12:10", clearing=["F2"])
    story.journal.understandings.settle(word, "agreed", number="10", unit="requests a week", message=message)
    settled = story.journal.reading.item(word)
    assert (settled.state, settled.value, settled.theirs) == ("agreed", "10", "people will like it")
    assert "good site" not in [each.title for each in story.journal.desk.client_page(story.client).mine]

    # Three weeks later: "we don't like it, make another". An objection in six steps, and a pause of two days.
    story.hear("No nos gusta. Haced otro", "2026-11-24 10:00")
    story.say("Entiendo. ¿Qué exactamente, y un ejemplo que os guste?", "2026-11-24 10:30", clearing=["F2"])
    story.at("2026-11-24 10:40")
    quarrel = story.journal.objections.raise_(
        story.client, "We do not like the site", pause_until=moment("2026-11-26 10:00")
    )
    story.at("2026-11-25 12:00")
    assert set(story.rules()) <= {"F2", "F4", "F17"}

    # The pause is over. The number speaks: fourteen requests a week against the ten that were agreed.
    assert "F26" in story.rules("2026-11-26 10:01")
    story.journal.objections.resolve(
        quarrel,
        paraphrase="The look is not what you expected",
        common_ground="Both of us want visits",
        proof=f"Entry {word}: ten a week were agreed; there are fourteen",
        outcome="The site stays; three photos are changed",
        channel="telegram",
    )
    assert "F26" not in story.rules("2026-11-26 10:30")
