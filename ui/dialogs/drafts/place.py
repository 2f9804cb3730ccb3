"""Which text is edited: a draft in one style and one language; and the texts that were changed but not kept."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.papers.draft_files import drop_own, is_own, keep_own, subject_template, template


class Place(NamedTuple):
    """One draft."""

    key: str
    style: str
    language: str


class Shelf:
    """The drafts of one journal, with what is not saved yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unsaved: dict[Place, str] = {}

    def text(self, at: Place) -> str:
        """What was typed, else the version that messages begin with."""
        return self.unsaved[at] if at in self.unsaved else self.saved(at)

    def saved(self, at: Place) -> str:
        """The version that messages begin with; English where the language has none."""
        return template(at.key, at.style, at.language, self.folder).text

    def shipped(self, at: Place) -> str:
        """The version that came with the program."""
        return template(at.key, at.style, at.language).text

    def subject(self, at: Place) -> str:
        """The subject of a mail with this draft."""
        return subject_template(at.key, at.language) or subject_template(at.key, "en")

    def is_mine(self, at: Place) -> bool:
        """The owner has a version of this very draft."""
        return is_own(self.folder, at.language, at.key, at.style)

    def type(self, at: Place, text: str) -> None:
        """Remember what is typed; what equals the saved version is no change."""
        self.unsaved.pop(at, None)
        if text != self.saved(at):
            self.unsaved[at] = text

    def keep(self, at: Place) -> None:
        """Save what was typed as the owner's version."""
        keep_own(self.folder, at.language, at.key, at.style, self.text(at).strip("\n") + "\n")
        self.unsaved.pop(at, None)

    def drop(self, at: Place) -> None:
        """Go back to the shipped version."""
        drop_own(self.folder, at.language, at.key, at.style)
        self.unsaved.pop(at, None)
