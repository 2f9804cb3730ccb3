"""One result of the search, and the answer to what stands in the field."""

from __future__ import annotations

from msgspec import Struct

from app.facts.entries import Entry
from app.facts.found_words import Wanted
from ui.dialogs.search.choices import Known


class Found(Struct, frozen=True, kw_only=True):
    """One result: its group, how it looks, and what Enter does."""

    group: str
    icon: str
    text: str
    hits: tuple[tuple[int, int], ...] = ()
    below: str = ""
    """A second, quieter line: whose entry it is, of what kind, and what became of it."""
    right: str = ""
    """At the right edge: the day of an entry, the keys of a command."""
    struck: bool = False
    client: int = 0
    item: int = 0
    command: str = ""
    choice: tuple[str, str] = ("", "")
    """A filter and the value that Enter gives it."""
    older: Entry | None = None
    """Enter goes on after this entry."""
    looked_for: tuple[Wanted, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.text, self.below, self.right) if part)


class Answer(Struct, frozen=True, kw_only=True):
    """What was found for a field; `failing` is a filter that nothing answers, `is_more`: there are older entries."""

    text: str
    known: Known
    found: tuple[Found, ...]
    failing: str = ""
    is_more: bool = False
