"""Friday's edits: what is talked over on Friday is launched by Wednesday, and said so before anybody asks."""

from __future__ import annotations

from datetime import date

from tests.stories.story import Story


def test_fridays_edits(story: Story) -> None:
    # Friday afternoon, two changes to the page: "can we have it by Monday?"
    edit = story.edit("La página de implantes: otro horario y otra foto. ¿El lunes?", "2026-11-06 16:00")
    title = "La página de implantes: otro horario y otra foto. ¿El lunes?"
    assert story.reasons("2026-11-06 16:20", "F2", "F3") == [
        f"F2 today: No answer since Friday, 6 November, 16:00: «{title}»",
        f"F3 today: Edit «{title}», asked for on Friday, 6 November, has no date yet",
    ]

    # Two full working days, Monday and Tuesday; so Wednesday. The date is told at once, with its count.
    counted = story.journal.edits.count(story.client, story.clock())
    assert [(line.on.day, line.is_.value) for line in counted.promised.count] == [
        (6, "received"), (7, "off"), (8, "off"), (9, "full"), (10, "full"), (11, "due"),
    ]  # fmt: skip
    story.say("Recibido hoy, viernes; lunes y martes completos; el miércoles 11.", clearing=["F2", "F3"])
    assert story.journal.edits.get(edit).promises[-1].on == date(2026, 11, 11)
    assert not {"F2", "F3", "F4"} & set(story.rules())

    # The weekend asks for nothing. From Tuesday morning it stands in the list, on Wednesday it is due.
    assert "F4" not in story.rules("2026-11-08 12:00")
    assert story.rules("2026-11-10 09:30")["F4"] == "soon"
    assert story.rules("2026-11-11 00:10")["F4"] == "today"

    # Delivered on Wednesday a minute before six: kept.
    story.at("2026-11-11 17:59")
    story.journal.edits.deliver(edit, channel="telegram")
    week = story.journal.weeks.facts(story.client, "2026-W46")
    assert (week.counts.in_time, week.counts.due) == (1, 1)
    assert "F4" not in story.rules("2026-11-11 18:30")
