"""The first run, by keyboard: who I am, the first client, a channel, the terms, and the annex on the disk (6.10)."""

from __future__ import annotations

from tests.outside.day import CLIENT, CONTACT, OWNER, Day


def agree_on_the_shore(day: Day) -> None:
    """The four steps of the first run (6.10), by keyboard."""
    hand = day.hand
    hand.find("label", "Who are you?")
    hand.step_to("Ashore")
    hand.cursor_at("Your name, as on papers")
    hand.type(OWNER)
    day.say("asked who I am, with the cursor in the name")
    hand.key("ctrl+Return")
    hand.find("label", "Who is your first client?")
    hand.write(hand.find("text", "Client, as in the contract"), CLIENT)
    hand.write(hand.find("text", "Name"), CONTACT)
    day.say(f"named the first client {CLIENT} and the one who speaks for it, {CONTACT}")
    hand.key("ctrl+Return")
    _agree_on_a_channel(day)
    hand.key("ctrl+Return")
    hand.find("label", "How fast, how often?")
    promised = hand.find("label", "An edit asked today is ready by").name
    day.say(f"read what the terms mean: {promised}")


def _agree_on_a_channel(day: Day) -> None:
    hand = day.hand
    hand.find("label", "Where and when do you talk?")
    hand.press(hand.find("push button", "Add a channel"))
    hand.step_to("Add a channel")
    hand.type("t")
    hand.write(hand.find("text", "Address or number"), "@tomfinch")
    hand.tick(hand.find("check box", "calls"))
    hand.tick(hand.find("check box", "Preferred"))
    day.say("agreed on Telegram for letters and calls")
    hand.key("ctrl+Return")
    hand.gone("Add a channel")
    hand.step_to("Ashore")
    hand.says("Telegram")
    hand.says("@tomfinch")


def keep_the_annex(day: Day) -> None:
    """The journal begins, and the annex of the contract is saved as a PDF."""
    hand = day.hand
    hand.press(hand.find("push button", "Open my journal"))
    hand.step_to("Save the annex")
    hand.write(hand.find("text", "File name"), str(day.annex))
    day.say("asked where the annex is to lie")
    hand.key("Return")
    hand.gone("Save the annex")
    hand.until(day.annex.exists, "the annex on the disk")
    hand.find("", "Write first")
    hand.step_to("Ashore")
    hand.says(CLIENT)
    day.say("opened the journal on Today")
