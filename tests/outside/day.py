"""The day that is lived: the stage, the hand on it, what is said about each step."""

from __future__ import annotations

from pathlib import Path

from tests.outside.hand import Hand
from tests.outside.screen import keep_picture, settled
from tests.outside.stage import Stage

OWNER = "Elena Marin"
CLIENT = "Harbour & Finch"
CONTACT = "Tom Finch"
TOPICS = ("Photos of the team", "Colour of the header")
EDIT = "Make the header bigger on the first page"
UNSENT = "its summary is not sent yet"


class Day:
    """Steps leave the program where the next one begins; `pictures` is a folder for one picture a step."""

    def __init__(self, stage: Stage, pictures: Path | None) -> None:
        self.stage, self._pictures = stage, pictures
        self.hand = Hand(stage.open())
        self._kept = 0

    @property
    def annex(self) -> Path:
        """Where the annex is saved."""
        return self.stage.home / "annex.pdf"

    @property
    def sheet(self) -> Path:
        """Where the sheet of the week is saved."""
        return self.stage.home / "week.pdf"

    def again(self) -> Hand:
        """Start the program once more; the count of keys goes on."""
        fresh = Hand(self.stage.open())
        fresh.keystrokes, fresh.presses = self.hand.keystrokes, self.hand.presses
        self.hand = fresh
        return fresh

    def say(self, what: str) -> None:
        """Print what was done and seen, and keep a picture of it."""
        print(f"- {what}", flush=True)
        if self._pictures:
            self._kept += 1
            name = "".join(letter if letter.isalnum() else "-" for letter in what.lower())[:48].strip("-")
            settled(self.stage.screen)
            keep_picture(self.stage.screen, self._pictures / f"{self._kept:02}-{name}.png")
