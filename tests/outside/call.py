"""A call with two topics, its card on Today, its summary: written, lost in a power cut, found again, marked as sent."""

from __future__ import annotations

from tests.outside.day import CLIENT, TOPICS, UNSENT, Day


def log_a_call(day: Day) -> None:
    """A call with two topics, each with its outcome; the summary is put off and its card seen on Today (F12)."""
    hand = day.hand
    hand.cursor_at(CLIENT)
    hand.key("ctrl+l")
    note = hand.step_to("Call note")
    hand.cursor_at("Topic 1")
    hand.type(f"{TOPICS[0]}\tsend 12 photos\t")
    hand.key("Down")
    hand.type("\tin 3 days")
    hand.key("Return")
    asked = hand.find("push button", "send 12 photos, ", note).name
    hand.press(hand.find("push button", "Add a topic", note))
    hand.cursor_at("Topic 2")
    hand.type(f"{TOPICS[1]}\tstays green\t")
    hand.tick(hand.find("check box", "becomes an edit", note), on=False)
    day.say(f"wrote down a call with two topics, one of them: {asked}")
    hand.key("ctrl+Return")
    hand.gone("Call note")


def see_the_card(day: Day) -> None:
    """The composer that opened is closed: nothing was sent, so Today says so, and W brings the text back."""
    hand = day.hand
    hand.step_to("Message to")
    hand.key("Escape")
    hand.gone("Message to")
    hand.step_to("Ashore")
    reason = hand.says(UNSENT)
    day.say(f"saw on Today: {reason}")


def write_the_summary(day: Day) -> None:
    """W on the card: the summary names both outcomes; a signature is added at its end."""
    hand = day.hand
    hand.cursor_at(CLIENT)
    hand.key("w")
    hand.step_to("Message to")
    field = hand.find("text", "Text of the message")
    text = hand.text(field)
    for outcome in ("send 12 photos", "stays green"):
        if outcome not in text:
            hand.refuse(f"The summary does not hold {outcome!r}: {text}")
    hand.cursor_at("Text of the message")
    hand.key("ctrl+End")
    hand.type(" Elena")
    hand.until(lambda: hand.text(field).endswith(" Elena"), "the signature at the end of the message")
    day.say("wrote the summary of the call")


def be_killed(day: Day) -> None:
    """The program is killed with the message unsent; the next start gives it back, word for word (fault 30)."""
    unsent = day.stage.home / "state" / "ashore" / "unsent"
    day.hand.until(
        lambda: any(file.read_text("utf-8").endswith(" Elena") for file in unsent.glob("*.txt")),
        "the unsent message to be kept",
    )
    day.stage.kill()
    hand = day.again()
    hand.find("", "Write first")
    hand.step_to("Ashore")
    hand.cursor_at(CLIENT)
    hand.key("w")
    hand.step_to("Message to")
    field = hand.find("text", "Text of the message")
    if not hand.text(field).endswith(" Elena"):
        hand.refuse(f"The message is not what was typed: {hand.text(field)}")
    day.say("was killed in the middle, started again, and found the message as it was typed")


def mark_the_summary(day: Day) -> None:
    """Ctrl+Enter marks it as sent, and the reason goes."""
    hand = day.hand
    hand.cursor_at("Text of the message")
    hand.key("ctrl+Return")
    hand.gone("Message to")
    hand.step_to("Ashore")
    hand.until(lambda: not any(UNSENT in text for text in hand.texts()), "the reason to go from Today")
    day.say(f"marked it as sent, and the reason went: {hand.says('Marked as sent by you')}")
