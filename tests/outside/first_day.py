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
TOPICS = ("Photos of the team", "Header of the first page")


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
        hand.until(lambda: hand.focused().name == "Your name, as on papers", "the cursor in the first field")
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
        promised = hand.says("An edit asked today is ready by")
        self.say(f"read what the terms mean: {promised}")

    def _agree_on_a_channel(self) -> None:
        hand = self.hand
        hand.find("label", "Where and when do you talk?")
        hand.press(hand.find("push button", "Add a channel"))
        hand.step_to("Add a channel")
        hand.type("t")
        hand.write(hand.find("text", "Address or number"), "@tomfinch")
        hand.press(hand.find("check box", "calls"))
        hand.press(hand.find("check box", "Preferred"))
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
    except NotSo as broken:
        print(f"Not as expected: {broken}\nThe program said:\n{stage.said}", file=sys.stderr)
        if pictures:
            keep_picture(stage.screen, pictures / "broken.png")
        return 1
    print(f"{hand.keystrokes} keystrokes, {hand.presses} presses, {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
