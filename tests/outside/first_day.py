"""A freelancer's first day, done from outside the program: a first client, a call, its summary, an edit, the week.

    /usr/bin/python3 tests/outside/first_day.py [--python .venv/bin/python] [--home FOLDER] [--pictures FOLDER]

Prints each step and what it saw. Ends with 1 at the first thing that is not as expected, and shows what was there.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.outside.screen import keep_picture, settled
from tests.outside.stage import Stage

if TYPE_CHECKING:
    from tests.outside.hand import Hand

OWNER = "Elena Marin"
CLIENT = "Harbour & Finch"
CONTACT = "Tom Finch"
TOPICS = ("Photos of the team", "Colour of the header")
EDIT = "Make the header bigger on the first page"
UNSENT = "its summary is not sent yet"


class Day:
    """The steps in their order; each leaves the program where the next begins."""

    def __init__(self, stage: Stage, hand: Hand, pictures: Path | None) -> None:
        self._stage, self._pictures = stage, pictures
        self.hand = hand
        self._kept = 0

    def say(self, what: str) -> None:
        """Print what was done and seen, and keep a picture of it."""
        print(f"- {what}", flush=True)
        if self._pictures:
            self._kept += 1
            name = "".join(letter if letter.isalnum() else "-" for letter in what.lower())[:48].strip("-")
            settled(self._stage.screen)
            keep_picture(self._stage.screen, self._pictures / f"{self._kept:02}-{name}.png")

    def agree_on_the_shore(self) -> None:
        """The four steps of the first run (6.10), by keyboard."""
        hand = self.hand
        hand.find("label", "Who are you?")
        hand.step_to("Ashore")
        hand.cursor_at("Your name, as on papers")
        hand.type(OWNER)
        self.say("asked who I am, with the cursor in the name")
        hand.key("ctrl+Return")
        hand.find("label", "Who is your first client?")
        hand.write(hand.find("text", "Client, as in the contract"), CLIENT)
        hand.write(hand.find("text", "Name"), CONTACT)
        self.say(f"named the first client {CLIENT} and the one who speaks for it, {CONTACT}")
        hand.key("ctrl+Return")
        self._agree_on_a_channel()
        hand.key("ctrl+Return")
        hand.find("label", "How fast, how often?")
        promised = hand.find("label", "An edit asked today is ready by").name
        self.say(f"read what the terms mean: {promised}")

    def _agree_on_a_channel(self) -> None:
        hand = self.hand
        hand.find("label", "Where and when do you talk?")
        hand.press(hand.find("push button", "Add a channel"))
        hand.step_to("Add a channel")
        hand.type("t")
        hand.write(hand.find("text", "Address or number"), "@tomfinch")
        hand.tick(hand.find("check box", "calls"))
        hand.tick(hand.find("check box", "Preferred"))
        self.say("agreed on Telegram for letters and calls")
        hand.key("ctrl+Return")
        hand.gone("Add a channel")
        hand.step_to("Ashore")
        hand.says("Telegram")
        hand.says("@tomfinch")

    def keep_the_annex(self) -> None:
        """The journal begins, and the annex of the contract is saved as a PDF."""
        hand = self.hand
        hand.press(hand.find("push button", "Open my journal"))
        hand.step_to("Save the annex")
        hand.write(hand.find("text", "File name"), str(self.annex))
        self.say("asked where the annex is to lie")
        hand.key("Return")
        hand.gone("Save the annex")
        hand.until(self.annex.exists, "the annex on the disk")
        hand.find("", "Write first")
        hand.step_to("Ashore")
        hand.says(CLIENT)
        self.say("opened the journal on Today")

    def log_a_call(self) -> None:
        """A call with two topics, each with its outcome; the summary is put off and its card seen on Today (F9)."""
        hand = self.hand
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
        self.say(f"wrote down a call with two topics, one of them: {asked}")
        hand.key("ctrl+Return")
        hand.gone("Call note")

    def see_the_card(self) -> None:
        """The composer that opened is closed: nothing was sent, so Today says so, and W brings the text back."""
        hand = self.hand
        hand.step_to("Message to")
        hand.key("Escape")
        hand.gone("Message to")
        hand.step_to("Ashore")
        reason = hand.says(UNSENT)
        self.say(f"saw on Today: {reason}")

    def send_the_summary(self) -> None:
        """W on the card, the summary names both outcomes, Ctrl+Enter marks it as sent, and the reason goes."""
        hand = self.hand
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
        self.say("wrote the summary of the call")
        hand.key("ctrl+Return")
        hand.gone("Message to")
        hand.step_to("Ashore")
        hand.until(lambda: not any(UNSENT in text for text in hand.texts()), "the reason to go from Today")
        self.say(f"marked it as sent, and the reason went: {hand.says('Marked as sent by you')}")

    def log_an_edit(self) -> None:
        """The promised date stands there while the edit is typed; saved, it is told in a message."""
        hand = self.hand
        hand.key("ctrl+e")
        form = hand.step_to("Edit request")
        hand.cursor_at("What exactly")
        hand.type(EDIT)
        draft = hand.find("text", "Draft of the message", form)
        hand.until(lambda: EDIT in hand.text(draft), "the edit in the draft")
        promised = hand.says("Due ", form).rpartition("Due ")[2].rstrip(".")
        self.say(f"logged an edit and saw its promised date: {promised}")
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
        self.say(f"told the date, and saw it on the client's page: {row}")

    def print_the_week(self) -> None:
        """The sheet of this week as a PDF."""
        hand = self.hand
        hand.key("ctrl+5")
        hand.says(TOPICS[0])
        self.say("looked at the sheet of the week")
        hand.key("ctrl+s")
        hand.step_to("Save")
        hand.write(hand.find("text", "File name"), str(self.sheet))
        hand.key("Return")
        hand.gone("Save")
        hand.until(self.sheet.exists, "the sheet on the disk")
        hand.step_to("Ashore")
        self.say(f"saved it as a PDF: {hand.says('Saved')}")

    def close(self) -> None:
        """The window is closed, and the program ends by itself."""
        self.hand.leave()
        self.say("closed the window")

    @property
    def sheet(self) -> Path:
        """Where the sheet of the week is saved."""
        return self._stage.home / "week.pdf"

    @property
    def annex(self) -> Path:
        """Where the annex is saved."""
        return self._stage.home / "annex.pdf"


def main() -> int:
    """Set the stage, live the day; 0 when everything was as expected."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--python", default=str(Path(__file__).parents[2] / ".venv" / "bin" / "python"))
    asked.add_argument("--home", type=Path)
    asked.add_argument("--pictures", type=Path)
    given = asked.parse_args()
    if given.pictures:
        given.pictures.mkdir(parents=True, exist_ok=True)
    with Stage(given.python, given.home) as stage:
        os.environ.clear()
        os.environ.update(stage.environment)
        return _live(stage, given.pictures)


def _live(stage: Stage, pictures: Path | None) -> int:
    from tests.outside.hand import Hand, NotSo

    began = time.monotonic()
    hand = None
    try:
        hand = Hand(stage.open())
        day = Day(stage, hand, pictures)
        day.agree_on_the_shore()
        day.keep_the_annex()
        day.log_a_call()
        day.see_the_card()
        day.send_the_summary()
        day.log_an_edit()
        day.print_the_week()
        day.close()
    except NotSo as broken:
        print(f"Not as expected: {broken}\nThe program said:\n{stage.said}", file=sys.stderr)
        if pictures:
            keep_picture(stage.screen, pictures / "broken.png")
        return 1
    print(f"{hand.keystrokes} keystrokes, {hand.presses} presses, {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
