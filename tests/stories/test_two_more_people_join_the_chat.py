"""Two more people join the chat: heard, written down, counted, and not obeyed until the contact confirms."""

from __future__ import annotations

from tests.stories.story import Story


def test_two_more_people_join_the_chat(story: Story) -> None:
    marta = story.journal.clients.add_person(story.client, "Marta Vidal", called="Marta", role="recepción")

    # Javier wants the price list gone, Marta wants it larger. Neither of them is the contact.
    gone = story.edit("Quitad la lista de precios", "2026-11-10 10:00", by=story.javier, group=True)
    larger = story.edit("La lista de precios, más grande", "2026-11-10 10:05", by=marta, group=True)
    assert story.reasons("2026-11-10 10:10", "F7") == [
        "F7 today: Javier, not the contact, asked for «Quitad la lista de precios». Ask Lucía to confirm",
        "F7 today: Marta, not the contact, asked for «La lista de precios, más grande». Ask Lucía to confirm",
    ]
    assert "F3" not in story.rules()

    # One question to Lucía, about both. She keeps Marta's wish; Javier's is withdrawn. Only now a clock starts.
    story.say("Lucía, ¿cuál de los dos?", "2026-11-10 10:30", about=[gone, larger])
    story.hear("La de Marta. La de Javier, no", "2026-11-11 12:00")
    story.journal.edits.step(larger, "edit.confirmed", channel="telegram")
    story.journal.edits.step(gone, "edit.withdrawn", channel="telegram")
    reasons = story.reasons("2026-11-11 12:10", "F2", "F3", "F7")
    assert [line.split(" ")[0] for line in reasons] == ["F2", "F3"]
    assert "La lista de precios" in reasons[1]

    # Both voices stay counted.
    voices = {each.person: each.requests for each in story.journal.desk.voices(story.client)}
    assert voices == {story.javier: 1, marta: 1}
