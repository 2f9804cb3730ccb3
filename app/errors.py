"""The two ways in which the world says no. Anything else that is raised is a bug."""

from __future__ import annotations


class Said(Exception):
    """A sentence for a person: an English template (the msgid) and the values of its placeholders."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values = values
        super().__init__(text.format(**values) if values else text)


class Refused(Said):
    """A rule said no. The sentence says what to do instead; the command line exits with 1."""


class Unavailable(Said):
    """The disk, the lock or the file said no. Nothing was written; the command line exits with 1."""


class Held(Unavailable):
    """Another program is the writer of this journal. A window may take the request (5.4)."""
