"""An edit with its promised date, and the week as a PDF with both (6.5, 6.8)."""

from __future__ import annotations

from tests.outside.day import CLIENT, EDIT, TOPICS, Day


def log_an_edit(day: Day) -> None:
    """The promised date stands there while the edit is typed; saved, it is told in a message."""
    hand = day.hand
    hand.key("ctrl+e")
    form = hand.step_to("Edit request")
    hand.cursor_at("What exactly")
    hand.type(EDIT)
    draft = hand.find("text", "Draft of the message", form)
    hand.until(lambda: EDIT in hand.text(draft), "the edit in the draft")
    promised = hand.says("Due ", form).rpartition("Due ")[2].rstrip(".")
    day.say(f"logged an edit and saw its promised date: {promised}")
    hand.key("ctrl+Return")
    hand.gone("Edit request")
    hand.step_to("Message to")
    hand.says(promised, hand.find("text", "Text of the message"))
    hand.key("ctrl+Return")
    hand.gone("Message to")
    hand.step_to("Ashore")
    hand.cursor_at(CLIENT)
    hand.key("Return")
    row = hand.says("Date promised", hand.find("list", "Timeline"))
    day.say(f"told the date, and saw it on the client's page: {row}")


def print_the_week(day: Day) -> None:
    """The sheet of this week as a PDF."""
    hand = day.hand
    hand.key("ctrl+5")
    hand.says(TOPICS[0])
    day.say("looked at the sheet of the week")
    hand.key("ctrl+s")
    hand.step_to("Save")
    hand.write(hand.find("text", "File name"), str(day.sheet))
    hand.key("Return")
    hand.gone("Save")
    hand.until(day.sheet.exists, "the sheet on the disk")
    hand.step_to("Ashore")
    day.say(f"saved it as a PDF: {hand.says('Saved')}")


def close(day: Day) -> None:
    """The window is closed, and the program ends by itday."""
    day.hand.leave()
    day.say("closed the window")
