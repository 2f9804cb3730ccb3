"""What is wrong with terms, as a value: said beside the field, by the verb and by the command line alike."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field


class Contradiction(Struct, frozen=True, kw_only=True):
    """One sentence about one term. `refused`: the rules could not work with it; else it is only strange (D3)."""

    term: str
    """A key of agreement.made, dotted for a part: `edits.cutoff`, `penalties.1` (its lines counted from 0)."""
    text: str
    """An English sentence with placeholders, which says what to do instead."""
    values: dict[str, Any] = field(default_factory=dict)
    refused: bool = False

    def concerns(self, term: str) -> bool:
        """Whether it is about that term or a part of it."""
        return self.term == term or self.term.startswith(f"{term}.")


def nonsense(term: str, text: str, /, **values: Any) -> Contradiction:
    """What makes no sense, and is refused."""
    return Contradiction(term=term, text=text, values=values, refused=True)


def strange(term: str, text: str, /, **values: Any) -> Contradiction:
    """What both sides may have meant, but hardly; it is said and does not block."""
    return Contradiction(term=term, text=text, values=values)
