"""An urgent project: an answer within the hour, Saturday on duty, edits within a day or two."""

from __future__ import annotations

from datetime import date

from tests.stories.story import Story


def test_an_urgent_project(story: Story) -> None:
    saturday = {"from": {"local": "2026-11-07T10:00", "zone": "Europe/Madrid"},
                "to": {"local": "2026-11-07T14:00", "zone": "Europe/Madrid"}}  # fmt: skip
    story.agree("urgent", on_duty=[saturday])

    # An answer within the hour, on weekdays and on the Saturday of the launch.
    story.hear("¿Podemos adelantar el lanzamiento al sábado?", "2026-11-05 12:00")
    due = next(flag.due for flag in story.flags() if flag.rule == "F2")
    assert due == story.at("2026-11-05 13:00")
    story.say("Sí, el sábado a las diez.", "2026-11-05 12:40", clearing=["F2"])
    story.hear("El formulario no envía nada", "2026-11-07 10:30")
    assert next(flag.due for flag in story.flags() if flag.rule == "F2") == story.at("2026-11-07 11:30")
    story.say("Lo veo ahora", "2026-11-07 10:40", clearing=["F2"])

    # Small edits by the next working day, normal ones after one full day. Duty hours give nobody an earlier date.
    small = story.edit("El color del botón", "2026-11-09 10:00", size="small")
    assert story.promise(small) == date(2026, 11, 10)
    normal = story.edit("Otro texto en el formulario", "2026-11-09 10:05")
    assert story.promise(normal) == date(2026, 11, 11)
    story.journal.edits.deliver(small, channel="telegram", at=story.at("2026-11-10 12:00"))
    story.journal.edits.deliver(normal, channel="telegram", at=story.at("2026-11-10 17:00"))

    # A report is due every working day; two working days of silence are already the most.
    assert story.rules("2026-11-11 10:00")["F19"] == "late"
    assert story.reasons("2026-11-12 10:00", "F21") == [
        "F21 today: 2 working days of silence, last contact on Tuesday, 10 November"
    ]
    assert story.rules("2026-11-13 09:30")["F21"] == "late"
